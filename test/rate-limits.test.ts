import { afterEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { STREAMS_OF_SENDER } from '../src/http/stream.routes.js';
import { RateLimits, UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople } from './support/people.js';

const SILENT = pino({ level: 'silent' });
const NOW = new Date('2026-03-01T00:00:00Z');
const hubs: TestHub[] = [];

async function start(options: Parameters<typeof startHub>[0]): Promise<TestHub> {
  const hub = await startHub({ now: () => NOW, ...options });
  hubs.push(hub);
  return hub;
}
afterEach(() => Promise.all(hubs.splice(0).map((hub) => hub.close())));

const limited = (points: number) => ({ ...UNLIMITED, points });

const post = (hub: TestHub, query: string, headers: Record<string, string> = {}) =>
  hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en', ...headers },
    payload: { query },
  });

/** What an answer says is left. */
const leftOf = ({ headers }: Awaited<ReturnType<typeof post>>) =>
  Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);

/** Costs 11. */
const ELEVEN = '{ institutions(first: 10) { nodes { code } } }';

test('every answer says what it cost and what is left, until nothing is', async () => {
  const hub = await start({ rateLimits: limited(25) });

  const first = await post(hub, ELEVEN);
  const second = await post(hub, ELEVEN);
  const third = await post(hub, ELEVEN);
  const small = await post(hub, '{ __typename }');

  const { cost } = first.json().extensions;
  expect(cost).toEqual({ requested: 11, maximum: 3000 });
  expect(first.headers['ratelimit-policy']).toBe('"cost";q=25;w=60');
  expect(first.headers['ratelimit']).toMatch(/^"cost";r=14;t=\d+$/);
  expect(second.json().extensions.cost).toEqual(cost);
  expect(second.headers['ratelimit']).toMatch(/^"cost";r=3;t=\d+$/);
  expect(third.statusCode).toBe(429);
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  expect(third.headers['ratelimit']).toMatch(/^"cost";r=3;t=\d+$/);
  expect(third.json()).toMatchObject({
    errors: [
      {
        message: expect.stringMatching(/^The request costs 11 points, and 3 of 25 per 60 seconds/),
        extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
      },
    ],
  });
  expect(small.json()).toMatchObject({ extensions: { cost: { requested: 1 } } });
  expect(small.headers['ratelimit']).toMatch(/^"cost";r=2;t=\d+$/);
});

test('what is refused before it is read costs nothing, and says what is left', async () => {
  const hub = await start({ rateLimits: limited(25) });

  const broken = await post(hub, '{');
  const large = await post(hub, '{ institutions(first: 101) { totalCount } }');
  const asked = await post(hub, '{ rateLimit { limit remaining resetsAt cost } }');

  expect([broken.statusCode, large.statusCode]).toEqual([400, 400]);
  for (const { headers } of [broken, large])
    expect(headers['ratelimit']).toMatch(/^"cost";r=25;t=\d+$/);
  expect(asked.json().data.rateLimit).toEqual({
    limit: 25,
    remaining: 24,
    resetsAt: expect.stringMatching(/^2026-03-01T00:0[01]:/),
    cost: 1,
  });
});

test('a stream that is one too many of its sender is refused without a charge', async () => {
  const hub = await start({ rateLimits: limited(100_000) });
  const address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const leaving = new AbortController();
  // Costs 250.
  const query = 'subscription { unitsProgressChanged(unitKind: PROVINCE) { id } }';
  const open = () =>
    fetch(`${address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
  const left = async () => leftOf(await post(hub, '{ __typename }'));
  try {
    const streams = await Promise.all(Array.from({ length: STREAMS_OF_SENDER }, open));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    expect(await left()).toBe(100_000 - STREAMS_OF_SENDER * 250 - 1);

    const refused = await open();
    const { errors }: any = await refused.json();

    expect([refused.status, errors[0].extensions.code]).toEqual([503, 'TOO_MANY_STREAMS']);
    expect(await left()).toBe(100_000 - STREAMS_OF_SENDER * 250 - 2);
  } finally {
    leaving.abort();
  }
});

test('each account and each address has points of its own', async () => {
  const hub = await start({ from: 'demo', rateLimits: limited(30), trustProxy: ['127.0.0.1'] });
  const { planner, reviewer } = await demoPeople(hub);
  const remaining = async (headers: Record<string, string>) =>
    leftOf(await post(hub, ELEVEN, headers));

  const left = [
    await remaining(planner!.headers),
    await remaining({ ...planner!.headers, 'x-forwarded-for': '192.0.2.1' }),
    await remaining(reviewer!.headers),
    await remaining({ 'x-forwarded-for': '192.0.2.1' }),
    await remaining({ 'x-forwarded-for': '192.0.2.1, 192.0.2.2' }),
  ];

  expect(left).toEqual([19, 8, 19, 19, 19]);
});

test('all addresses of an IPv6 network have the points of one', async () => {
  const hub = await start({ rateLimits: limited(30), trustProxy: ['127.0.0.1'] });

  const left = [];
  for (const address of ['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1', '::ffff:192.0.2.1'])
    left.push(leftOf(await post(hub, ELEVEN, { 'x-forwarded-for': address })));
  left.push(leftOf(await post(hub, ELEVEN, { 'x-forwarded-for': '192.0.2.1' })));

  expect(left).toEqual([19, 8, 19, 19, 8]);
});

test('without a trusted proxy nobody chooses their address', async () => {
  const hub = await start({ rateLimits: limited(30) });

  await post(hub, ELEVEN, { 'x-forwarded-for': '192.0.2.1' });
  const second = await post(hub, ELEVEN, { 'x-forwarded-for': '192.0.2.2' });

  expect(leftOf(second)).toBe(8);
});

test('hubs on one database count together', async () => {
  const { databaseUrl } = await start({});
  const [one, other] = [1, 2].map(
    () => new RateLimits({ ...UNLIMITED, points: 30, databaseUrl }, SILENT),
  ) as [RateLimits, RateLimits];
  try {
    expect(await one.charge('account:1', 11)).toMatchObject({ remaining: 19 });
    expect(await other.charge('account:1', 11)).toMatchObject({ remaining: 8 });
    await expect(one.charge('account:1', 11)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      charge: { remaining: 8 },
    });
    expect(await other.charge('account:1', 8)).toMatchObject({ remaining: 0 });
    expect(await one.charge('account:2', 1)).toMatchObject({ remaining: 29 });
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});

test('an overloaded hub sheds requests with 503, and says that it lives', async () => {
  const hub = await start({ overload: { eventLoopDelay: 0, underWay: 0 } });

  const english = await post(hub, '{ __typename }');
  const vietnamese = await post(hub, '{ __typename }', { 'accept-language': 'vi' });
  const live = await hub.server.inject('/health/live');
  const ready = await hub.server.inject('/health/ready');

  expect([english.statusCode, english.headers['retry-after']]).toEqual([503, '5']);
  expect(english.json()).toEqual({
    errors: [
      {
        message: 'The hub is overloaded. Try again in 5 seconds.',
        extensions: { code: 'OVERLOADED' },
      },
    ],
  });
  expect(vietnamese.json().errors[0].message).not.toBe(english.json().errors[0].message);
  expect([live.statusCode, ready.statusCode]).toEqual([200, 503]);
  expect(ready.json()).toEqual({ status: 'the hub is overloaded and refuses requests' });
});

test('requests that have ended make room for others', async () => {
  const hub = await start({ overload: { eventLoopDelay: 0, underWay: 1 } });

  const answers = [await post(hub, ELEVEN), await post(hub, ELEVEN), await post(hub, ELEVEN)];

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
});
