import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ServerOptions } from '../src/http/server-options.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, type Headers } from './support/people.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const HOUR = 3_600_000;
const POINTS = 100_000;
/** Costs 11. */
const QUESTION = '{ institutions(first: 10) { nodes { code } } }';

let hub: TestHub;
let operator: Headers;
let time: Date;
beforeAll(async () => {
  time = NOW;
  hub = await startHub({ from: 'demo', ...settings() });
  operator = (await demoPeople(hub))['operator']!.headers;
});
beforeEach(() => {
  time = NOW;
});
afterAll(() => hub.close());

const others: TestHub[] = [];
afterEach(() => Promise.all(others.splice(0).map((other) => other.close())));

function settings(): Partial<ServerOptions> {
  const rateLimits = { points: POINTS, signIns: null, databaseUrl: undefined };
  return { now: () => time, cacheMegabytes: 8, rateLimits };
}

/** Another hub on the same data. */
async function otherHub(more: Partial<ServerOptions>): Promise<TestHub> {
  const other = await startHub({ sharing: hub.databaseUrl, ...settings(), ...more });
  others.push(other);
  return other;
}

const get = (query: string, headers: Headers = {}, at = hub) =>
  at.server.inject({ url: `/graphql?${new URLSearchParams({ query }).toString()}`, headers });

/** The answer to a question that is in memory already, and how many statements it took. */
async function remembered(headers: Headers, at = hub, query = QUESTION) {
  // The last of these waits for what is kept of the ones before.
  for (let again = 0; again < 3; again += 1) await get('{ __typename }', headers, at);
  let answer!: Awaited<ReturnType<typeof get>>;
  const statements = await at.countStatements(
    async () => {
      answer = await get(query, headers, at);
    },
    { keeping: true },
  );
  return { answer, statements };
}

const leftOf = ({ headers }: Awaited<ReturnType<typeof get>>) =>
  Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);

const codeOf = (answer: Awaited<ReturnType<typeof get>>) => [
  answer.statusCode,
  answer.json().errors[0].extensions.code,
];

interface Key {
  id: string;
  secret: string;
  headers: Headers;
}

async function key(input = 'scopes: [READ_PUBLIC]'): Promise<Key> {
  const { apiKeyCreate } = await hub.data(
    `mutation { apiKeyCreate(input: { name: "Bảng", ${input} }) { secret apiKey { id } } }`,
    {},
    operator,
  );
  const { secret, apiKey } = apiKeyCreate;
  return { id: apiKey.id, secret, headers: { 'x-api-key': secret } };
}

async function lastUseOf({ id }: Key): Promise<string> {
  for (;;) {
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on ApiKey { lastUsedAt } } }',
      { id },
      operator,
    );
    if (node.lastUsedAt) return node.lastUsedAt;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A key whose last use has been written, which counts as a statement. */
async function usedKey(): Promise<Key> {
  const made = await key();
  await get('{ __typename }', made.headers);
  await lastUseOf(made);
  return made;
}

describe('an answer in memory', () => {
  test('is given to a key, which is found and charged as for any other', async () => {
    const [used, fresh] = [await usedKey(), await key()];
    const first = await get(QUESTION);

    const { answer, statements } = await remembered(used.headers);

    expect(statements).toBe(2);
    expect([answer.statusCode, answer.body]).toEqual([200, first.body]);
    for (const name of ['etag', 'cache-control', 'vary', 'content-type'])
      expect([name, answer.headers[name]]).toEqual([name, first.headers[name]]);
    const left = leftOf(answer);
    expect(leftOf(await get(QUESTION, used.headers))).toBe(left - 11);
    expect(leftOf(await get(QUESTION, fresh.headers))).toBe(POINTS - 11);
    expect(await lastUseOf(fresh)).toBe(NOW.toISOString());
  });

  test('is given to a key as a bearer token, too', async () => {
    const { secret } = await key();
    const first = await get(QUESTION);

    const answer = await get(QUESTION, { authorization: `Bearer ${secret}` });

    expect([answer.statusCode, answer.body]).toEqual([200, first.body]);
    expect(answer.headers['etag']).toBe(first.headers['etag']);
  });

  test.each<[string, number, string, () => Promise<Headers>]>([
    [
      'that is revoked',
      401,
      'KEY_REVOKED',
      async () => {
        const { id, headers } = await key();
        await hub.data(
          'mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { userErrors { code } } }',
          { id },
          operator,
        );
        return headers;
      },
    ],
    [
      'that has expired',
      401,
      'KEY_EXPIRED',
      async () => {
        const expiresAt = new Date(NOW.getTime() + HOUR).toISOString();
        const { headers } = await key(`scopes: [READ_PUBLIC], expiresAt: "${expiresAt}"`);
        time = new Date(NOW.getTime() + HOUR);
        return headers;
      },
    ],
    ['that is none', 401, 'KEY_UNKNOWN', async () => ({ 'x-api-key': 'edh_none' })],
    [
      'beside a token',
      400,
      'TWO_CREDENTIALS',
      async () => ({ ...(await key()).headers, ...operator }),
    ],
  ])('is not given to a key %s', async (_what, status, code, make) => {
    const headers = await make();
    const first = await get(QUESTION);

    const answer = await get(QUESTION, headers);
    const known = await get(QUESTION, {
      ...headers,
      'if-none-match': String(first.headers['etag']),
    });

    expect(first.statusCode).toBe(200);
    expect([codeOf(answer), codeOf(known)]).toEqual([
      [status, code],
      [status, code],
    ]);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers).not.toHaveProperty('etag');
  });

  test('is given to a key of another scope only where everybody may read', async () => {
    const closed = await otherHub({ publicRead: false });
    const [files, graph] = [await key('scopes: [READ_EXPORTS]'), await key()];
    const first = await get(QUESTION);
    await get(QUESTION, graph.headers, closed);
    const kept = await get(QUESTION, graph.headers, closed);

    const open = await get(QUESTION, files.headers);
    const refused = await get(QUESTION, files.headers, closed);

    expect([open.statusCode, open.body]).toEqual([200, first.body]);
    expect(kept.statusCode).toBe(200);
    expect(codeOf(refused)).toEqual([403, 'KEY_SCOPE_MISSING']);
    expect(refused.headers['cache-control']).toBe('private, no-store');
    expect(refused.headers).not.toHaveProperty('etag');
  });

  test('is charged each time, also when it is only confirmed, until nothing is left', async () => {
    const limited = await otherHub({
      rateLimits: { points: 35, signIns: null, databaseUrl: undefined },
    });
    const first = await get(QUESTION, {}, limited);
    const again = await get(QUESTION, {}, limited);
    const known = await get(QUESTION, { 'if-none-match': String(first.headers['etag']) }, limited);

    const refused = await get(QUESTION, {}, limited);

    expect([first, again, known].map((answer) => [answer.statusCode, leftOf(answer)])).toEqual([
      [200, 24],
      [200, 13],
      [304, 2],
    ]);
    expect([...codeOf(refused), leftOf(refused)]).toEqual([429, 'RATE_LIMITED', 2]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['cache-control']).toBe('private, no-store');
  });

  test('of a hub without anonymous questions is for those who may read', async () => {
    const closed = await otherHub({ publicRead: false });
    const [one, two] = [await key(), await usedKey()];
    const first = await get(QUESTION, one.headers, closed);

    const { answer, statements } = await remembered(two.headers, closed);
    const anonymous = await get(QUESTION, {}, closed);
    const known = await get(QUESTION, { 'if-none-match': String(first.headers['etag']) }, closed);

    expect(first.headers['cache-control']).toBe('private, max-age=0, must-revalidate');
    expect([answer.body, answer.headers['cache-control'], statements]).toEqual([
      first.body,
      'private, max-age=0, must-revalidate',
      2,
    ]);
    expect([codeOf(anonymous), codeOf(known)]).toEqual([
      [401, 'PUBLIC_READ_OFF'],
      [401, 'PUBLIC_READ_OFF'],
    ]);
    expect(anonymous.headers['cache-control']).toBe('private, no-store');
  });
});

test.each(['{ rateLimit { remaining } }', '{ viewer { name } }'])(
  'what concerns who asks is never kept: %s',
  async (query) => {
    await get(query);
    const { answer, statements } = await remembered({}, hub, query);

    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers).not.toHaveProperty('etag');
    // Which state of the data it is from.
    expect(statements).toBe(1);
  },
);

test('what is left is told anew, however often it is asked', async () => {
  const { headers } = await key();
  const asked = () => get('{ rateLimit { remaining } }', headers);

  const left = [await asked(), await asked()].map((each) => each.json().data.rateLimit.remaining);

  expect(left).toEqual([POINTS - 1, POINTS - 2]);
});
