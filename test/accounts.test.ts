import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addAccount } from '../src/accounts/account.service.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, TOKEN_SECRET, type Answer, type TestHub } from './support/hub.js';

let hub: TestHub;
let time: Date;
beforeAll(async () => {
  const rateLimits = { ...UNLIMITED, signIns: SIGN_IN_LIMITS };
  hub = await startHub({ from: 'demo', now: () => time, rateLimits });
});
beforeEach(() => {
  time = new Date('2026-11-23T02:00:00Z');
});
afterAll(() => hub.close());

const PASSWORD = 'một mật khẩu đủ dài';
let people = 0;

/** An account of its own for a test. */
async function somebody(
  grants: Parameters<typeof addAccount>[1]['grants'] = [],
): Promise<{ id: number; name: string; email: string }> {
  people += 1;
  const name = `Người ${people}`;
  const email = `person${people}@example.edu.vn`;
  const id = await addAccount(hub.em, { name, email, password: PASSWORD, grants }, time);
  return { id, name, email };
}

/** What the trail says of an account, oldest first. */
function trailOf(id: number): Promise<object[]> {
  return hub.em.execute(
    `select action, account_id, account_name, address from audit_event
     where subject_type = 'Account' and subject_id = ? order by id`,
    [id],
  );
}

const START = `mutation ($email: String!, $password: String!) {
  session: sessionStart(input: { email: $email, password: $password }) {
    accessToken expiresAt viewer { name email } userErrors { code field message }
  }
}`;
const REFRESH = `mutation { session: sessionRefresh { accessToken viewer { email } userErrors { code } } }`;
const WHO = '{ viewer { email grants { role } } }';

const later = (minutes: number) => (time = new Date(time.getTime() + minutes * 60_000));
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function signIn(email: string, password = PASSWORD) {
  const answer: Answer<any> = await hub.ask(START, { email, password });
  return { ...answer.data!.session, cookie: answer.cookie };
}

async function refresh(cookie: string) {
  const answer: Answer<any> = await hub.ask(REFRESH, {}, { cookie: cookie.split(';')[0]! });
  return { ...answer.data!.session, cookie: answer.cookie };
}

describe('signing in', () => {
  test('gives an access token for fifteen minutes and a cookie that scripts cannot read', async () => {
    const { email } = await somebody();

    const session = await signIn(email.toUpperCase());
    const { viewer } = await hub.data(WHO, {}, bearer(session.accessToken));

    expect(session).toMatchObject({
      expiresAt: '2026-11-23T02:15:00.000Z',
      viewer: { email },
      userErrors: [],
    });
    expect(session.cookie).toMatch(
      /^hub_refresh=[\w-]{43}; Max-Age=1209600; Path=\/graphql; Expires=Mon, 07 Dec 2026 .* HttpOnly; SameSite=Strict$/,
    );
    expect(viewer).toEqual({ email, grants: [] });
  });

  test('fails alike for a wrong password and for somebody unknown', async () => {
    const { email } = await somebody();

    const wrong = await signIn(email, 'not the password');
    const unknown = await signIn('nobody@example.edu.vn');

    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({
      accessToken: null,
      viewer: null,
      userErrors: [
        {
          code: 'WRONG_CREDENTIALS',
          field: null,
          message:
            'The e-mail, the sign-in name or the password is wrong. After 5 wrong passwords from one address within 15 minutes, sign-ins to the account from there have to wait.',
        },
      ],
    });
  });

  test('waits after five wrong passwords of an address, even when they come at once, for fifteen minutes', async () => {
    const { id, email } = await somebody();

    await Promise.all(Array.from({ length: 5 }, () => signIn(email, 'wrong password')));
    const locked = await signIn(email);
    later(16);
    const open = await signIn(email);

    expect(locked.userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
    expect(open.viewer).toMatchObject({ email });
    expect(await trailOf(id)).toEqual([
      { action: 'user add', account_id: null, account_name: 'command line', address: null },
      { action: 'accountLock', account_id: null, account_name: 'sign-in', address: '127.0.0.1' },
    ]);
  });

  test('counts only wrong passwords in a row', async () => {
    const { email } = await somebody();

    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await signIn(email, 'wrong password');
      expect((await signIn(email)).userErrors).toEqual([]);
    }
  });

  test('reads Vietnamese passwords however their marks are encoded', async () => {
    const { email } = await somebody();

    expect((await signIn(email, PASSWORD.normalize('NFD'))).userErrors).toEqual([]);
  });
});

describe('refreshing', () => {
  test('gives the next token and cookie after the first have expired', async () => {
    const { email } = await somebody();
    const first = await signIn(email);
    later(20);

    const expired = await hub.ask(WHO, {}, bearer(first.accessToken));
    const second = await refresh(first.cookie);
    const { viewer } = await hub.data(WHO, {}, bearer(second.accessToken));

    expect(expired).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(viewer.email).toBe(email);
    expect(second.cookie).not.toBe(first.cookie);
  });

  test('with a token that was used before ends the whole sign-in', async () => {
    const { email } = await somebody();
    const first = await signIn(email);
    const second = await refresh(first.cookie);
    later(1);

    const stolen = await refresh(first.cookie);
    const afterwards = await refresh(second.cookie);
    const access = await hub.ask(WHO, {}, bearer(second.accessToken));

    expect(stolen).toMatchObject({ accessToken: null, userErrors: [{ code: 'SIGN_IN_ENDED' }] });
    expect(afterwards.userErrors).toEqual([{ code: 'SIGN_IN_ENDED' }]);
    expect(access.status).toBe(401);
  });

  test('by two requests at once succeeds for one and harms nobody', async () => {
    const { email } = await somebody();
    const first = await signIn(email);

    const both = await Promise.all([refresh(first.cookie), refresh(first.cookie)]);
    const winners = both.filter(({ accessToken }) => accessToken !== null);

    expect(winners).toHaveLength(1);
    expect((await refresh(winners[0]!.cookie)).userErrors).toEqual([]);
  });

  test.each([
    ['without a cookie', ''],
    ['with a cookie that nobody gave', 'hub_refresh=abc'],
  ])('%s is refused', async (_, cookie) => {
    expect((await refresh(cookie)).userErrors).toEqual([{ code: 'SIGN_IN_ENDED' }]);
  });

  test('ends after fourteen days', async () => {
    const { email } = await somebody();
    const { cookie } = await signIn(email);
    later(14 * 24 * 60);

    expect((await refresh(cookie)).userErrors).toEqual([{ code: 'SIGN_IN_ENDED' }]);
  });
});

describe('signing out', () => {
  test('ends this sign-in at once, and no other', async () => {
    const { email } = await somebody();
    const [here, there] = [await signIn(email), await signIn(email)];

    await hub.data('mutation { sessionEnd { userErrors { code } } }', {}, bearer(here.accessToken));

    expect((await hub.ask(WHO, {}, bearer(here.accessToken))).status).toBe(401);
    expect((await refresh(here.cookie)).userErrors).toEqual([{ code: 'SIGN_IN_ENDED' }]);
    expect((await hub.ask(WHO, {}, bearer(there.accessToken))).status).toBe(200);
  });

  test('everywhere ends every sign-in', async () => {
    const { email } = await somebody();
    const [here, there] = [await signIn(email), await signIn(email)];

    await hub.data(
      'mutation { sessionEndAll { userErrors { code } } }',
      {},
      bearer(here.accessToken),
    );

    for (const { accessToken, cookie } of [here, there]) {
      expect((await hub.ask(WHO, {}, bearer(accessToken))).status).toBe(401);
      expect((await refresh(cookie)).userErrors).toEqual([{ code: 'SIGN_IN_ENDED' }]);
    }
  });

  test('needs somebody who is signed in', async () => {
    const { errors } = await hub.ask('mutation { sessionEnd { userErrors { code } } }');

    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('changing the password', () => {
  const CHANGE = `mutation ($present: String!, $next: String!) {
    change: accountPasswordChange(input: { presentPassword: $present, newPassword: $next }) { changed userErrors { code field message } }
  }`;

  test('ends the other sign-ins, lets only the new password in, and goes on record', async () => {
    const { id, name, email } = await somebody();
    const [here, there] = [await signIn(email), await signIn(email)];

    const { change } = await hub.data(
      CHANGE,
      { present: PASSWORD, next: 'another long password' },
      bearer(here.accessToken),
    );

    expect(change).toEqual({ changed: true, userErrors: [] });
    expect((await hub.ask(WHO, {}, bearer(here.accessToken))).status).toBe(200);
    expect((await hub.ask(WHO, {}, bearer(there.accessToken))).status).toBe(401);
    expect((await signIn(email)).userErrors).toHaveLength(1);
    expect((await signIn(email, 'another long password')).userErrors).toEqual([]);
    expect((await trailOf(id)).at(-1)).toEqual({
      action: 'accountPasswordChange',
      account_id: id,
      account_name: name,
      address: '127.0.0.1',
    });
  });

  test('by two at once with the same present one succeeds for one', async () => {
    const { email } = await somebody();
    const { accessToken } = await signIn(email);

    const both = await Promise.all(
      ['the first new password', 'the second new password'].map((next) =>
        hub.data(CHANGE, { present: PASSWORD, next }, bearer(accessToken)),
      ),
    );

    expect(both.map(({ change }) => change.changed).sort()).toEqual([false, true]);
  });

  test('takes no more guesses than signing in: after five wrong ones both wait', async () => {
    const { id, name, email } = await somebody();
    const { accessToken } = await signIn(email);
    const guess = async (present: string) => {
      const next = 'another long password';
      return (await hub.data(CHANGE, { present, next }, bearer(accessToken))).change.changed;
    };

    await Promise.all([1, 2, 3, 4, 5].map(() => guess('wrong password')));
    const locked = [await guess(PASSWORD), (await signIn(email)).userErrors.length];
    const recorded = (await trailOf(id)).at(-1);
    later(14);
    const still = await guess(PASSWORD);

    expect([...locked, still]).toEqual([false, 1, false]);
    expect(recorded).toEqual({
      action: 'accountLock',
      account_id: id,
      account_name: name,
      address: '127.0.0.1',
    });
    later(2);
    const { accessToken: fresh } = await signIn(email);
    const { change } = await hub.data(
      CHANGE,
      { present: PASSWORD, next: 'another long password' },
      bearer(fresh),
    );
    expect(change.changed).toBe(true);
  });

  test('needs the present one, and a new one that is long enough', async () => {
    const { email } = await somebody();
    const { accessToken } = await signIn(email);

    const wrong = await hub.data(
      CHANGE,
      { present: 'wrong password', next: 'another long password' },
      bearer(accessToken),
    );
    const short = await hub.data(CHANGE, { present: PASSWORD, next: 'short' }, bearer(accessToken));

    expect(wrong.change).toMatchObject({
      changed: false,
      userErrors: [{ code: 'WRONG_CREDENTIALS', field: ['presentPassword'] }],
    });
    expect(short.change).toEqual({
      changed: false,
      userErrors: [
        {
          code: 'PASSWORD_UNFIT',
          field: ['newPassword'],
          message: 'The password has 5 characters; it needs 12 to 128.',
        },
      ],
    });
  });
});

test('a dump of the database holds no password and no token that could be used', async () => {
  const operator = await somebody([{ role: 'OPERATOR' }]);
  const admin = await signIn(operator.email);
  const created = 'the password of a new account';
  const reset = 'the password of after the reset';
  const changed = 'the password of after the change';
  const email = 'dump@example.edu.vn';

  const { made } = await hub.data(
    `mutation ($email: String!, $password: String!) {
      made: accountCreate(input: { name: "Đổ", email: $email, password: $password, idempotencyKey: "make" }) { account { id } }
    }`,
    { email, password: created },
    bearer(admin.accessToken),
  );
  await signIn(email, 'a wrong password that somebody typed');
  const first = await signIn(email, created);
  const second = await refresh(first.cookie);
  await hub.data(
    `mutation ($account: ID!, $password: String!) {
      accountPasswordReset(input: { account: $account, password: $password, idempotencyKey: "reset" }) { userErrors { code } }
    }`,
    { account: made.account.id, password: reset },
    bearer(admin.accessToken),
  );
  const third = await signIn(email, reset);
  await hub.data(
    `mutation ($present: String!, $next: String!) {
      accountPasswordChange(input: { presentPassword: $present, newPassword: $next }) { changed }
    }`,
    { present: reset, next: changed },
    bearer(third.accessToken),
  );
  expect((await signIn(email, changed)).userErrors).toEqual([]);

  const dump = await dumpOf(hub);
  expect(dump).toContain(email);
  expect(dump).toContain('accountPasswordReset');
  expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  const sessions = [admin, first, second, third];
  const secrets = [
    ...[PASSWORD, created, reset, changed, 'a wrong password that somebody typed'],
    ...sessions.map(({ accessToken }) => accessToken),
    ...sessions.map(({ cookie }) => /^hub_refresh=([^;]+)/.exec(cookie)![1]!),
    new TextDecoder().decode(TOKEN_SECRET),
  ];
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
  // Nor in another guise.
  for (const encoding of ['hex', 'base64', 'base64url'] as const)
    expect(
      secrets.filter((secret) => dump.includes(Buffer.from(secret).toString(encoding))),
    ).toEqual([]);
});

/** Every row of every table, as text. */
async function dumpOf({ em }: TestHub): Promise<string> {
  const tables: { name: string }[] = await em.execute(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const rows: string[] = [];
  for (const { name } of tables)
    for (const { row } of await em.execute<{ row: string }[]>(
      `select each::text as row from ${name} as each`,
    ))
      rows.push(row);
  return rows.join('\n');
}
