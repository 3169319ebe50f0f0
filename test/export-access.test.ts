import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { EXPORT_LIMIT } from '../src/exports/export.routes.js';
import type { ServerOptions } from '../src/http/server.js';
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

test('a key needs READ_EXPORTS for a download, and no other scope', async () => {
  const reads = await key('READ_PUBLIC');
  const exports = await key('READ_EXPORTS');

  const refused = await download(reads);
  const given = await download(exports);

  expect(codeOf(refused)).toEqual([403, 'KEY_SCOPE_MISSING']);
  expect(refused.headers).toMatchObject({
    'www-authenticate': 'Bearer error="insufficient_scope"',
    'cache-control': 'no-store',
  });
  expect(given.body).toBe((await download()).body);
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
    'www-authenticate': 'Bearer',
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
