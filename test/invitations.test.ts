import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { rowIdOf, toGlobalId } from '../src/graphql/node.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import { codeOfAccount } from './support/codes.js';
import { run } from './support/command.js';
import { dumpOf } from './support/dump.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { MAIL_PLACE, bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';
import { person, PASSWORD, type Headers, type Person } from './support/people.js';

const OWN = 'a password that only one knows';

let hub: TestHub;
let operator: Person;
let school: string;
let closedSchool: string;
beforeAll(async () => {
  const rateLimits = { ...UNLIMITED, signIns: SIGN_IN_LIMITS };
  hub = await startHub({ from: 'demo', rateLimits, mail: MAIL_PLACE });
  operator = await person(hub, [{ role: 'OPERATOR' }], 'Lê Văn Mời');
  const schoolThat = async (condition: string) => {
    const [row] = await hub.em
      .fork()
      .execute<{ id: number }[]>(`select id from institution where ${condition} order by id`);
    return toGlobalId('Institution', row!.id);
  };
  school = await schoolThat('closed_on is null');
  closedSchool = await schoolThat('closed_on < current_date');
});
afterAll(() => hub.close());

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from mail_message');
});

const SHOWN = `account { id name email signInName state invitationEndsAt
  invitationMail { state answer } } invitationCode userErrors { code field message }`;
const SESSION = 'accessToken viewer { name email signInName } userErrors { code field message }';
const FIELDS: Record<string, string> = {
  accountCreate: SHOWN,
  accountInvite: SHOWN,
  accountDisable: 'userErrors { code }',
  accountPasswordReset: 'userErrors { code }',
  invitationAccept: SESSION,
  accountPasswordRenew: SESSION,
  accountPasswordRequest: 'requested userErrors { code }',
  sessionStart: SESSION,
};
const inputOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;

async function send(name: string, input: object, headers: Headers = {}) {
  const query = `mutation ($input: ${inputOf(name)}) { done: ${name}(input: $input) { ${FIELDS[name]} } }`;
  return (await hub.data(query, { input }, headers)).done;
}
const operate = (name: string, input: object) => send(name, input, operator.headers);

const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) =>
  userErrors.map(({ code }) => code);

const newEmail = () => `${crypto.randomUUID()}@example.edu.vn`;
const duty = () => ({ role: 'SCHOOL_ADMIN', institution: school });

/** Somebody who is invited, with an e-mail. */
async function invitee(rest: object = {}) {
  const input = { name: 'Trần Thị Hoa', email: newEmail(), grants: [duty()], ...rest };
  const created = await operate('accountCreate', input);
  expect(created.userErrors).toEqual([]);
  return created.account as { id: string; email: string; state: string; invitationEndsAt: string };
}

/** Somebody who has no e-mail, with the code of their invitation. */
async function withoutEmail(signInName: string = crypto.randomUUID()) {
  const created = await operate('accountCreate', {
    name: 'Thầy Nam',
    signInName,
    grants: [duty()],
  });
  expect(created.userErrors).toEqual([]);
  return { id: created.account.id as string, code: created.invitationCode as string, signInName };
}

const accept = (code: string, password = OWN) => send('invitationAccept', { code, password });

async function shown(id: string) {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on Account { state invitationEndsAt
      invitationMail { state answer } } } }`,
    { id },
    operator.headers,
  );
  return node;
}

const outbox = () =>
  hub.em
    .fork()
    .execute<{ address: string; kind: string; state: string; answer: string | null }[]>(
      'select address, kind, state, answer from mail_message order by id',
    );

async function settled() {
  for (;;) {
    const rows = await outbox();
    if (rows.every(({ state }) => !['WAITING', 'SENDING'].includes(state))) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function deliver(treat?: Parameters<typeof mailServer>[0], secret = TOKEN_SECRET) {
  const server = await mailServer(treat);
  cleanup.push(server.close);
  const settings = {
    url: server.url,
    from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
    publicUrl: 'https://hub.example.edu.vn',
  };
  const logger = pino({ level: 'silent' });
  cleanup.push(startMail(hub.orm, logger, settings, { secret, every: 20 }));
  return server;
}

/** The code in the link of the only mail that a server took. */
function codeIn({ taken }: MailServerOfTest, page: string): string {
  const [code] = taken.map((mail) => {
    const link = new RegExp(`https://hub\\.example\\.edu\\.vn/${page}#(\\S+)`);
    return link.exec(bodyOf(mail, 'plain'))?.[1];
  });
  return code!;
}

describe('an invitation by mail', () => {
  test('brings a link with which the first password is set, once', async () => {
    const account = await invitee();
    expect(account.state).toBe('INVITED');
    const days = (Date.parse(account.invitationEndsAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThan(14.1);
    expect(codesOf(await send('sessionStart', { email: account.email, password: OWN }))).toEqual([
      'WRONG_CREDENTIALS',
    ]);
    const server = await deliver();
    await settled();
    const [mail] = server.taken;
    expect(mail!.to).toBe(account.email);
    const plain = bodyOf(mail!, 'plain');
    expect(plain).toContain('Lê Văn Mời mời Thầy/Cô');
    expect(plain).toContain(`Tên đăng nhập: ${account.email}`);
    expect(plain).toContain('Dear Trần Thị Hoa');
    expect(bodyOf(mail!, 'html')).toContain('href="https://hub.example.edu.vn/invitation#');

    const code = codeIn(server, 'invitation');
    const { accessToken, viewer, userErrors } = await accept(code);
    expect(userErrors).toEqual([]);
    expect(viewer).toEqual({
      ...{ name: 'Trần Thị Hoa', email: account.email, signInName: account.email },
    });
    const { viewer: again } = await hub.data(
      '{ viewer { grants { role } passwordChangeRequired } }',
      {},
      { authorization: `Bearer ${accessToken}` },
    );
    expect(again).toEqual({ grants: [{ role: 'SCHOOL_ADMIN' }], passwordChangeRequired: false });
    expect(await shown(account.id)).toEqual({
      ...{ state: 'ACTIVE', invitationEndsAt: null },
      invitationMail: { state: 'SENT', answer: '250 kept' },
    });
    expect(codesOf(await accept(code))).toEqual(['CODE_USED']);
    expect(codesOf(await send('sessionStart', { email: account.email, password: OWN }))).toEqual(
      [],
    );
  });

  test('is in no answer, and in nothing that the database holds', async () => {
    const account = await invitee();
    const created = await operate('accountCreate', { name: 'Một', email: newEmail() });
    const code = await codeOfAccount(hub, account.id);
    const server = await deliver();
    await settled();

    expect(created.invitationCode).toBeNull();
    expect(server.taken.some((mail) => bodyOf(mail, 'plain').includes(code))).toBe(true);
    const dump = await dumpOf(hub);
    expect(dump).toContain(account.email);
    expect(dump).not.toContain(code);
    expect(dump).not.toContain(code.replaceAll('-', ''));
  });

  test('ends the one before, whose mail is not sent any more', async () => {
    const account = await invitee();
    const first = await codeOfAccount(hub, account.id);
    const { userErrors } = await operate('accountInvite', { account: account.id });
    expect(userErrors).toEqual([]);
    const server = await deliver();
    const rows = await settled();

    expect(rows.map(({ state }) => state)).toEqual(['DROPPED', 'SENT']);
    const { userErrors: told } = await accept(first);
    expect(told[0]).toMatchObject({ code: 'CODE_REPLACED', field: ['code'] });
    expect(codesOf(await accept(codeIn(server, 'invitation')))).toEqual([]);
  });

  test('is not sent by a hub with another secret, whose code would open nothing', async () => {
    await invitee();
    const server = await deliver(
      undefined,
      new TextEncoder().encode('another secret altogether, 32 c.'),
    );
    const [row] = await settled();

    expect(row!.state).toBe('DROPPED');
    expect(row!.answer).toContain('another secret');
    expect(server.arrived).toEqual([]);
  });

  test('to an address that the server refuses is shown with its words, and handed over instead', async () => {
    const account = await invitee();
    await deliver(() => 'refuse');
    await settled();
    expect((await shown(account.id)).invitationMail).toEqual({
      state: 'REFUSED',
      answer: '550 No such mailbox here',
    });

    const input = { account: account.id, byMail: false };
    const { invitationCode } = await operate('accountInvite', input);
    expect(codesOf(await accept(invitationCode))).toEqual([]);
  });
});

describe('an invitation without an e-mail', () => {
  test('is told once as a code, with which the school signs in by its own code', async () => {
    const { code, signInName } = await withoutEmail('DN-THPT-99');
    expect(signInName).toBe('DN-THPT-99');
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    expect(await outbox()).toEqual([]);

    // As it is typed from a letter.
    const { viewer } = await accept(` ${code.toLowerCase().replaceAll('-', ' ')}`);
    expect(viewer).toEqual({ name: 'Thầy Nam', email: null, signInName: 'dn-thpt-99' });
    const session = await send('sessionStart', { email: 'dn-thpt-99', password: OWN });
    expect(codesOf(session)).toEqual([]);
  });

  test('gives the same code again to a request that is repeated, and makes no other', async () => {
    const input = { name: 'Thầy Nam', signInName: crypto.randomUUID(), idempotencyKey: 'again' };
    const first = await operate('accountCreate', input);
    const second = await operate('accountCreate', input);

    expect(second.account.id).toBe(first.account.id);
    expect(second.invitationCode).toBe(first.invitationCode);
    expect(codesOf(await accept(first.invitationCode))).toEqual([]);
  });

  test('is used by one of two that come at once', async () => {
    const { code } = await withoutEmail();
    const answers = await Promise.all([accept(code), accept(code)]);

    expect(answers.flatMap(codesOf)).toEqual(['CODE_USED']);
    expect(answers.filter(({ accessToken }) => accessToken !== null)).toHaveLength(1);
  });
});

describe('a code that opens nothing', () => {
  const told = async (code: string) => {
    const { accessToken, userErrors } = await accept(code);
    expect(accessToken).toBeNull();
    return userErrors as { code: string; message: string }[];
  };

  test('says that nobody was given it', async () => {
    expect((await told('0000-0000-0000-0000-0000')).map(({ code }) => code)).toEqual([
      'CODE_UNKNOWN',
    ]);
  });

  test('says that it has expired, and who invites again', async () => {
    const { id, code } = await withoutEmail();
    await hub.em
      .fork()
      .execute(`update account_code set expires_at = now() where account_id = ?`, [
        rowIdOf('Account', id),
      ]);
    const [problem] = await told(code);

    expect(problem).toMatchObject({
      code: 'CODE_EXPIRED',
      message: `This code has expired. Ask Lê Văn Mời (${operator.email}) for another invitation.`,
    });
    const { invitationCode } = await operate('accountInvite', { account: id });
    expect(codesOf(await accept(invitationCode))).toEqual([]);
  });

  test('of a disabled account says so', async () => {
    const { id, code } = await withoutEmail();
    await operate('accountDisable', { account: id });

    expect((await told(code))[0]!.message).toMatch(/^This account is disabled\. Ask Lê Văn Mời/);
    expect(codesOf(await operate('accountInvite', { account: id }))).toEqual(['ACCOUNT_DISABLED']);
  });

  test('of a closed school says so, and nobody is invited to one', async () => {
    const { id, code } = await withoutEmail();
    await hub.em
      .fork()
      .execute('update account_grant set institution_id = ? where account_id = ?', [
        rowIdOf('Institution', closedSchool),
        rowIdOf('Account', id),
      ]);

    expect((await told(code))[0]).toMatchObject({
      code: 'INSTITUTION_CLOSED',
      message: expect.stringMatching(/^The institution of this account has closed/),
    });
    expect(codesOf(await operate('accountInvite', { account: id }))).toEqual([
      'INSTITUTION_CLOSED',
    ]);
  });

  test('is over when an operator sets a password, and a mailed one is not taken for a forgotten one', async () => {
    const { id, code } = await withoutEmail();
    const renewed = await send('accountPasswordRenew', { code, password: OWN });
    expect(codesOf(renewed)).toEqual(['CODE_UNKNOWN']);
    await operate('accountPasswordReset', { account: id, password: PASSWORD });

    expect((await told(code)).map((each) => each.code)).toEqual(['CODE_REPLACED']);
    expect(codesOf(await operate('accountInvite', { account: id }))).toEqual([
      'INVITATION_NOT_NEEDED',
    ]);
  });

  test('costs nothing when only the password is unfit, and is limited like a wrong password', async () => {
    const { code } = await withoutEmail();
    const { userErrors } = await accept(code, 'short');
    expect(userErrors).toMatchObject([{ code: 'PASSWORD_UNFIT', field: ['password'] }]);
    const other = await startHub({
      sharing: hub.databaseUrl,
      rateLimits: { ...UNLIMITED, signIns: { ...SIGN_IN_LIMITS, ofAddress: 3 } },
    });
    cleanup.push(() => other.close());
    const guess = () =>
      other.ask(
        `mutation { invitationAccept(input: { code: "0000", password: "${OWN}" }) { userErrors { code } } }`,
      );
    for (let wrong = 0; wrong < 3; wrong += 1) expect((await guess()).errors).toEqual([]);

    const { status, errors } = await guess();
    expect([status, errors[0]!.extensions.code]).toEqual([429, 'TOO_MANY_SIGN_INS']);
  });
});

describe('two accounts of one name', () => {
  test.each([
    ['e-mail', { email: 'Hai@example.edu.vn' }, 'EMAIL_TAKEN'],
    ['sign-in name', { signInName: 'TH-Hai' }, 'SIGN_IN_NAME_TAKEN'],
  ])('are refused: of one %s', async (_what, who, code) => {
    expect(codesOf(await operate('accountCreate', { name: 'Một', ...who }))).toEqual([]);
    const lower = Object.fromEntries(
      Object.entries(who).map(([key, value]) => [key, value.toLowerCase()]),
    );

    expect(codesOf(await operate('accountCreate', { name: 'Hai', ...lower }))).toEqual([code]);
  });

  test.each([
    [{ email: newEmail(), signInName: 'th-ba' }, ['SIGN_IN_NAME_UNFIT']],
    [{ signInName: 'a@b.vn' }, ['SIGN_IN_NAME_UNFIT']],
    [{ signInName: 'ab' }, ['SIGN_IN_NAME_UNFIT']],
    [{ signInName: 'trường một' }, ['SIGN_IN_NAME_UNFIT']],
    [{}, ['TEXT_MISSING']],
    [{ email: 'nobody' }, ['EMAIL_INVALID']],
  ])('and %j is no name to sign in with', async (who, codes) => {
    expect(codesOf(await operate('accountCreate', { name: 'Một', ...who }))).toEqual(codes);
  });
});

describe('a forgotten password', () => {
  const request = (email: string) => send('accountPasswordRequest', { email });

  test('is set anew with a link that works once, and every other sign-in ends', async () => {
    const somebody = await person(hub, []);
    expect(await request(somebody.email.toUpperCase())).toEqual({
      requested: true,
      userErrors: [],
    });
    // A second mail within minutes goes to nobody.
    expect(await request(somebody.email)).toEqual({ requested: true, userErrors: [] });
    const server = await deliver();
    await settled();
    expect(server.taken.map(({ to }) => to)).toEqual([somebody.email]);

    const code = codeIn(server, 'new-password');
    expect(codesOf(await accept(code))).toEqual(['CODE_UNKNOWN']);
    const renewed = await send('accountPasswordRenew', { code, password: OWN });
    expect(codesOf(renewed)).toEqual([]);
    expect(renewed.viewer.email).toBe(somebody.email);
    expect((await hub.ask('{ viewer { name } }', {}, somebody.headers)).status).toBe(401);
    expect(codesOf(await send('accountPasswordRenew', { code, password: PASSWORD }))).toEqual([
      'CODE_USED',
    ]);
    const email = somebody.email;
    expect(codesOf(await send('sessionStart', { email, password: OWN }))).toEqual([]);
    const trail = await hub.em
      .fork()
      .execute(
        `select action from audit_event where subject_type = 'Account' and subject_id = ? order by id`,
        [somebody.accountId],
      );
    expect(trail.map((event) => event['action'])).toEqual([
      'user add',
      'accountPasswordRequest',
      'accountPasswordRenew',
    ]);
  });

  test('is answered alike for those who have no account, are invited or disabled, and mails them nothing', async () => {
    const invited = await invitee();
    const disabled = await person(hub, []);
    await operate('accountDisable', { account: disabled.id });
    await hub.em.fork().execute('delete from mail_message');
    for (const email of [newEmail(), invited.email, disabled.email, 'dn-thpt-99', 'nobody'])
      expect(await request(email)).toEqual({ requested: true, userErrors: [] });

    expect(await outbox()).toEqual([]);
  });

  test('takes as long whether there is an account or not', async () => {
    const leastDecision = 300;
    const slow = await startHub({
      sharing: hub.databaseUrl,
      rateLimits: { ...UNLIMITED, leastDecision },
      mail: MAIL_PLACE,
    });
    cleanup.push(() => slow.close());
    const timeOf = async (email: string) => {
      const before = performance.now();
      await slow.data(
        `mutation ($email: String!) { accountPasswordRequest(input: { email: $email }) { requested } }`,
        { email },
      );
      return performance.now() - before;
    };
    const known = await person(hub, []);

    for (const email of [known.email, newEmail()])
      expect(await timeOf(email)).toBeGreaterThan(leastDecision - 5);
  });

  test('is for a person to mend where the hub sends no mail', async () => {
    const silent = await startHub({ sharing: hub.databaseUrl });
    cleanup.push(() => silent.close());
    const ask = (email: string) =>
      silent.data(
        `mutation ($email: String!) { accountPasswordRequest(input: { email: $email }) {
          requested userErrors { code } } }`,
        { email },
      );

    for (const email of [operator.email, newEmail()])
      expect((await ask(email)).accountPasswordRequest).toEqual({
        requested: false,
        userErrors: [{ code: 'MAIL_OFF' }],
      });
  });

  test('is forgotten again when it was changed otherwise', async () => {
    const somebody = await person(hub, []);
    await request(somebody.email);
    const code = await codeOfAccount(hub, somebody.id);
    await hub.data(
      `mutation ($input: PasswordChangeInput!) { accountPasswordChange(input: $input) { changed } }`,
      { input: { presentPassword: PASSWORD, newPassword: OWN } },
      somebody.headers,
    );

    expect(codesOf(await send('accountPasswordRenew', { code, password: PASSWORD }))).toEqual([
      'CODE_REPLACED',
    ]);
  });
});

test('of 300 invitations and a hub that is killed while it sends them, none comes twice and none is lost unseen', async () => {
  const addresses = Array.from({ length: 300 }, newEmail);
  for (const email of addresses) await invitee({ email, grants: [] });
  // Some are taken; the next ones have their text, and no answer yet, when the hub dies.
  const server = await mailServer((number) => (number < 100 ? 'take' : 'hold'));
  cleanup.push(server.close);
  const environment = {
    DATABASE_URL: hub.databaseUrl,
    HUB_DATA_DIR: hub.dataDirectory,
    HUB_TOKEN_SECRET: new TextDecoder().decode(TOKEN_SECRET),
    PORT: '0',
    HUB_PUBLIC_URL: 'https://hub.example.edu.vn/',
    HUB_MAIL_FROM: 'Sở Giáo dục <hub@so.example.edu.vn>',
  };
  const killed = run('main', [], { ...environment, HUB_SMTP_URL: server.url });
  await killed.saying('console');
  while (server.arrived.length < 102) await new Promise((resolve) => setTimeout(resolve, 20));
  killed.process.kill('SIGKILL');
  await killed.finished;
  // The turn of the dead hub ends; nobody waits for it in a test.
  await hub.em
    .fork()
    .execute(`update mail_message set taken_until = now() where state = 'SENDING'`);
  const second = await deliver();
  // The hub also writes about rounds to those whom other tests made.
  const isInvited = (address: string) => addresses.includes(address);
  const rows = (await settled()).filter(({ address }) => isInvited(address));

  const got = [...server.arrived, ...second.arrived].map(({ to }) => to).filter(isInvited);
  expect(new Set(got).size).toBe(got.length);
  const addressesIn = (state: string) =>
    rows.filter((row) => row.state === state).map(({ address }) => address);
  const perhaps = addressesIn('PERHAPS_SENT');
  expect(perhaps.length).toBeGreaterThan(0);
  expect([...addressesIn('SENT'), ...perhaps].sort()).toEqual([...addresses].sort());
  for (const address of perhaps) expect(second.arrived.map(({ to }) => to)).not.toContain(address);
  // Each link that came opens its own account.
  const last = second.taken.findLast(({ to }) => isInvited(to))!;
  const code = codeIn({ ...second, taken: [last] }, 'invitation');
  expect((await accept(code)).viewer.email).toBe(last.to);
}, 180_000);
