import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';
import { signAccessToken } from '../src/auth/access-token.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { person, PASSWORD, type Person } from './support/people.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const SECONDS = NOW.getTime() / 1000;

let hub: TestHub;
/** An operator, so that a token that was taken would change something. */
let operator: Person;
let good: string;
beforeAll(async () => {
  hub = await startHub({ now: () => NOW });
  operator = await person(hub, [{ role: 'OPERATOR' }]);
  good = operator.headers['authorization']!.slice('Bearer '.length);
});
afterAll(() => hub.close());

interface Change {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: Parameters<SignJWT['sign']>[0];
}

/** A token that is right in everything but what is changed. */
function token({ claims = {}, header = {}, key = TOKEN_SECRET }: Change): Promise<string> {
  return new SignJWT({ ...decodeJwt(good), ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
    .sign(key);
}

const text = (value: string) => new TextEncoder().encode(value);

/** A part of a token, changed. */
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Somebody else's token, of an operator too, after something happened to the account. */
async function after(statement: string): Promise<string> {
  const other = await person(hub, [{ role: 'OPERATOR' }]);
  await hub.em.execute(statement, [other.accountId]);
  return other.headers['authorization']!.slice('Bearer '.length);
}

async function signedIn(): Promise<{ accessToken: string; cookie: string }> {
  const { data, cookie } = await hub.ask<any>(
    `mutation ($email: String!, $password: String!) { sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email: operator.email, password: PASSWORD },
  );
  return { accessToken: data.sessionStart.accessToken, cookie: cookie! };
}

const refreshToken = (cookie: string) => /^hub_refresh=([^;]+)/.exec(cookie)![1]!;

const CREATE = `mutation ($input: AccountCreateInput!) { accountCreate(input: $input) { account { id } } }`;
let accounts = 0;
const create = (authorization: string) =>
  hub.ask(
    CREATE,
    { input: { name: 'Ai đó', email: `forged${(accounts += 1)}@example.vn`, password: PASSWORD } },
    { authorization },
  );

/** How much there is of what a request could change. */
async function state(): Promise<object> {
  const [found] = await hub.em.execute<[object]>(`
    select (select count(*) from account) as accounts, (select count(*) from account_session) as sessions,
      (select count(*) from audit_event) as events, (select count(*) from idempotent_answer) as answers`);
  return found;
}

const KINDS: [string, () => Promise<string> | string][] = [
  ['of algorithm none', () => new UnsecuredJWT(decodeJwt(good)).encode()],
  [
    'whose header says none, with the signature of a good one',
    () => [part({ alg: 'none', typ: 'at+jwt' }), ...good.split('.').slice(1)].join('.'),
  ],
  ['signed with another secret', () => token({ key: text('another secret of thirty-two bytes!') })],
  ['signed with a secret that is easily guessed', () => token({ key: text('0'.repeat(32)) })],
  ['with another algorithm of the same secret', () => token({ header: { alg: 'HS512' } })],
  [
    'signed with a key pair',
    async () =>
      token({ key: (await generateKeyPair('RS256')).privateKey, header: { alg: 'RS256' } }),
  ],
  [
    'signed with a public key as the secret',
    () => {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return token({ key: text(publicKey.export({ type: 'spki', format: 'pem' }) as string) });
    },
  ],
  [
    'that carries its own key',
    async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = await exportJWK(publicKey);
      return token({ key: privateKey, header: { alg: 'ES256', jwk } });
    },
  ],
  ['that has expired', () => token({ claims: { exp: SECONDS - 1 } })],
  ['that expires now', () => token({ claims: { exp: SECONDS } })],
  ['that is not good yet', () => token({ claims: { nbf: SECONDS + 60 } })],
  ['of another issuer', () => token({ claims: { iss: 'https://issuer.example' } })],
  ['for another audience', () => token({ claims: { aud: 'another-hub' } })],
  ...['sub', 'exp', 'iat', 'iss', 'aud', 'family'].map((claim): (typeof KINDS)[number] => [
    `without ${claim}`,
    () => token({ claims: { [claim]: undefined } }),
  ]),
  ['of another type', () => token({ header: { typ: 'JWT' } })],
  ['without a type', () => token({ header: { typ: undefined } })],
  [
    'with a changed payload',
    () => {
      const [header, , signature] = good.split('.');
      return [header, part({ ...decodeJwt(good), exp: SECONDS + 3600 }), signature].join('.');
    },
  ],
  ['with its signature cut off', () => good.replace(/[^.]+$/, '')],
  ['cut short', () => good.slice(0, -1)],
  ['with one part only', () => good.split('.')[1]!],
  ['of somebody unknown', () => token({ claims: { sub: '999999' } })],
  ['of a subject that is no number', () => token({ claims: { sub: "1 or 'true'" } })],
  [
    'of another account’s sign-in',
    async () => token({ claims: { sub: String((await person(hub, [])).accountId) } }),
  ],
  [
    'of a sign-in that never was',
    () => token({ claims: { family: '00000000-0000-4000-8000-000000000000' } }),
  ],
  [
    'with a family that is no id',
    () =>
      signAccessToken(TOKEN_SECRET, { accountId: operator.accountId, family: "' or true --" }, NOW),
  ],
  [
    'of a sign-in that has ended',
    async () => {
      const { accessToken } = await signedIn();
      await hub.data(
        'mutation { sessionEnd { userErrors { code } } }',
        {},
        { authorization: `Bearer ${accessToken}` },
      );
      return accessToken;
    },
  ],
  [
    'of an account that was disabled',
    () => after('update account set disabled_at = now() where id = ?'),
  ],
  [
    'of a sign-in of which a used refresh token came back',
    async () => {
      const { accessToken, cookie } = await signedIn();
      const [{ family }] = await hub.em.execute<[{ family: string }]>(
        `update account_session set used_at = ? where token_hash = encode(sha256(?::bytea), 'hex') returning family`,
        [new Date(NOW.getTime() - 60_000), refreshToken(cookie)],
      );
      await hub.ask(
        'mutation { sessionRefresh { accessToken } }',
        {},
        { cookie: cookie.split(';')[0]! },
      );
      expect(decodeJwt(accessToken)['family']).toBe(family);
      return accessToken;
    },
  ],
  ['that is a refresh token', async () => refreshToken((await signedIn()).cookie)],
  ['that is no token', () => 'not.a.token'],
];

test('a token that is right is taken', async () => {
  expect(await create(`Bearer ${await token({})}`)).toMatchObject({
    status: 200,
    data: { accountCreate: { account: expect.anything() } },
  });
});

test('a token of an operator whose role was taken away does nothing', async () => {
  const taken = await after('delete from account_grant where account_id = ?');
  const before = await state();

  expect((await create(`Bearer ${taken}`)).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(await state()).toEqual(before);
});

async function expectRefused(authorization: string): Promise<void> {
  const before = await state();

  const answer = await create(authorization);

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
  expect(await state()).toEqual(before);
}

test.each(KINDS)('a token %s is refused, and nothing is done', async (_, forge) => {
  await expectRefused(`Bearer ${await forge()}`);
});

test.each([
  ['another scheme', () => `Digest ${good}`],
  ['no scheme', () => good],
  ['nothing after the scheme', () => 'Bearer '],
  ['two tokens', () => `Bearer ${good} ${good}`],
])('a header with %s is refused, not taken for anonymous', async (_, header) => {
  await expectRefused(header());
});

test('a token as a Basic password is refused as no key', async () => {
  const before = await state();

  const answer = await create(`Basic ${Buffer.from(`me:${good}`).toString('base64')}`);

  expect(answer).toMatchObject({
    status: 401,
    data: null,
    errors: [{ extensions: { code: 'KEY_UNKNOWN' } }],
  });
  expect(await state()).toEqual(before);
});
