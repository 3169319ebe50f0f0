import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { fromGlobalId, toGlobalId } from '../src/graphql/node.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import { roundInput } from './support/access-scene.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { bodyOf, mailServer } from './support/mail-server.js';
import { idOfUnit, person, type Headers } from './support/people.js';
import { now, save, TODAY } from './support/reporting.js';

const PUBLIC_URL = 'https://hub.example.edu.vn';

let hub: TestHub;
let province: string;
let commune: string;
/** The commune of the other school. */
let elsewhere: string;
let schools: string[];
let planner: Headers;
let operator: Headers;
let school: Headers;
let round: string;
beforeAll(async () => {
  hub = await startHub({
    from: 'demo',
    now,
    mail: { from: { name: '', address: 'hub@example.edu.vn' }, publicUrl: PUBLIC_URL },
  });
  province = await idOfUnit(hub, '68', TODAY);
  const unitId = fromGlobalId('AdministrativeUnit', province)!;
  planner = (await person(hub, [{ role: 'PLANNER', unitId }], 'Chị Lan')).headers;
  operator = (await person(hub, [{ role: 'OPERATOR' }], 'Anh Tú')).headers;
  const places = await hub.em.fork().execute<{ id: number; unit: number }[]>(
    `select distinct on (unit.id) institution.id, unit.id as unit
     from institution_period as period
     join institution on institution.id = period.institution_id and closed_on is null
     join administrative_unit as unit on unit.id = period.unit_id
       and unit.kind = 'COMMUNE' and unit.path @> array[?::int]
     where superseded_at is null and period.valid_to is null
       and period.kind in ('PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL')
     order by unit.id, institution.id limit 2`,
    [unitId],
  );
  schools = places.map(({ id }) => toGlobalId('Institution', id));
  [commune, elsewhere] = places.map(({ unit }) => toGlobalId('AdministrativeUnit', unit)) as [
    string,
    string,
  ];
  const grants = schools.map((id) => ({
    role: 'SCHOOL_ADMIN' as const,
    institutionId: fromGlobalId('Institution', id)!,
  }));
  school = (await person(hub, [grants[0]!])).headers;
  await person(hub, [grants[0]!]);
  await person(hub, [grants[1]!]);
});

afterAll(() => hub.close());

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from mail_message');
});

beforeEach(async () => {
  round = await called();
});

async function called(dates: object = {}): Promise<string> {
  const { frameworks } = await hub.data('{ frameworks { id } }');
  const input = {
    ...roundInput({ province, framework: frameworks[0].id } as never),
    ...{ dueOn: '2026-11-20', closesOn: '2026-11-30', ...dates },
  };
  const { reportingRoundCreate } = await hub.data(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { id } } }`,
    { input },
    planner,
  );
  return reportingRoundCreate.reportingRound.id;
}

async function preview(variables: object = {}, who = planner): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!, $unit: ID, $audience: [ReminderAudience!] = [NOT_BEGUN, DRAFT, RETURNED, OVERDUE],
        $note: String) { node(id: $id) { ... on ReportingRound {
      reminder(unit: $unit, audience: $audience, note: $note) {
        isSent institutions mails remindedToday subject text } } } }`,
    { id: round, ...variables },
    who,
  );
  return node.reminder;
}

async function send(input: object = {}, who = planner): Promise<any> {
  const { mailReminderSend } = await hub.data(
    `mutation ($input: MailReminderSendInput!) { mailReminderSend(input: $input) {
      institutions mails userErrors { code field } } }`,
    { input: { round, audience: ['NOT_BEGUN', 'DRAFT'], ...input } },
    who,
  );
  return mailReminderSend;
}

describe('a planner', () => {
  test('sees how many would be reminded and what they read, and sends exactly that', async () => {
    const note = 'Xin nộp sớm, Sở tổng hợp ngày 25.';
    const seen = await preview({ note });
    expect(seen).toMatchObject({ isSent: true, institutions: 2, mails: 3, remindedToday: 0 });
    expect(await send({ note })).toEqual({ institutions: 2, mails: 3, userErrors: [] });

    const server = await mailServer();
    cleanup.push(server.close);
    const settings = { url: server.url, from: { name: '', address: 'hub@example.edu.vn' } };
    cleanup.push(
      startMail(
        hub.orm,
        pino({ level: 'silent' }),
        { ...settings, publicUrl: PUBLIC_URL },
        { secret: TOKEN_SECRET, every: 20 },
      ),
    );
    while (server.taken.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    // The address that ends reminders is of each mail alone.
    const texts = server.taken.map((mail) =>
      bodyOf(mail, 'plain')
        .replace(/^.*\/mail\/unsubscribe\/.*\n\n/gm, '')
        .trim(),
    );
    expect(texts).toContain(seen.text);
    expect(seen.text).toContain(
      'Chị Lan nhắc nộp báo cáo: tính đến ngày 23/11/2026, báo cáo chưa được nộp.',
    );
    expect(seen.text).toContain(`Lời nhắn: ${note}`);
    expect(seen.text).toContain(`${PUBLIC_URL}/reports/`);
    expect(seen.subject).toMatch(/^Nhắc nộp báo cáo · .* · Đợt thử$/);
  });

  test('reminds each institution once a day, and is told so', async () => {
    expect(await send({ audience: ['NOT_BEGUN'], unit: commune })).toMatchObject({ mails: 2 });
    expect(await preview()).toMatchObject({ institutions: 1, mails: 1, remindedToday: 1 });
    expect(await send({ audience: ['OVERDUE'] }, operator)).toMatchObject({ mails: 1 });
    expect(await preview()).toMatchObject({ institutions: 0, remindedToday: 2, text: null });
    expect(await send()).toEqual({
      institutions: 0,
      mails: 0,
      userErrors: [{ code: 'NOBODY_TO_REMIND', field: ['audience'] }],
    });
    // Another round is another matter.
    round = await called();
    expect(await send()).toMatchObject({ mails: 3 });
  });

  test('chooses who: not begun, writing, or overdue', async () => {
    const { refusals } = await save(hub, school, {
      institution: schools[0]!,
      round,
      answers: [],
    });
    expect(refusals).toEqual([]);
    expect(await preview({ audience: ['NOT_BEGUN'] })).toMatchObject({ institutions: 1, mails: 1 });
    expect(await preview({ audience: ['DRAFT'] })).toMatchObject({ institutions: 1, mails: 2 });
    expect(await preview({ audience: ['RETURNED'] })).toMatchObject({ institutions: 0 });
    expect(await preview({ audience: ['OVERDUE'] })).toMatchObject({ institutions: 2, mails: 3 });
    round = await called({ dueOn: '2026-11-23' });
    expect(await preview({ audience: ['OVERDUE'] })).toMatchObject({ institutions: 0 });
  });

  test('never reminds who is excused', async () => {
    await hub.data(
      `mutation ($input: ParticipationExcuseInput!) { participationExcuse(input: $input) {
        userErrors { code } } }`,
      { input: { round, institutions: [schools[0]], reason: 'Bị ngập' } },
      planner,
    );
    expect(await preview()).toMatchObject({ institutions: 1, mails: 1 });
  });

  test('of another unit sees nothing and may not send; one of a lower unit reminds its own', async () => {
    const other = await person(hub, [
      { role: 'PLANNER', unitId: fromGlobalId('AdministrativeUnit', elsewhere)! },
    ]);
    expect(await preview({}, other.headers)).toBeNull();
    expect(await preview({ unit: commune }, other.headers)).toBeNull();
    const answer = await hub.ask(
      `mutation ($input: MailReminderSendInput!) { mailReminderSend(input: $input) { mails } }`,
      { input: { round, audience: ['NOT_BEGUN'] } },
      other.headers,
    );
    expect(answer.errors[0]!.extensions.code).toBe('FORBIDDEN');

    const unitId = fromGlobalId('AdministrativeUnit', commune)!;
    const { headers } = await person(hub, [{ role: 'PLANNER', unitId }]);
    expect(await preview({}, headers)).toBeNull();
    expect(await preview({ unit: commune }, headers)).toMatchObject({ institutions: 1, mails: 2 });
    expect(await send({ unit: commune }, headers)).toMatchObject({ institutions: 1, mails: 2 });
  });

  test('is told all that is wrong at once, and the trail tells what was sent', async () => {
    const wrong = await send({ audience: [], note: 'a'.repeat(2001) });
    expect(wrong.userErrors).toEqual([
      { code: 'LIST_EMPTY', field: ['audience'] },
      { code: 'TEXT_TOO_LONG', field: ['note'] },
    ]);
    expect((await send({ unit: schools[0] })).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['unit'] },
    ]);
    await send({ note: ' Sớm nhé ' });
    const { auditEvents } = await hub.data(
      `{ auditEvents(first: 1) { nodes { action after } } }`,
      {},
      planner,
    );
    expect(auditEvents.nodes[0]).toMatchObject({
      action: 'mailReminderSend',
      after: { reminded: ['NOT_BEGUN', 'DRAFT'], note: 'Sớm nhé', institutions: 2, mails: 3 },
    });
  });
});

test('a hub without a mail server says that nothing is sent', async () => {
  const other = await startHub({ sharing: hub.databaseUrl, now });
  cleanup.push(other.close);
  const { node } = await other.data(
    'query ($id: ID!) { node(id: $id) { ... on ReportingRound { reminder { isSent mails } } } }',
    { id: round },
    planner,
  );
  expect(node.reminder).toEqual({ isSent: false, mails: 3 });
});
