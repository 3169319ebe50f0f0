import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../src/config.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import type { MailServer } from '../src/mail/mail-server.js';
import { run } from './support/command.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import {
  bodyOf,
  mailServer,
  type MailServerOfTest,
  type Treatment,
} from './support/mail-server.js';
import { person, type Headers } from './support/people.js';
import {
  approve,
  castOf,
  giveBack,
  handedIn,
  now,
  save,
  submit,
  type Cast,
  type Changed,
} from './support/reporting.js';

let hub: TestHub;
let schools: string[];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  const rows = await hub.em.fork().execute<{ code: string }[]>(
    `select code from institution
     where closed_on is null and exists (select from institution_period as period
       where period.institution_id = institution.id and superseded_at is null
         and valid_to is null and period.kind = 'UPPER_SECONDARY_SCHOOL') and not exists (
       select from status_update join reporting_round as round on round.id = round_id
       where institution_id = institution.id and round.code = '2026-11')
     order by id`,
  );
  schools = rows.map(({ code }) => code);
});
afterAll(() => hub.close());

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from mail_message');
});

interface Row {
  id: number;
  address: string;
  kind: string;
  state: string;
  attempts: number;
  messageId: string | null;
  answer: string | null;
}

/** What the outbox holds, oldest first. */
const outbox = () =>
  hub.em.fork().execute<Row[]>(
    `select id, address, kind, state, attempts, message_id as "messageId", answer
     from mail_message order by id`,
  );

/** The minute in which a decision can be taken back is over; so is every other wait. */
const laterOn = () =>
  hub.em.fork().execute(`update mail_message set next_attempt_at = now() where state = 'WAITING'`);

async function until(so: (rows: Row[]) => boolean): Promise<Row[]> {
  for (;;) {
    const rows = await outbox();
    if (so(rows)) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const settled = (rows: Row[]) => rows.every(({ state }) => !['WAITING', 'SENDING'].includes(state));

async function listen(treat?: (number: number) => Treatment): Promise<MailServerOfTest> {
  const made = await mailServer(treat);
  cleanup.push(made.close);
  return made;
}

const serverAt = (url: string): MailServer => ({
  url,
  from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
  publicUrl: 'https://hub.example.edu.vn',
});

/** A hub that sends mail, until the test ends. */
function send(server: MailServer | null): () => Promise<void> {
  const stop = startMail(hub.orm, pino({ level: 'silent' }), server, {
    ...{ secret: TOKEN_SECRET, every: 20 },
  });
  cleanup.push(stop);
  return stop;
}

interface School {
  cast: Cast;
  update: Changed;
  /** The addresses of those who report for it. */
  addresses: string[];
}

/** A school whose report was handed in, with so many who report for it. */
async function school(people = 1): Promise<School> {
  const cast = await castOf(hub, schools.shift());
  const institutionId = fromGlobalId('Institution', cast.institution)!;
  const grant = { role: 'SCHOOL_ADMIN' as const, institutionId };
  // One more has reported for it until last year, and one reports for another.
  await person(hub, [{ ...grant, validTo: '2025-12-31' }]);
  for (let one = 1; one < people; one += 1) await person(hub, [grant]);
  const rows = await hub.em.fork().execute<{ email: string }[]>(
    `select distinct email from account join account_grant as held on held.account_id = account.id
     where institution_id = ? and valid_to is null`,
    [institutionId],
  );
  return {
    cast,
    update: await handedIn(hub, cast),
    addresses: rows.map(({ email }) => email).sort(),
  };
}

async function returned({ cast, update: { id, version } }: School): Promise<void> {
  const { refusals } = await giveBack(hub, cast.reviewer, {
    id,
    version,
    reasons: [{ criterion: 'G1', reason: 'Quyết định đã hết <hiệu lực>' }],
    note: 'Xin nộp bản mới',
  });
  expect(refusals).toEqual([]);
}

async function approved({ cast, update: { id, version } }: School): Promise<Changed> {
  const { update } = await approve(hub, cast.reviewer, { id, version, changes: [] });
  return update!;
}

describe('a decision', () => {
  test('is told to everybody who reports for the school today, with reasons and a link', async () => {
    const server = await listen();
    const one = await school(2);
    await returned(one);
    expect((await outbox()).map(({ kind, state }) => [kind, state])).toEqual([
      ['RETURNED', 'WAITING'],
      ['RETURNED', 'WAITING'],
    ]);
    await laterOn();
    send(serverAt(server.url));
    const rows = await until(settled);

    expect(rows.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
    expect(server.taken.map(({ to }) => to).sort()).toEqual(one.addresses);
    expect(server.taken.map(({ messageId }) => messageId).sort()).toEqual(
      rows.map(({ messageId }) => messageId).sort(),
    );
    const [mail] = server.taken;
    const link = `https://hub.example.edu.vn/reports/${one.cast.institution}/${one.cast.round}`;
    const plain = bodyOf(mail!, 'plain');
    expect(plain).toContain(': Quyết định đã hết <hiệu lực>');
    expect(plain).toContain('Ghi chú của người thẩm định: Xin nộp bản mới');
    expect(plain).toContain(`Mở báo cáo: ${link}`);
    expect(plain).toContain(`Open the report: ${link}`);
    const html = bodyOf(mail!, 'html');
    expect(html).toContain('hết &lt;hiệu lực&gt;');
    expect(html).toContain(`<a href="${link}">`);
    expect(mail!.raw).toMatch(/^From: .*<hub@so\.example\.edu\.vn>/m);
    expect(mail!.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  test('is told a minute later, and not at all when it was taken back by then', async () => {
    const server = await listen();
    const one = await school();
    const { id, version } = await approved(one);
    const [wait] = await hub.em.fork().execute<{ ok: boolean }[]>(
      `select next_attempt_at between now() + interval '30 seconds' and now() + interval '61 seconds' as ok
         from mail_message`,
    );
    expect(wait).toEqual({ ok: true });
    await hub.data(
      `mutation ($input: StatusUpdateTakeBackInput!) { statusUpdateTakeBack(input: $input) {
        userErrors { code } } }`,
      { input: { id, version, reason: 'Duyệt nhầm' } },
      one.cast.reviewer,
    );
    const other = await school();
    await approved(other);
    await laterOn();
    send(serverAt(server.url));
    const rows = await until(settled);

    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['APPROVED', 'DROPPED'],
      ['APPROVED', 'SENT'],
    ]);
    expect(server.taken.map(({ to }) => to)).toEqual(other.addresses);
  });

  test('of which nothing became writes no mail', async () => {
    const { cast, update } = await school();
    const { refusals } = await approve(hub, cast.reviewer, {
      id: update.id,
      version: update.version + 7,
      changes: [],
    });

    expect(refusals).toHaveLength(1);
    expect(await outbox()).toEqual([]);
  });

  test('is told again when it is another one on the same report', async () => {
    const server = await listen();
    const one = await school();
    await returned(one);
    const { cast } = one;
    const { update: saved } = await save(hub, cast.school, {
      institution: cast.institution,
      round: cast.round,
      version: one.update.version + 1,
      answers: [],
    });
    const { update: again } = await submit(hub, cast.school, {
      id: saved!.id,
      version: saved!.version,
    });
    await approved({ ...one, update: again! });
    await laterOn();
    send(serverAt(server.url));
    const rows = await until(settled);

    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['RETURNED', 'SENT'],
      ['APPROVED', 'SENT'],
    ]);
  });
});

describe('a mail server', () => {
  test('that refuses for good is not asked again, and its sentence is kept', async () => {
    const server = await listen(() => 'refuse');
    await approved(await school());
    await laterOn();
    send(serverAt(server.url));
    const [row] = await until(settled);

    expect(row).toMatchObject({ state: 'REFUSED', attempts: 1 });
    expect(row!.answer).toBe('550 No such mailbox here');
    expect(server.arrived).toEqual([]);
  });

  test('that refuses for now is asked again later, with the same Message-ID', async () => {
    const server = await listen((number) => (number === 0 ? 'delay' : 'take'));
    await approved(await school());
    await laterOn();
    send(serverAt(server.url));
    const [delayed] = await until((rows) => rows[0]!.answer !== null);
    const [row] = await until(settled);

    expect(delayed!.answer).toBe('451 Try again later');
    expect(row).toMatchObject({ state: 'SENT', attempts: 2, messageId: delayed!.messageId });
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([row!.messageId]);
  });

  test('that hangs up after the text leaves the mail as perhaps sent, and gets it no second time', async () => {
    const server = await listen(() => 'drop');
    await approved(await school());
    await laterOn();
    const stop = send(serverAt(server.url));
    const [row] = await until(settled);
    await stop();

    expect(row).toMatchObject({ state: 'PERHAPS_SENT', attempts: 1 });
    expect(server.arrived).toHaveLength(1);
    expect(server.taken).toEqual([]);
  });

  test('that is away is tried again until it is there', async () => {
    const gone = await mailServer();
    await gone.close();
    await approved(await school());
    await laterOn();
    const stop = send(serverAt(gone.url));
    const [failed] = await until((rows) => rows[0]!.answer !== null);
    await stop();
    expect(failed!.answer).toContain('ECONNREFUSED');
    expect((await outbox())[0]!.state).toBe('WAITING');

    const server = await listen();
    await laterOn();
    send(serverAt(server.url));
    const [row] = await until(settled);

    expect(row!.state).toBe('SENT');
    expect(server.taken).toHaveLength(1);
  });

  test('that there is none leaves the mail as not sent', async () => {
    await approved(await school());
    await laterOn();
    send(null);
    const [row] = await until(settled);

    expect(row).toMatchObject({ state: 'NOT_SENT', attempts: 0, messageId: null });
  });

  test('gets each mail once from several hubs on one database', async () => {
    const server = await listen();
    const one = await school(12);
    await approved(one);
    await laterOn();
    send(serverAt(server.url));
    send(serverAt(server.url));
    send(serverAt(server.url));
    await until(settled);

    expect(server.arrived.map(({ to }) => to).sort()).toEqual(one.addresses);
  });
});

test('the settings of mail are given together, and each in its form', () => {
  const settings = {
    HUB_SMTP_URL: 'smtp://mail.example.edu.vn:587',
    HUB_MAIL_FROM: 'Sở Giáo dục <hub@example.edu.vn>',
    HUB_PUBLIC_URL: 'https://hub.example.edu.vn/',
  };

  expect(readConfig({}).mail).toBeNull();
  expect(readConfig(settings).mail).toEqual({
    url: 'smtp://mail.example.edu.vn:587',
    from: { name: 'Sở Giáo dục', address: 'hub@example.edu.vn' },
    publicUrl: 'https://hub.example.edu.vn',
  });
  expect(readConfig({ ...settings, HUB_MAIL_FROM: 'hub@example.edu.vn' }).mail!.from).toEqual({
    name: '',
    address: 'hub@example.edu.vn',
  });
  for (const [name, wrong] of [
    ['HUB_MAIL_FROM', ''],
    ['HUB_MAIL_FROM', 'nobody'],
    ['HUB_PUBLIC_URL', ''],
    ['HUB_PUBLIC_URL', 'hub.example.edu.vn'],
    ['HUB_SMTP_URL', 'https://mail.example.edu.vn'],
  ] as const)
    expect(() => readConfig({ ...settings, [name]: wrong })).toThrow(`${name}: must`);
});

describe('operators', () => {
  const LIST = `{ mailMessages(first: 5) { totalCount nodes { id version state answer
    institution { id } } } }`;
  const resend = (who: Headers, { id, version }: { id: string; version: number }) =>
    hub.data(
      `mutation ($input: MailResendInput!) { result: mailResend(input: $input) {
        mailMessage { state } userErrors { code } } }`,
      { input: { id, version } },
      who,
    );

  test('see what was refused, and have it sent again under its Message-ID', async () => {
    const { headers } = await person(hub, [{ role: 'OPERATOR' }]);
    const server = await listen((number) => (number === 0 ? 'refuse' : 'take'));
    const one = await school();
    await approved(one);
    await laterOn();
    send(serverAt(server.url));
    await until(settled);
    const { mailMessages } = await hub.data(LIST, {}, headers);
    const [mail] = mailMessages.nodes;
    expect(mailMessages.totalCount).toBe(1);
    expect(mail).toMatchObject({
      state: 'REFUSED',
      answer: '550 No such mailbox here',
      institution: { id: one.cast.institution },
    });
    expect((await hub.data(LIST, {}, one.cast.planner)).mailMessages.totalCount).toBe(0);

    const stale = await resend(headers, { id: mail.id, version: mail.version - 1 });
    expect(stale.result.userErrors).toEqual([{ code: 'CONFLICT' }]);
    const { result } = await resend(headers, mail);
    // It waits, and the hub may have taken it already when the answer is read.
    const state: unknown = expect.stringMatching(/^(WAITING|SENDING|SENT)$/);
    expect(result).toEqual({ mailMessage: { state }, userErrors: [] });
    const [row] = await until(settled);
    expect(row!.state).toBe('SENT');
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([row!.messageId]);

    const { mailMessages: after } = await hub.data(LIST, {}, headers);
    const sent = await resend(headers, after.nodes[0]);
    expect(sent.result.userErrors).toEqual([{ code: 'MAIL_NOT_LEFT' }]);
  });
});

test('a hub that is killed while it sends leaves none twice, and none lost without being shown', async () => {
  // The first mails are taken; the next ones have their text, and no answer yet, when the hub dies.
  const server = await listen((number) => (number < 3 ? 'take' : 'hold'));
  const one = await school(10);
  await approved(one);
  await laterOn();
  // The hub that is killed lives today, on which the demo's round may be due: it would remind all schools.
  await hub.em
    .fork()
    .execute(
      `update reporting_round set opens_on = '9000-01-01', due_on = '9000-02-01', closes_on = '9000-03-01'`,
    );
  const environment = {
    DATABASE_URL: hub.databaseUrl,
    HUB_DATA_DIR: hub.dataDirectory,
    PORT: '0',
    HUB_PUBLIC_URL: 'https://hub.example.edu.vn/',
    HUB_MAIL_FROM: 'Sở Giáo dục <hub@so.example.edu.vn>',
  };
  const killed = run('main', [], { ...environment, HUB_SMTP_URL: server.url });
  await killed.saying('console');
  while (server.arrived.length < 5) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.process.kill('SIGKILL');
  await killed.finished;
  const left = await outbox();
  expect(left.filter(({ state }) => state === 'SENDING').length).toBeGreaterThan(0);

  // The turn of the dead hub ends; nobody waits for it in a test.
  await hub.em
    .fork()
    .execute(`update mail_message set taken_until = now() where state = 'SENDING'`);
  const second = await listen();
  const next = run('main', [], { ...environment, HUB_SMTP_URL: second.url });
  cleanup.push(async () => {
    next.process.kill('SIGTERM');
    await next.finished;
  });
  const rows = await until(settled);

  const got = [...server.arrived, ...second.arrived].map(({ to }) => to);
  expect(new Set(got).size).toBe(got.length);
  const perhaps = rows.filter(({ state }) => state === 'PERHAPS_SENT');
  expect(perhaps.length).toBeGreaterThan(0);
  for (const { address, state } of rows)
    expect(state).toBe(
      second.taken.some(({ to }) => to === address) ||
        (server.taken.some(({ to }) => to === address) &&
          !perhaps.some((row) => row.address === address))
        ? 'SENT'
        : 'PERHAPS_SENT',
    );
  expect(rows.map(({ address }) => address).sort()).toEqual(one.addresses);
  // What the dead hub was sending has not been sent again.
  for (const { address } of perhaps)
    expect(second.arrived.map(({ to }) => to)).not.toContain(address);
}, 120_000);
