import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { databaseOf } from '../src/database/orm.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import { roundsToRemind, remindRound } from '../src/reminders/remind-round.service.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';
import { idOfInstitution, person, type Person } from './support/people.js';
import { approve, castOf, handedIn, now } from './support/reporting.js';

const PUBLIC_URL = 'https://hub.example.edu.vn';
/** The demo's open round is due on it. */
const DUE = '2026-12-15';

let hub: TestHub;
let school: string;
let who: Person;
let server: MailServerOfTest;
let round: number;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  school = await idOfInstitution(hub, 'DN-THPT-01');
  const [row] = await hub.em
    .fork()
    .execute<{ id: number }[]>(
      `select id from reporting_round where code = '2026-11' order by id limit 1`,
    );
  round = row!.id;
  await hub.em
    .fork()
    .execute(
      `update reporting_round set opens_on = '2026-11-01', due_on = ?, closes_on = '2026-12-31' where id = ?`,
      [DUE, round],
    );
});
afterAll(() => hub.close());

const cleanup: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  server = await mailServer();
  cleanup.push(server.close);
  const institutionId = fromGlobalId('Institution', school)!;
  who = await person(hub, [{ role: 'SCHOOL_ADMIN', institutionId }], 'Cô Hoa');
});
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from mail_message');
  await hub.em.fork().execute('delete from reminded_round');
});

/** Comes to a day, writes what is so of the round, and sends it. */
async function day(date: string): Promise<void> {
  const database = databaseOf(hub.em.fork());
  expect(await roundsToRemind(database, date, 100)).toContain(round);
  await remindRound(hub.em.fork(), round, date);
  await sendAll();
}

async function sendAll(): Promise<void> {
  const settings = { url: server.url, from: { name: '', address: 'hub@example.edu.vn' } };
  const stop = startMail(
    hub.orm,
    pino({ level: 'silent' }),
    { ...settings, publicUrl: PUBLIC_URL },
    { secret: TOKEN_SECRET, every: 20 },
  );
  const open = () =>
    hub.em
      .fork()
      .execute<object[]>(
        `select from mail_message where state in ('WAITING', 'SENDING') and next_attempt_at <= now()`,
      );
  while ((await open()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
}

const mine = () => server.taken.filter(({ to }) => to === who.email);

async function prefer(input: object): Promise<any> {
  const { mailPreferencesSet } = await hub.data(
    `mutation ($input: MailPreferencesSetInput!) { mailPreferencesSet(input: $input) {
      mailPreferences { language declined } userErrors { code } } }`,
    { input },
    who.headers,
  );
  return mailPreferencesSet;
}

const preferences = async () =>
  (await hub.data('{ viewer { mailPreferences { language declined } } }', {}, who.headers)).viewer
    .mailPreferences;

/** The address of the header of a mail, which may be folded over lines. */
function unsubscribeIn(raw: string): string {
  const [, address] = /^List-Unsubscribe:\s+<([^>]+)>/m.exec(raw) ?? [];
  return address!;
}

const REMINDERS = [
  'ROUND_OPENED',
  'DUE_IN_14_DAYS',
  'DUE_IN_3_DAYS',
  'DUE_IN_1_DAY',
  'OVERDUE',
  'REMINDER',
];

test('an account that has said nothing gets all mails, in both languages', async () => {
  expect(await preferences()).toEqual({ language: 'BOTH', declined: [] });
  await day('2026-12-12');
  expect(bodyOf(mine()[0]!, 'plain')).toMatch(/Hạn nộp: 15\/12\/2026[^]*Due on: 2026-12-15/);
});

test.each([
  ['VI', 'vi', 'Sắp đến hạn nộp báo cáo: 15/12/2026', 'Due on'],
  ['EN', 'en', 'Your report is due soon, on 2026-12-15', 'Hạn nộp'],
])('an account gets its mails in the language %s', async (language, tag, said, unsaid) => {
  expect(await prefer({ language, declined: [] })).toEqual({
    mailPreferences: { language, declined: [] },
    userErrors: [],
  });
  await day('2026-12-12');
  const html = bodyOf(mine()[0]!, 'html');
  expect(html).toContain(`<html lang="${tag}">`);
  expect(html).not.toContain(unsaid);
  const [row] = await hub.em
    .fork()
    .execute<{ id: number }[]>('select id from mail_message where address = ?', [who.email]);
  expect(row).toBeDefined();
  expect(subjectOf(mine()[0]!.raw)).toContain(said);
});

/** The subject, decoded from the words that mails are written in. */
function subjectOf(raw: string): string {
  const [, field = ''] = /^Subject: ((?:.*\r\n[ \t])*.*)/m.exec(raw) ?? [];
  return field
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (_each, hex: string) =>
              String.fromCharCode(parseInt(hex, 16)),
            ),
    )
    .replace(/[^]*/, (bytes) => Buffer.from(bytes, 'latin1').toString());
}

test('a kind that is declined is not written, what waits of it is dropped, and others are sent', async () => {
  await remindRound(hub.em.fork(), round, '2026-12-01');
  const asked = { language: 'BOTH', declined: ['APPROVED', 'DUE_IN_14_DAYS', 'APPROVED'] };
  expect((await prefer(asked)).mailPreferences.declined).toEqual(['APPROVED', 'DUE_IN_14_DAYS']);
  await sendAll();
  const [row] = await hub.em
    .fork()
    .execute<{ state: string }[]>('select state from mail_message where address = ?', [who.email]);
  expect(row).toEqual({ state: 'DROPPED' });

  await day('2026-12-12');
  expect(mine()).toHaveLength(1);
  const cast = { ...(await castOf(hub)), school: who.headers, institution: school };
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id, version, changes: [] });
  const decided = await hub.em
    .fork()
    .execute<{ address: string }[]>(`select address from mail_message where kind = 'APPROVED'`);
  expect(decided.length).toBeGreaterThan(0);
  expect(decided.map(({ address }) => address)).not.toContain(who.email);
});

describe('a reminder', () => {
  beforeAll(async () => {
    // Another school, that has not handed in.
    school = await idOfInstitution(hub, 'DN-THPT-02');
  });

  test('is ended by the one click of a mail program, without signing in, on record', async () => {
    await day('2026-12-12');
    const { raw } = mine()[0]!;
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const address = unsubscribeIn(raw);
    expect(address).toMatch(new RegExp(`^${PUBLIC_URL}/mail/unsubscribe/[0-9a-f-]{36}$`));
    const url = address.slice(PUBLIC_URL.length);
    for (const attempt of ['first', 'again']) {
      const response = await hub.server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      });
      expect([attempt, response.statusCode]).toEqual([attempt, 200]);
    }
    expect(await preferences()).toEqual({ language: 'BOTH', declined: REMINDERS });
    await day('2026-12-14');
    expect(mine()).toHaveLength(1);
    const told = await hub.em.fork().execute<{ action: string; name: string; address: string }[]>(
      `select action, account_name as name, address from audit_event
         where action = 'mailUnsubscribe' and account_id = ?`,
      [who.accountId],
    );
    expect(told).toEqual([{ action: 'mailUnsubscribe', name: 'Cô Hoa', address: '127.0.0.1' }]);
  });

  test('has a link that asks first, in the language of the reader, and is on the page of a form', async () => {
    await day('2026-12-12');
    const [mail] = mine();
    const address = unsubscribeIn(mail!.raw);
    expect(bodyOf(mail!, 'plain')).toContain(`Ngừng nhận thư nhắc: ${address}`);
    expect(bodyOf(mail!, 'html')).toContain(`<a href="${address}">`);
    const url = address.slice(PUBLIC_URL.length);
    const asked = await hub.server.inject({ url, headers: { 'accept-language': 'vi' } });
    expect(asked.statusCode).toBe(200);
    expect(asked.body).toContain('“Cô Hoa”');
    expect(asked.body).toContain('<form method="post">');
    // Who only looks has ended nothing.
    expect((await preferences()).declined).toEqual([]);
    const done = await hub.server.inject({
      method: 'POST',
      url,
      headers: { 'accept-language': 'vi', 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    });
    expect(done.body).toContain('Đã ngừng gửi thư nhắc cho tài khoản “Cô Hoa”.');
    expect((await preferences()).declined).toEqual(REMINDERS);
  });

  test('is sent no more after the click, though a decision is, and one can be had again', async () => {
    await prefer({ language: 'EN', declined: REMINDERS });
    await day('2026-12-12');
    expect(mine()).toEqual([]);
    await prefer({ language: 'EN', declined: [] });
    await day('2026-12-14');
    expect(mine()).toHaveLength(1);
  });
});

test.each(['nothing', '00000000-0000-0000-0000-000000000000', '%27%3B--'])(
  'the key %s of no mail ends nothing and says where to go',
  async (key) => {
    for (const method of ['GET', 'POST'] as const) {
      const response = await hub.server.inject({
        method,
        url: `/mail/unsubscribe/${key}`,
        headers: { 'accept-language': 'en' },
      });
      expect(response.statusCode).toBe(404);
      expect(response.body).toContain('This link is not good any more.');
      expect(response.body).toContain('href="/account"');
    }
  },
);

test('the mail of a decision has no one-click end, and leads to the page of the account', async () => {
  school = await idOfInstitution(hub, 'DN-THPT-09');
  const institutionId = fromGlobalId('Institution', school)!;
  who = await person(hub, [{ role: 'SCHOOL_ADMIN', institutionId }]);
  const cast = { ...(await castOf(hub, 'DN-THPT-09')), school: who.headers };
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id, version, changes: [] });
  await hub.em.fork().execute(`update mail_message set next_attempt_at = now()`);
  await sendAll();
  const [mail] = mine();
  expect(mail!.raw).not.toContain('List-Unsubscribe');
  expect(bodyOf(mail!, 'plain')).toContain(`Chọn thư muốn nhận: ${PUBLIC_URL}/account`);
});
