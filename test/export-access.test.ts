import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiKeyScope } from '../src/auth/api-key.js';
import { FORMATS } from '../src/exports/export.queries.js';
import { EXPORT_LIMIT } from '../src/exports/export.routes.js';
import type { ServerOptions } from '../src/http/server-options.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, type Headers } from './support/people.js';
import { now } from './support/reporting.js';

const FILE = '/exports/progress.csv?asOf=2024-12-31&unit=67';
const VARY = 'Authorization, X-Api-Key, Accept-Language, Accept-Encoding';

let hub: TestHub;
let operator: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  operator = (await demoPeople(hub))['operator']!.headers;
});
afterAll(() => hub.close());

const others: TestHub[] = [];
afterEach(() => Promise.all(others.splice(0).map((other) => other.close())));

/** Another hub on the same data. */
async function otherHub(settings: Partial<ServerOptions>): Promise<TestHub> {
  const other = await startHub({ sharing: hub.databaseUrl, now, ...settings });
  others.push(other);
  return other;
}

const download = (headers: Headers = {}, at = hub) =>
  at.server.inject({ url: FILE, headers: { 'accept-language': 'en', ...headers } });

const codeOf = (answer: Awaited<ReturnType<typeof download>>) => [
  answer.statusCode,
  answer.json().code,
];

async function key(...scopes: string[]): Promise<Headers> {
  const { apiKeyCreate } = await hub.data(
    `mutation ($scopes: [ApiKeyScope!]!) {
      apiKeyCreate(input: { name: "Tải xuống", scopes: $scopes }) { secret } }`,
    { scopes },
    operator,
  );
  return { 'x-api-key': apiKeyCreate.secret };
}

const basic = (name: string, password: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});

test('a key downloads what everybody may download, whatever it is for', async () => {
  const anonymous = await download();

  for (const scope of ['READ_PUBLIC', 'READ_EXPORTS']) {
    const withKey = await download(await key(scope));
    expect([withKey.statusCode, withKey.body]).toEqual([200, anonymous.body]);
  }
});

describe('a key never opens less than no key', () => {
  const query = '{ administrativeUnit(code: "68") { code progress { lines { percent } } } }';
  const addresses = [
    `/graphql?query=${encodeURIComponent(query)}`,
    ...FORMATS.filter(({ isOffice }) => !isOffice).map(
      ({ name }) => `/exports/${name}?asOf=2024-12-31&unit=67`,
    ),
    '/exports/frameworks/four-pillar-1.json',
    '/exports/frameworks/four-pillar-1.xlsx',
    '/exports/frameworks/template.xlsx',
    '/catalog',
    '/schema.graphql',
    '/graphiql',
    '/robots.txt',
    '/health/ready',
  ];

  test.each(Object.keys(ApiKeyScope))('of %s, at any address that answers', async (scope) => {
    const withKey = await key(scope);
    const asPassword = basic('x', withKey['x-api-key'] ?? '');
    for (const url of addresses) {
      const anonymous = await hub.server.inject({ url });
      expect([url, anonymous.statusCode]).toEqual([url, 200]);
      for (const headers of [withKey, asPassword]) {
        const answer = await hub.server.inject({ url, headers });
        expect([url, answer.statusCode]).toEqual([url, 200]);
        // A workbook and a document say when they were made.
        if (!/\.(xlsx|docx)/.test(url))
          expect(answer.rawPayload.equals(anonymous.rawPayload)).toBe(true);
      }
    }
  });

  test('in a stream', async () => {
    const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id name } }');
    const asked = `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`;
    const at = await hub.server.listen({ host: '127.0.0.1', port: 0 });
    for (const headers of [{}, await key('READ_PUBLIC'), await key('READ_EXPORTS')]) {
      const leave = new AbortController();
      const stream = await fetch(`${at}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: asked }),
        signal: leave.signal,
      });
      let told = '';
      for await (const part of stream.body ?? []) {
        told += Buffer.from(part).toString();
        if (told.includes('"name"') || told.includes('errors')) break;
      }
      leave.abort();
      expect(told).toContain(unit.name);
    }
  });
});

test('where not everybody may, a key needs READ_EXPORTS for a download, and no other scope', async () => {
  const closed = await otherHub({ publicRead: false });
  const refused = await download(await key('READ_PUBLIC'), closed);
  const given = await download(await key('READ_EXPORTS'), closed);

  expect(codeOf(refused)).toEqual([403, 'KEY_SCOPE_MISSING']);
  expect(refused.headers).toMatchObject({
    'www-authenticate': 'Bearer error="insufficient_scope"',
    'cache-control': 'no-store',
  });
  expect(given.body).toBe((await download()).body);
});

describe('the password of HTTP Basic', () => {
  test('is a key, with any user name or none', async () => {
    const closed = await otherHub({ publicRead: false });
    const { 'x-api-key': secret = '' } = await key('READ_EXPORTS', 'READ_PUBLIC');
    const file = (await download()).body;

    for (const name of ['', 'excel', 'Sở Giáo dục']) {
      const given = await download(basic(name, secret), closed);
      expect([given.statusCode, given.body]).toEqual([200, file]);
    }
    const { status, data } = await closed.ask('{ viewer { name } }', {}, basic('x', secret));
    expect([status, data]).toEqual([200, { viewer: null }]);
  });

  test('that is no key is refused as one, and asked for again by a program', async () => {
    const closed = await otherHub({ publicRead: false });
    const { 'x-api-key': secret = '' } = await key('READ_EXPORTS');
    const asKey = await download({ 'x-api-key': `${secret}0` }, closed);

    for (const headers of [
      basic('x', `${secret}0`),
      basic('x', ''),
      basic(secret, ''),
      basic('operator@demo.example', 'a password'),
      { authorization: 'Basic' },
      { authorization: 'Basic x' },
    ]) {
      const refused = await download(headers, closed);
      if (headers.authorization !== 'Basic') expect(refused.json()).toEqual(asKey.json());
      expect(refused.statusCode).toBe(401);
      expect(refused.headers['www-authenticate']).toContain(
        'Basic realm="API key as the password", charset="UTF-8"',
      );
    }
    expect(codeOf(asKey)).toEqual([401, 'KEY_UNKNOWN']);
  });

  test('is not asked for by a browser, whose user signs in to the console', async () => {
    const closed = await otherHub({ publicRead: false });

    const program = await download({}, closed);
    const browser = await download({ 'sec-fetch-mode': 'cors' }, closed);
    const graph = await closed.server.inject('/graphql?query={viewer{name}}');

    expect(program.headers['www-authenticate']).toHaveLength(2);
    for (const { statusCode, headers } of [browser, graph])
      expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer']);
  });

  test('neither signs anybody in nor changes anything', async () => {
    const { 'x-api-key': secret = '' } = await key('READ_PUBLIC');

    for (const mutation of ['sessionRefresh', 'sessionEnd']) {
      const query = `mutation { ${mutation} { userErrors { code } } }`;
      const { status, errors } = await hub.ask(query, {}, basic('x', secret));
      expect([status, errors[0]?.extensions.code]).toEqual([403, 'KEY_READ_ONLY']);
    }
    const password = await hub.ask('{ viewer { name } }', {}, basic('operator@demo.example', 'x'));
    expect([password.status, password.errors[0]?.extensions.code]).toEqual([401, 'KEY_UNKNOWN']);
  });
});

test('a key beside a token, and one that is none, get nothing', async () => {
  const good = await key('READ_EXPORTS');

  expect(codeOf(await download({ ...good, ...operator }))).toEqual([400, 'TWO_CREDENTIALS']);
  expect(codeOf(await download({ 'x-api-key': 'edh_none' }))).toEqual([401, 'KEY_UNKNOWN']);
});

test('what caches on the way may keep goes by who asks', async () => {
  const [anonymous, withKey, signedIn] = [
    await download(),
    await download(await key('READ_EXPORTS')),
    await download(operator),
  ];

  for (const answer of [anonymous, withKey])
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, no-cache', vary: VARY });
  expect(signedIn.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: VARY });
});

test('a hub that answers no anonymous questions gives its files to those who may read', async () => {
  const closed = await otherHub({ publicRead: false });
  const etag = (await download()).headers.etag as string;

  const anonymous = await download({ 'if-none-match': etag }, closed);
  const withKey = await download(await key('READ_EXPORTS'), closed);

  expect(codeOf(anonymous)).toEqual([401, 'PUBLIC_READ_OFF']);
  expect(anonymous.headers).toMatchObject({
    'www-authenticate': ['Bearer', 'Basic realm="API key as the password", charset="UTF-8"'],
    'cache-control': 'no-store',
  });
  expect(anonymous.headers).not.toHaveProperty('etag');
  expect([withKey.statusCode, withKey.headers['cache-control']]).toEqual([
    200,
    'private, no-cache',
  ]);
});

test('a file costs 1,000 points, also when it is only confirmed, until they are used up', async () => {
  const limited = await otherHub({
    rateLimits: { points: 2500, signIns: null, databaseUrl: undefined },
  });
  const first = await download({}, limited);
  const known = await download({ 'if-none-match': String(first.headers.etag) }, limited);

  expect([first, known].map(({ statusCode }) => statusCode)).toEqual([200, 304]);
  expect(first.headers['ratelimit']).toMatch(/^"cost";r=1500;t=\d+$/);
  expect(known.headers['ratelimit']).toMatch(/^"cost";r=500;t=\d+$/);
  for (let time = 0; time <= EXPORT_LIMIT; time += 1) {
    const refused = await download({}, limited);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit']).toMatch(/^"cost";r=500;t=\d+$/);
    expect(refused.headers['cache-control']).toBe('no-store');
  }
  // Somebody else has points of their own, and every refusal has made room for them.
  expect((await download(operator, limited)).statusCode).toBe(200);
});
