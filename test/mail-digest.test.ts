import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { databaseOf } from '../src/database/orm.js';
import { startDigests } from '../src/digests/digest-loop.service.js';
import { weekToDigest } from '../src/digests/write-digests.service.js';
import { fromGlobalId } from '../src/graphql/node.js';
import type { DigestFacts } from '../src/mail/digest-text.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { bodyOf, mailServer, type Arrived } from './support/mail-server.js';
import { person, type Person } from './support/people.js';
import { castOf, handedIn, now, type Cast } from './support/reporting.js';

const SILENT = pino({ level: 'silent' });
/** The demo's day is a Monday. */
const MONDAY = '2026-11-23';

let hub: TestHub;
let cast: Cast;
let unitId: number;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  unitId = fromGlobalId('AdministrativeUnit', cast.province)!;
  await handedIn(hub, cast);
});
afterAll(() => hub.close());

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  const em = hub.em.fork();
  await em.execute('delete from mail_message');
  await em.execute('delete from digested_week');
  await em.execute('delete from mail_preference');
});

/** So many hubs on one database come to a moment. */
async function come(moment: string, hubs = 1): Promise<void> {
  const at = new Date(moment);
  const loops = Array.from({ length: hubs }, () =>
    startDigests(hub.orm, SILENT, { now: () => at, every: 5 }),
  );
  const day = moment.slice(0, 10);
  const until = Date.now() + 5000;
  while ((await weekToDigest(databaseOf(hub.em.fork()), day)).length > 0 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (const stop of loops) await stop();
}

const written = (who?: Person) =>
  hub.em
    .fork()
    .execute<{ address: string; cause: string; facts: DigestFacts }[]>(
      `select address, cause, facts from mail_message where kind = 'WEEKLY_DIGEST' and address = coalesce(?, address) order by id`,
      [who?.email ?? null],
    );

async function send(): Promise<Arrived[]> {
  const server = await mailServer();
  cleanup.push(server.close);
  const settings = { url: server.url, from: { name: '', address: 'hub@example.edu.vn' } };
  const place = { ...settings, publicUrl: 'https://hub.example.edu.vn' };
  const stop = startMail(hub.orm, SILENT, place, { secret: TOKEN_SECRET, every: 20 });
  const open = () =>
    hub.em
      .fork()
      .execute<object[]>(`select from mail_message where state in ('WAITING', 'SENDING')`);
  while ((await open()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
  return server.taken;
}

test('a planner reads each week what the completeness of the open round says', async () => {
  const planner = await person(hub, [{ role: 'PLANNER', unitId }], 'Chị Mai');
  const { node } = await hub.data(
    `query ($round: ID!) { node(id: $round) { ... on ReportingRound { name dueOn completeness { total {
      called approved submitted draft withdrawn returned notBegun overdue excused } } } } }`,
    { round: cast.round },
    planner.headers,
  );
  const { total } = node.completeness;
  await come(`${MONDAY}T07:00:00+07:00`);
  const [digest, ...more] = await written(planner);
  expect(more).toEqual([]);
  expect(digest!.cause).toBe(`week ${MONDAY}`);
  expect(digest!.facts.on).toBe(MONDAY);
  const [round, ...others] = digest!.facts.rounds.filter(({ isOpen }) => isOpen);
  expect(others).toEqual([]);
  expect(round).toMatchObject({
    dueOn: node.dueOn,
    called: total.called,
    waiting: total.submitted,
    overdue: total.overdue,
  });
  expect(round!.round.en).toBe(node.name);
  // Whoever is excused owes nothing, whatever they have begun.
  const { notBegun, drafts, returned, excused, handedIn: handed } = round!;
  expect(handed + notBegun + drafts + returned + excused).toBe(total.called);
  expect(handed).toBe(total.submitted + total.approved);
  expect(total.submitted).toBeGreaterThan(0);

  const arrived = (await send()).find(({ to }) => to === planner.email)!;
  const text = bodyOf(arrived, 'plain');
  expect(text).toContain(`– Đã nộp: ${handed} trong ${total.called} cơ sở (7 ngày qua: `);
  expect(text).toContain(`– Đang chờ thẩm định: ${total.submitted}, lâu nhất từ ngày `);
  expect(text).toContain(`– Handed in: ${handed} of ${total.called} institutions`);
  expect(text).toContain('https://hub.example.edu.vn/review');

  // Of a round that is over only what still waits is told.
  const over = digest!.facts.rounds.find(({ isOpen }) => !isOpen)!;
  const [, told = ''] = text.split(over.round.vi);
  expect(told.split('\n\n')[0]!.split('\n').slice(1)).toEqual([
    expect.stringContaining(`– Đang chờ thẩm định: ${over.waiting}, lâu nhất từ ngày `),
  ]);
});

test('somebody hears only of the units and the kinds that they are responsible for, and once', async () => {
  const anywhere = await person(hub, [{ role: 'PLANNER', unitId }]);
  const both = await person(hub, [
    { role: 'PLANNER', unitId },
    { role: 'REVIEWER', unitId },
  ]);
  const colleges = await person(hub, [{ role: 'REVIEWER', unitId, kinds: ['COLLEGE'] }]);
  const [commune] = await hub.em.fork().execute<{ id: number }[]>(
    `select unit_id as id from institution_period join administrative_unit on administrative_unit.id = unit_id
       where administrative_unit.kind = 'COMMUNE' and superseded_at is null
       group by 1 order by count(*) desc, 1 limit 1`,
  );
  const local = await person(hub, [{ role: 'PLANNER', unitId: commune!.id }]);
  const school = await person(hub, [
    { role: 'SCHOOL_ADMIN', institutionId: fromGlobalId('Institution', cast.institution)! },
  ]);
  const operator = await person(hub, [{ role: 'OPERATOR' }]);
  await come(`${MONDAY}T09:00:00+07:00`);
  const calledOf = async (who: Person) =>
    (await written(who)).map(({ facts }) =>
      facts.rounds.filter(({ isOpen }) => isOpen).map(({ called }) => called),
    );
  const [[all]] = (await calledOf(anywhere)) as [[number]];
  expect(await calledOf(both)).toEqual([[all]]);
  expect((await calledOf(colleges)).flat().every((called) => called < all)).toBe(true);
  const [[here]] = (await calledOf(local)) as [[number]];
  expect(here).toBeGreaterThan(0);
  expect(here).toBeLessThan(all);
  expect(await written(school)).toEqual([]);
  expect(await written(operator)).toEqual([]);
});

test('three hubs write the digests of a week once, not before seven, and after a stop later in the week', async () => {
  const planner = await person(hub, [{ role: 'PLANNER', unitId }]);
  const night = startDigests(hub.orm, SILENT, {
    now: () => new Date(`${MONDAY}T06:59:00+07:00`),
    every: 5,
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await night();
  expect(await written(planner)).toEqual([]);
  await come('2026-11-25T10:00:00+07:00', 3);
  await come('2026-11-29T10:00:00+07:00', 3);
  expect((await written(planner)).map(({ cause, facts }) => [cause, facts.on])).toEqual([
    [`week ${MONDAY}`, '2026-11-25'],
  ]);
  await come('2026-11-30T07:00:00+07:00', 3);
  expect((await written(planner)).map(({ cause }) => cause)).toEqual([
    `week ${MONDAY}`,
    'week 2026-11-30',
  ]);
});

test('a digest is ended by the click in it, which leaves reminders as they are', async () => {
  const planner = await person(hub, [{ role: 'PLANNER', unitId }], 'Chị Mai');
  await come(`${MONDAY}T07:00:00+07:00`);
  const { raw } = (await send()).find(({ to }) => to === planner.email)!;
  const [, url = ''] =
    /^List-Unsubscribe:\s+<https:\/\/hub\.example\.edu\.vn([^>]+)>/m.exec(raw) ?? [];
  const asked = await hub.server.inject({ url, headers: { 'accept-language': 'vi' } });
  expect(asked.body).toContain('Ngừng gửi thư tình hình báo cáo hằng tuần');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'vi' };
  const done = await hub.server.inject({ method: 'POST', url, headers, payload: '' });
  expect(done.body).toContain('Đã ngừng gửi thư hằng tuần cho tài khoản “Chị Mai”.');
  const { viewer } = await hub.data(
    '{ viewer { mailPreferences { declined } } }',
    {},
    planner.headers,
  );
  expect(viewer.mailPreferences.declined).toEqual(['WEEKLY_DIGEST']);
  await come('2026-11-30T07:00:00+07:00');
  expect(await written(planner)).toHaveLength(1);
});

test('who has no round to hear of gets no digest', async () => {
  const planner = await person(hub, [{ role: 'PLANNER', unitId }]);
  await come('2019-06-03T08:00:00+07:00');
  expect(await written(planner)).toEqual([]);
});
