import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiskSpace } from '../src/health/disk-space.js';
import { startHub, type TestHub } from './support/hub.js';
import { metricsOf } from './support/metrics.js';
import { castOf, now } from './support/reporting.js';

const TOKEN = 'a-token-of-the-metrics';
const FRAMEWORKS = readFileSync(
  new URL('../schema/operations/frameworks.graphql', import.meta.url),
  'utf8',
);

let hub: TestHub;
let guarded: TestHub;
beforeAll(async () => {
  const disk = new DiskSpace({ folder: '.', reserve: 512, read: async () => 1_000_000_000 });
  hub = await startHub({ from: 'demo', now, disk, cacheMegabytes: 4, trustProxy: ['10.0.0.1'] });
  guarded = await startHub({ metricsToken: TOKEN });
});
afterAll(() => Promise.all([hub.close(), guarded.close()]));

/** How the metrics are refused, or 200. */
async function answerTo(
  { server }: TestHub,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
): Promise<[number, string?]> {
  const answer = await server.inject({ url: '/metrics', headers, remoteAddress });
  return answer.statusCode === 200 ? [200] : [answer.statusCode, answer.json().code];
}

describe('metrics are answered', () => {
  test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'to programs of this machine: %s',
    async (address) => {
      expect(await answerTo(hub, {}, address)).toEqual([200]);
    },
  );

  test.each(['192.0.2.7', '10.0.0.1', '::ffff:192.0.2.7', '2001:db8::1'])(
    'to nobody else: %s',
    async (address) => {
      expect(await answerTo(hub, {}, address)).toEqual([403, 'METRICS_FORBIDDEN']);
    },
  );

  test.each([
    'x-forwarded-for',
    'x-real-ip',
    'forwarded',
    'via',
    'x-forwarded-host',
    'x-forwarded-proto',
  ])('to nobody whom a proxy of this machine passes on: %s', async (name) => {
    expect(await answerTo(hub, { [name]: '127.0.0.1' })).toEqual([403, 'METRICS_FORBIDDEN']);
  });

  test('to nobody who says through a trusted proxy that they are this machine', async () => {
    const forwarded = { 'x-forwarded-for': '127.0.0.1' };

    expect(await answerTo(hub, forwarded, '10.0.0.1')).toEqual([403, 'METRICS_FORBIDDEN']);
  });

  test('with a token to whoever has it, and to nobody else', async () => {
    const refused = [401, 'METRICS_TOKEN_WRONG'];
    expect(await answerTo(guarded, { authorization: `Bearer ${TOKEN}` }, '192.0.2.7')).toEqual([
      200,
    ]);
    expect(await answerTo(guarded, { authorization: `Bearer ${TOKEN}s` })).toEqual(refused);
    expect(await answerTo(guarded, { authorization: TOKEN })).toEqual(refused);
    expect(await answerTo(guarded)).toEqual(refused);
  });
});

describe('a request is counted', () => {
  test('by the name of a known document, the code and the kind of sender', async () => {
    const { planner } = await castOf(hub);
    const before = await metricsOf(hub);
    await hub.ask(FRAMEWORKS);
    await hub.ask(FRAMEWORKS.replaceAll(/\n\s+/g, '\n'), {}, planner);
    await hub.ask('{ nothingOfTheKind }');
    await hub.ask('query Frameworks { __typename }', {}, { authorization: 'Bearer of.no.use' });
    const after = await metricsOf(hub);

    const more = (labels: string) =>
      after.of(`hub_requests_total{${labels}}`)! -
      (before.of(`hub_requests_total{${labels}}`) ?? 0);
    expect(more('operation="Frameworks",code="OK",sender="ANONYMOUS"')).toBe(1);
    expect(more('operation="Frameworks",code="OK",sender="PLANNER"')).toBe(1);
    expect(more('operation="other",code="GRAPHQL_VALIDATION_FAILED",sender="UNKNOWN"')).toBe(1);
    // Whatever a client calls its document, only one that is known has a name.
    expect(more('operation="other",code="UNAUTHENTICATED",sender="UNKNOWN"')).toBe(1);
    expect(after.of('hub_request_duration_seconds_count{operation="Frameworks"}')).toBe(2);
  });

  test('by its route where it is none of the graph, and by its status without a code', async () => {
    await hub.server.inject({ url: '/catalog' });
    await hub.server.inject({ url: '/nowhere/at/all' });
    await hub.server.inject({ url: '/exports/progress.csv?nothing=such' });
    const { names } = await metricsOf(hub);

    expect(names).toContain(
      'hub_requests_total{operation="/catalog",code="OK",sender="ANONYMOUS"}',
    );
    expect(names).toContain(
      'hub_requests_total{operation="other",code="ADDRESS_UNKNOWN",sender="UNKNOWN"}',
    );
    const codes = names.filter((name) => name.includes('operation="/exports'));
    expect(codes.join()).toContain('code="PARAMETERS_INVALID"');
  });

  test('as found in memory when it was', async () => {
    const before = await metricsOf(hub);
    const more = async (result: string) => {
      const name = `hub_cache_answers_total{result="${result}"}`;
      return (await metricsOf(hub)).of(name)! - (before.of(name) ?? 0);
    };
    await hub.ask('{ frameworks { code name } }');
    expect(await more('miss')).toBe(1);
    // An answer is kept after it was sent.
    while (!((await more('hit')) > 0)) await hub.ask('{ frameworks { code name } }');

    expect(await more('hit')).toBe(1);
  });

  test('by its own hub alone', async () => {
    const { names } = await metricsOf(guarded, { authorization: `Bearer ${TOKEN}` });

    expect(names.filter((name) => name.includes('operation="Frameworks"'))).toEqual([]);
  });
});

test('what waits, and what was given up, is told', async () => {
  const { em } = hub;
  await em.execute(
    `insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at,
       created_at, settled_at)
     select min(id), 'a@example.edu.vn', 'APPROVED', state, '{}', state, now() - interval '1 hour',
       now(), case when state = 'WAITING' then null else now() end
     from account, unnest(array['WAITING', 'NOT_SENT', 'REFUSED', 'SENT']) as state group by state`,
  );
  await em.execute(
    `insert into webhook (url, description, sealed_secret, version, created_at, position, failures,
       next_attempt_at, disabled_at, disabled_reason)
     values ('https://a.example', '', '', 1, now(), 0, 3, now(), null, null),
       ('https://b.example', '', '', 1, now(), 2147483647, 0, now(), null, null),
       ('https://c.example', '', '', 1, now(), 0, 90, now(), now(), 'FAILING'),
       ('https://d.example', '', '', 1, now(), 0, 0, now(), now(), 'OPERATOR')`,
  );
  const { of } = await metricsOf(hub);

  const states = ['WAITING', 'SENDING', 'PERHAPS_SENT', 'REFUSED', 'NOT_SENT'];
  expect(states.map((state) => of(`hub_mails{state="${state}"}`))).toEqual([1, 0, 0, 1, 1]);
  expect(of('hub_mail_waiting_seconds')).toBeGreaterThanOrEqual(3600);
  const webhooks = ['waiting', 'failing', 'dead'];
  expect(webhooks.map((state) => of(`hub_webhooks{state="${state}"}`))).toEqual([1, 1, 1]);
  expect(of('hub_webhook_behind_publications')).toBeGreaterThan(0);
  expect(of('hub_import_jobs{state="CHECKING"}')).toBe(0);
  expect([of('hub_disk_free_bytes'), of('hub_disk_reserve_bytes')]).toEqual([
    1_000_000_000,
    512 * 1024 * 1024,
  ]);
  expect(of('hub_ready')).toBe(1);
  expect(of('hub_database_waiting{for="publication"}')).toBe(0);
  expect(of('hub_database_connections{state="used"}')).toBeGreaterThanOrEqual(0);
  expect(of('hub_event_loop_delay_seconds{of="max"}')).toBeGreaterThanOrEqual(0);
  expect(of('hub_published_revision')).toBeGreaterThan(0);
});
