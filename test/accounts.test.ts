import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { addAccount } from '../src/accounts/account.service.js';
import { signAccessToken } from '../src/auth/access-token.js';
import { startHub, TOKEN_SECRET, type Answer, type TestHub } from './support/hub.js';

let hub: TestHub;
let time: Date;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
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
): Promise<{ id: number; email: string }> {
  people += 1;
  const email = `person${people}@example.edu.vn`;
  const id = await addAccount(
    hub.em,
    { name: `Người ${people}`, email, password: PASSWORD, grants },
    time,
  );
  return { id, email };
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
      /^hub_refresh=[\w-]{43}; Path=\/graphql; Expires=Mon, 07 Dec 2026 .* HttpOnly; SameSite=Strict$/,
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
            'The e-mail or the password is wrong. After 5 wrong passwords in a row an account is locked for 15 minutes.',
        },
      ],
    });
  });

  test('locks after five wrong passwords, even when they come at once, and opens after fifteen minutes', async () => {
    const { email } = await somebody();

    await Promise.all(Array.from({ length: 5 }, () => signIn(email, 'wrong password')));
    const locked = await signIn(email);
    later(16);
    const open = await signIn(email);

    expect(locked.userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
    expect(open.viewer).toMatchObject({ email });
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

  test('ends the other sign-ins and lets only the new password in', async () => {
    const { email } = await somebody();
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

describe('a bearer token is refused', () => {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  /** A token that is right in everything but what a test changes. */
  const token = (
    subject: string,
    family: string,
    change: (jwt: SignJWT) => SignJWT = (jwt) => jwt,
    key: Parameters<SignJWT['sign']>[0] = TOKEN_SECRET,
    header = {},
  ) =>
    change(
      new SignJWT({ family })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
        .setIssuer('edu-dx-hub')
        .setAudience('edu-dx-hub')
        .setSubject(subject)
        .setIssuedAt(seconds(time))
        .setExpirationTime(seconds(time) + 900),
    ).sign(key);

  let account: { id: number; email: string };
  let family: string;
  beforeAll(async () => {
    time = new Date('2026-11-23T02:00:00Z');
    account = await somebody();
    const { accessToken } = await signIn(account.email);
    ({ family } = JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString()));
  });
  const id = () => String(account.id);
  const unsigned = () =>
    new UnsecuredJWT({ family })
      .setIssuer('edu-dx-hub')
      .setAudience('edu-dx-hub')
      .setSubject(id())
      .setIssuedAt(seconds(time))
      .setExpirationTime(seconds(time) + 900)
      .encode();

  test('not when it is right', async () => {
    expect((await hub.ask(WHO, {}, bearer(await token(id(), family)))).status).toBe(200);
  });

  const cases: [string, () => Promise<string> | string][] = [
    [
      'that has expired',
      () => token(id(), family, (jwt) => jwt.setExpirationTime(seconds(time) - 1)),
    ],
    [
      'without an expiry',
      () =>
        new SignJWT({ family })
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
          .setIssuer('edu-dx-hub')
          .setAudience('edu-dx-hub')
          .setSubject(id())
          .setIssuedAt(seconds(time))
          .sign(TOKEN_SECRET),
    ],
    [
      'that is not good yet',
      () => token(id(), family, (jwt) => jwt.setNotBefore(seconds(time) + 60)),
    ],
    [
      'signed with another secret',
      () =>
        token(
          id(),
          family,
          undefined,
          new TextEncoder().encode('another secret of thirty-two bytes!'),
        ),
    ],
    ['of algorithm none', unsigned],
    ['with its signature cut off', async () => (await token(id(), family)).replace(/[^.]+$/, '')],
    [
      'with another algorithm of the same secret',
      () => token(id(), family, undefined, TOKEN_SECRET, { alg: 'HS512' }),
    ],
    [
      'signed with a key pair',
      async () =>
        token(id(), family, undefined, (await generateKeyPair('RS256')).privateKey, {
          alg: 'RS256',
        }),
    ],
    [
      'of another issuer',
      () => token(id(), family, (jwt) => jwt.setIssuer('https://issuer.example')),
    ],
    ['for another audience', () => token(id(), family, (jwt) => jwt.setAudience('another-hub'))],
    ['of another type', () => token(id(), family, undefined, TOKEN_SECRET, { typ: 'JWT' })],
    [
      'with a changed payload',
      async () => {
        const [header, , signature] = (await token(id(), family)).split('.');
        const payload = {
          sub: '1',
          family,
          iss: 'edu-dx-hub',
          aud: 'edu-dx-hub',
          iat: seconds(time),
          exp: seconds(time) + 900,
        };
        return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join(
          '.',
        );
      },
    ],
    ['of somebody unknown', () => token('999999', family)],
    ['of another account’s sign-in', async () => token(String((await somebody()).id), family)],
    ['of a sign-in that never was', () => token(id(), '00000000-0000-4000-8000-000000000000')],
    [
      'with a family that is no id',
      () => signAccessToken(TOKEN_SECRET, { accountId: account.id, family: "' or true --" }, time),
    ],
    [
      'that carries its own key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
        return token(id(), family, undefined, privateKey, {
          alg: 'ES256',
          jwk: await exportJWK(publicKey),
        });
      },
    ],
    ['that is no token', () => 'not.a.token'],
  ];
  test.each(cases)('%s', async (_, forge) => {
    const answer = await hub.ask(WHO, {}, bearer(await forge()));

    expect(answer).toMatchObject({
      status: 401,
      data: null,
      errors: [
        {
          message:
            'The bearer token is not valid, has expired, or its sign-in has ended. Refresh it with sessionRefresh, or sign in again.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });

  test('in another scheme, or when the account is disabled', async () => {
    const good = await token(id(), family);
    const basic = await hub.ask(WHO, {}, { authorization: `Basic ${good}` });
    await hub.em.execute('update account set disabled_at = now() where id = ?', [account.id]);
    const disabled = await hub.ask(WHO, {}, bearer(good));

    expect(basic.status).toBe(401);
    expect(disabled.status).toBe(401);
    expect((await signIn(account.email)).userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  });
});

test('the database holds no password and no token that could be used', async () => {
  const { email } = await somebody();
  const { accessToken, cookie } = await signIn(email);
  const refreshToken = /^hub_refresh=([^;]+)/.exec(cookie)![1]!;

  const rows = await hub.em.execute(
    'select account::text as row from account union all select account_session::text from account_session',
  );
  const dump = rows.map((each) => String(each['row'])).join('\n');

  expect(dump).toContain(email);
  expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  for (const secret of [PASSWORD, accessToken, refreshToken]) expect(dump).not.toContain(secret);
});
