import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { databaseOf } from '../src/database/orm.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import type { MailServer } from '../src/mail/mail-server.js';
import { roundsToRemind } from '../src/reminders/remind-round.service.js';
import { startReminders } from '../src/reminders/reminder-loop.service.js';
import { addDays } from '../src/shared/dates.js';
import { roundInput } from './support/access-scene.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';
import {
  idOfInstitution,
  idOfUnit,
  PASSWORD,
  person,
  type Headers,
  type Person,
} from './support/people.js';
import { draft, giveBack, save, submit, type Cast } from './support/reporting.js';

const SILENT = pino({ level: 'silent' });

let hub: TestHub;
let time = new Date('2026-11-01T03:00:00Z');
let schools: string[];
let province: string;
let planner: Person;
let reviewer: Person;
let round: string;

beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
  province = await idOfUnit(hub, '68', '2026-11-01');
  const unitId = fromGlobalId('AdministrativeUnit', province)!;
  planner = await person(hub, [{ role: 'PLANNER', unitId }], 'Chị Lan');
  reviewer = await person(hub, [{ role: 'REVIEWER', unitId }], 'Thầy Bình');
  schools = await Promise.all(
    ['DN-THPT-01', 'DN-THPT-02'].map((code) => idOfInstitution(hub, code)),
  );
});
afterAll(() => hub.close());

/** Each test has a round of its own: open from 1 November, due on the 20th, closing on the 30th. */
beforeEach(async () => {
  time = new Date('2026-11-01T03:00:00Z');
  round = await called({});
});

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from mail_message');
  await hub.em.fork().execute('delete from reminded_round');
  await hub.em.fork().execute(`update account set disabled_at = now() where id in (
    select account_id from account_grant where role = 'SCHOOL_ADMIN')`);
});

async function called(dates: object): Promise<string> {
  const { frameworks } = await hub.data('{ frameworks { id } }');
  const input = {
    ...roundInput({ province, framework: frameworks[0].id } as never),
    ...{ dueOn: '2026-11-20', closesOn: '2026-11-30', ...dates },
  };
  const { reportingRoundCreate } = await hub.data(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { id } userErrors { code } } }`,
    { input },
    await now(planner),
  );
  return reportingRoundCreate.reportingRound.id;
}

/** The headers of somebody who signs in at the present of the hub. */
async function now({ email }: Person): Promise<Headers> {
  const { sessionStart } = await hub.data(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email, password: PASSWORD },
  );
  return { authorization: `Bearer ${sessionStart.accessToken}` };
}

/** Somebody who reports for schools, by their place in the list. */
const reporter = (...numbers: number[]) =>
  person(
    hub,
    numbers.map((number) => ({
      role: 'SCHOOL_ADMIN' as const,
      institutionId: fromGlobalId('Institution', schools[number]!)!,
    })),
  );

/** The hub, or so many of them on one database, comes to a day and writes its mails. */
async function day(date: string, hubs = 1): Promise<void> {
  time = new Date(`${date}T07:00:30+07:00`);
  const loops = Array.from({ length: hubs }, () =>
    startReminders(hub.orm, SILENT, { now: () => time, every: 10 }),
  );
  while ((await roundsToRemind(databaseOf(hub.em.fork()), date, 1)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (const stop of loops) await stop();
}

async function days(from: string, to: string): Promise<void> {
  for (let date = from; date <= to; date = addDays(date, 1)) await day(date);
}

/** What was written about the round: to whom, what, and what became of it. */
async function written(): Promise<[string, string, string][]> {
  const rows = await hub.em
    .fork()
    .execute<{ address: string; kind: string; state: string }[]>(
      `select address, kind, state from mail_message where starts_with(cause, ?) order by id`,
      [`ReportingRound:${fromGlobalId('ReportingRound', round)}:`],
    );
  return rows.map(({ address, kind, state }) => [address, kind, state]);
}

const kindsFor = async ({ email }: Person) =>
  (await written()).filter(([address]) => address === email).map(([, kind]) => kind);

async function except(action: string, school: number, input: object = {}): Promise<void> {
  const { result } = await hub.data(
    `mutation ($input: Participation${action}Input!) {
      result: participation${action}(input: $input) { userErrors { code message } } }`,
    { input: { round, institutions: [schools[school]], reason: 'Bị ngập', ...input } },
    await now(planner),
  );
  expect(result.userErrors).toEqual([]);
}

const castOf = async (school: number, who: Person): Promise<Cast> => ({
  province,
  round,
  institution: schools[school]!,
  school: await now(who),
  reviewer: await now(reviewer),
  planner: await now(planner),
});

/** Hands in for a school. */
async function handIn(school: number, who: Person) {
  const cast = await castOf(school, who);
  const { id, version } = await draft(hub, cast);
  const { update, refusals } = await submit(hub, cast.school, { id, version });
  expect(refusals).toEqual([]);
  return update!;
}

const ALL = ['ROUND_OPENED', 'DUE_IN_14_DAYS', 'DUE_IN_3_DAYS', 'DUE_IN_1_DAY', 'OVERDUE'];

describe('those who report for an institution that has not handed in', () => {
  test('are told once that a round opened, is due in 14, 3 and 1 days, and is overdue', async () => {
    const who = await reporter(0);
    const told: Record<string, string[]> = {};
    for (let date = '2026-11-01'; date <= '2026-12-01'; date = addDays(date, 1)) {
      const before = (await kindsFor(who)).length;
      await day(date);
      const after = (await kindsFor(who)).slice(before);
      if (after.length > 0) told[date] = after;
    }
    expect(told).toEqual({
      '2026-11-01': ['ROUND_OPENED'],
      '2026-11-06': ['DUE_IN_14_DAYS'],
      '2026-11-17': ['DUE_IN_3_DAYS'],
      '2026-11-19': ['DUE_IN_1_DAY'],
      '2026-11-21': ['OVERDUE'],
    });
  });

  test('get one mail for all their institutions, also from several hubs at once', async () => {
    const both = await reporter(0, 1);
    const one = await reporter(1);
    await day('2026-11-06', 3);
    await day('2026-11-06', 3);
    expect(await kindsFor(both)).toEqual(['DUE_IN_14_DAYS']);
    expect(await kindsFor(one)).toEqual(['DUE_IN_14_DAYS']);

    const [row] = await hub.em.fork().execute<{ names: string[]; institution: number | null }[]>(
      `select array(select jsonb_array_elements(facts->'institutions')->>'name') as names,
         institution_id as institution
       from mail_message where address = ?`,
      [both.email],
    );
    expect(row!.names).toHaveLength(2);
    expect(row!.institution).toBeNull();
  });

  test('hear after a stop only what is still so', async () => {
    const who = await reporter(0);
    await day('2026-11-18');
    expect(await kindsFor(who)).toEqual(['DUE_IN_3_DAYS']);
    await day('2026-11-29');
    expect(await kindsFor(who)).toEqual(['DUE_IN_3_DAYS', 'OVERDUE']);
    await day('2026-12-01');
    expect(await kindsFor(who)).toHaveLength(2);
  });

  test('hear nothing when they are disabled, or report for it no more or not yet', async () => {
    const institutionId = fromGlobalId('Institution', schools[0]!)!;
    const grant = { role: 'SCHOOL_ADMIN' as const, institutionId };
    const people = [
      await person(hub, [{ ...grant, validTo: '2026-10-31' }]),
      await person(hub, [{ ...grant, validFrom: '2026-12-01' }]),
      await person(hub, [grant]),
    ];
    await hub.em
      .fork()
      .execute('update account set disabled_at = now() where id = ?', [people[2]!.accountId]);
    await days('2026-11-01', '2026-11-08');
    for (const each of people) expect(await kindsFor(each)).toEqual([]);
  });
});

describe('nothing is said', () => {
  test('of what was handed in, and again of what was returned, by its own due date', async () => {
    const [first, second] = [await reporter(0), await reporter(1)];
    await days('2026-11-01', '2026-11-06');
    time = new Date('2026-11-07T03:00:00Z');
    const { id, version } = await handIn(0, first);
    await handIn(1, second);
    await days('2026-11-07', '2026-11-20');
    expect(await kindsFor(first)).toEqual(ALL.slice(0, 2));
    expect(await kindsFor(second)).toEqual(ALL.slice(0, 2));

    time = new Date('2026-11-20T03:00:00Z');
    const { refusals } = await giveBack(hub, await now(reviewer), {
      id,
      version,
      reasons: [{ criterion: 'G1', reason: 'Chưa rõ' }],
    });
    expect(refusals).toEqual([]);
    // It is due in 14 days again, which the mail of the return says.
    await days('2026-11-20', '2026-12-06');
    expect(await kindsFor(first)).toEqual(ALL.slice(0, 4));
    expect(await kindsFor(second)).toEqual(ALL.slice(0, 2));
  });

  test('to an institution that is excused or closed', async () => {
    const [excused, closed] = [await reporter(0), await reporter(1)];
    await except('Excuse', 0);
    await hub.em
      .fork()
      .execute(`update institution set closed_on = '2026-10-31' where id = ?`, [
        fromGlobalId('Institution', schools[1]!),
      ]);
    cleanup.push(() =>
      hub.em
        .fork()
        .execute('update institution set closed_on = null where id = ?', [
          fromGlobalId('Institution', schools[1]!),
        ]),
    );
    await days('2026-11-01', '2026-11-22');
    expect(await kindsFor(excused)).toEqual([]);
    expect(await kindsFor(closed)).toEqual([]);

    await except('ExceptionTakeBack', 0);
    await day('2026-11-23');
    expect(await kindsFor(excused)).toEqual(['OVERDUE']);
  });

  test('of a round that is withdrawn or closed; what waits is dropped', async () => {
    const who = await reporter(0);
    await day('2026-11-01');
    expect(await written()).toEqual([[who.email, 'ROUND_OPENED', 'WAITING']]);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on ReportingRound { version } } }',
      { id: round },
    );
    await hub.data(
      `mutation ($input: ReportingRoundWithdrawInput!) { reportingRoundWithdraw(input: $input) {
        userErrors { code } } }`,
      { input: { id: round, version: node.version, reason: 'Nhầm' } },
      await now(planner),
    );
    await days('2026-11-02', '2026-11-22');
    expect(await written()).toEqual([[who.email, 'ROUND_OPENED', 'DROPPED']]);
  });

  test('that waited for a mail server and is so no longer', async () => {
    const who = await reporter(0);
    await day('2026-11-06');
    await day('2026-11-17');
    expect(await written()).toEqual([
      [who.email, 'DUE_IN_14_DAYS', 'DROPPED'],
      [who.email, 'DUE_IN_3_DAYS', 'WAITING'],
    ]);
    time = new Date('2026-11-17T03:00:00Z');
    await handIn(0, who);
    await day('2026-11-18');
    expect(await written()).toEqual([
      [who.email, 'DUE_IN_14_DAYS', 'DROPPED'],
      [who.email, 'DUE_IN_3_DAYS', 'DROPPED'],
    ]);
  });
});

test('a later day of one institution moves its days, and those of no other', async () => {
  const [extended, other] = [await reporter(0), await reporter(1)];
  await days('2026-11-01', '2026-11-18');
  time = new Date('2026-11-18T03:00:00Z');
  await except('Extend', 0, { dueOn: '2026-12-10', closesOn: '2026-12-20' });
  const told: Record<string, string[]> = {};
  for (let date = '2026-11-19'; date <= '2026-12-12'; date = addDays(date, 1)) {
    const before = (await kindsFor(extended)).length;
    await day(date);
    const after = (await kindsFor(extended)).slice(before);
    if (after.length > 0) told[date] = after;
  }
  expect(told).toEqual({
    '2026-11-26': ['DUE_IN_14_DAYS'],
    '2026-12-07': ['DUE_IN_3_DAYS'],
    '2026-12-09': ['DUE_IN_1_DAY'],
    '2026-12-11': ['OVERDUE'],
  });
  expect(await kindsFor(other)).toEqual(ALL);
});

test('a round that a planner opens in the middle of a day is told at once', async () => {
  round = await called({ opensOn: '2026-11-10' });
  const who = await reporter(0);
  await day('2026-11-05');
  expect(await kindsFor(who)).toEqual([]);
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on ReportingRound { version } } }',
    { id: round },
  );
  await hub.data(
    `mutation ($input: ReportingRoundOpenInput!) { reportingRoundOpen(input: $input) {
      userErrors { code } } }`,
    { input: { id: round, version: node.version } },
    await now(planner),
  );
  await day('2026-11-05');
  expect(await kindsFor(who)).toEqual(['ROUND_OPENED']);
});

test('the mail names the round, the day and the institutions, in both languages, with a link', async () => {
  const server: MailServerOfTest = await mailServer();
  cleanup.push(server.close);
  round = await called({ nameVi: 'Đợt mùa thu' });
  const [one, both] = [await reporter(0), await reporter(0, 1)];
  const cast = await castOf(0, one);
  await save(hub, cast.school, { institution: cast.institution, round, answers: [] });
  await day('2026-11-06');
  const settings: MailServer = {
    url: server.url,
    from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
    publicUrl: 'https://hub.example.edu.vn',
  };
  cleanup.push(startMail(hub.orm, SILENT, settings, { secret: TOKEN_SECRET, every: 20 }));
  const mine = () =>
    server.taken.filter((mail) => bodyOf(mail, 'plain').includes('Đợt báo cáo: Đợt mùa thu'));
  while (mine().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));

  const plain = bodyOf(
    mine().find(({ to }) => to === one.email)!,
    'plain',
  );
  expect(plain).toContain('Tính từ ngày 06/11/2026, còn 14 ngày đến hạn nộp báo cáo.');
  expect(plain).toContain(
    'Đợt báo cáo: Đợt mùa thu\nHạn nộp: 20/11/2026\nĐóng sau ngày: 30/11/2026',
  );
  expect(plain).toContain('Counted from 2026-11-06, the report is due in 14 days.');
  expect(plain).toContain(`Mở báo cáo: https://hub.example.edu.vn/reports/${schools[0]}/${round}`);
  const html = bodyOf(
    mine().find(({ to }) => to === both.email)!,
    'html',
  );
  expect(html.match(/Cơ sở chưa nộp báo cáo: /g)).toHaveLength(2);
  expect(html).toContain('<a href="https://hub.example.edu.vn/reports">');
});
