import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startBackups } from '../src/backups/backup-loop.service.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { LIMITS } from '../src/execution/limits/limits.js';
import { DiskSpace } from '../src/health/disk-space.js';
import { LastErrors } from '../src/health/last-errors.js';
import { createLogger } from '../src/start/logger.js';
import { startHub, type TestHub } from './support/hub.js';
import { metricsOf } from './support/metrics.js';
import { PASSWORD, person, signIn } from './support/people.js';
import { until } from './support/raw-connection.js';

const MEGABYTE = 1024 * 1024;
const DAY = 24 * 3_600_000;
/** What the health page shows of what keeps the hub from nothing. */
const WELL = { problems: [], warnings: [], errors: [] };

let free = 4000;
let log = '';

function take(line: Buffer, _encoding: unknown, done: () => void): void {
  log += line.toString();
  done();
}

/** A hub with the default level of the log, whose disk is as full as a test says. */
async function watchedHub(more: Parameters<typeof startHub>[0] = {}): Promise<TestHub> {
  const destination = new Writable({ write: take });
  const errors = new LastErrors();
  const read = async () => free * MEGABYTE;
  return startHub({
    from: 'demo',
    logger: createLogger({ logLevel: 'warn' }, destination, errors),
    errors,
    backups: { every: DAY },
    disk: new DiskSpace({ folder: '.', reserve: 512, read, goodFor: 0 }),
    ...more,
  });
}

let hub: TestHub;
let operator: Record<string, string>;
beforeAll(async () => {
  const rateLimits = { points: 0, signIns: SIGN_IN_LIMITS, databaseUrl: undefined };
  hub = await watchedHub({ rateLimits });
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Người vận hành');
});
afterAll(() => hub.close());
beforeEach(() => {
  log = '';
});

const lines = () =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function health(of = hub) {
  const { hubHealth } = await of.data(
    '{ hubHealth { problems warnings queues { queue waiting failed lastFailure { reason } } errors { message } } }',
    {},
    of === hub ? operator : await signIn(of, { role: 'OPERATOR' }),
  );
  return hubHealth;
}

/** By how much a metric rises while something is done. */
async function rise(name: string, work: () => Promise<unknown>, of = hub): Promise<number> {
  const before = (await metricsOf(of)).of(name) ?? 0;
  await work();
  return ((await metricsOf(of)).of(name) ?? 0) - before;
}

const START = `mutation ($email: String!, $password: String!) {
  sessionStart(input: { email: $email, password: $password }) { accessToken } }`;

test('wrong passwords: counted, and a line for each', async () => {
  const { email } = await person(hub, [], 'Một người');
  const wrong = () => hub.ask(START, { email, password: 'sai mật khẩu' });

  expect(await rise('hub_security_events_total{event="sign-in-failed"}', wrong)).toBe(1);
  expect(lines()).toMatchObject([{ event: 'sign-in-failed', account: expect.any(Number) }]);
  // It keeps the hub from nothing.
  expect(await health()).toMatchObject(WELL);
});

test('a lock-out: counted, and a line with whom it concerns and until when', async () => {
  const { email } = await person(hub, [], 'Một người khác');
  const often = async () => {
    for (let times = 0; times < SIGN_IN_LIMITS.ofPair; times += 1)
      await hub.ask(START, { email, password: 'sai mật khẩu' });
    // Even the right one has to wait now.
    await hub.ask(START, { email, password: PASSWORD });
  };

  expect(await rise('hub_security_events_total{event="sign-in-locked"}', often)).toBe(1);
  expect(lines().filter(({ event }) => event === 'sign-in-locked')).toMatchObject([
    { account: expect.any(Number), for: 'THIS_ADDRESS', until: expect.any(String) },
  ]);
  expect(await health()).toMatchObject(WELL);
});

test('a refusal: counted by its code and the kind of sender, and a line', async () => {
  const school = await signIn(hub, [], 'Không có vai trò');
  const refused = () =>
    hub.ask(
      'mutation { apiKeyCreate(input: { name: "x", scopes: [READ_PUBLIC] }) { secret } }',
      {},
      school,
    );

  expect(
    await rise('hub_requests_total{operation="other",code="FORBIDDEN",sender="ACCOUNT"}', refused),
  ).toBe(1);
  expect(lines()).toMatchObject([{ event: 'access-refused', code: 'FORBIDDEN' }]);
  expect(await health()).toMatchObject(WELL);
});

test('a request that is not done in time (504): counted by its code', async () => {
  const slow = await watchedHub({
    limits: { ...LIMITS, time: 2000 },
    databaseLimits: { slow: 100 },
  });
  try {
    await slow.em.execute('alter table plan rename to plan_table');
    await slow.em
      .execute(`create view plan as select plan_table.* from plan_table, (select pg_sleep(5) is null as slept) as asleep
        where not slept;
        grant select on plan to public`);
    let answer: Awaited<ReturnType<TestHub['ask']>> | undefined;
    const ask = async () => {
      answer = await slow.ask('{ plans(first: 1) { nodes { id } } }');
    };
    const timeouts =
      'hub_requests_total{operation="other",code="REQUEST_TIMEOUT",sender="ANONYMOUS"}';

    expect(await rise(timeouts, ask, slow)).toBe(1);
    expect(answer!.status).toBe(504);
    // The statement ends after the answer that gave it up; those of the metrics may take long as well.
    const told = () => lines().filter(({ operation }) => operation === 'other');
    await until(() => told().length > 0);
    expect(told()).toMatchObject([{ msg: 'a statement took long', requestId: expect.any(String) }]);
    // One that the hub gave up is no mistake of the hub.
    expect(await health(slow)).toMatchObject(WELL);
  } finally {
    await slow.close();
  }
});

test('overload: counted, not ready, a line at its beginning, and the metrics still answer', async () => {
  const full = await watchedHub({ overload: { eventLoopDelay: 60_000, underWay: 0 } });
  try {
    const ask = () => full.ask('{ __typename }');
    const refused = 'hub_requests_total{operation="/graphql",code="OVERLOADED",sender="UNKNOWN"}';

    expect(await rise(refused, ask, full)).toBe(1);
    expect((await metricsOf(full)).of('hub_ready')).toBe(0);
    expect(lines()).toMatchObject([{ msg: 'the hub is overloaded: requests are refused' }]);
    const ready = await full.server.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json().status]).toEqual([
      503,
      'the hub is overloaded and refuses requests',
    ]);
  } finally {
    await full.close();
  }
});

test('a full disk: measured, warned of, and on the health page', async () => {
  free = 100;
  const { of } = await metricsOf(hub);
  const shown = await health();
  const ready = await hub.server.inject({ url: '/health/ready' });
  free = 4000;

  expect(of('hub_disk_free_bytes')).toBeLessThan(of('hub_disk_reserve_bytes')!);
  expect([of('hub_ready'), of('hub_warnings')]).toEqual([1, 1]);
  expect(shown.problems).toEqual([]);
  expect(shown.warnings).toEqual([expect.stringContaining('100 MB are left')]);
  expect(ready.json().warnings).toEqual(shown.warnings);
  // It is told to whoever asks, not again and again in the log.
  expect(lines()).toEqual([]);
});

test('a dead webhook: measured, and on the health page with what failed', async () => {
  await hub.em.execute(
    `insert into webhook (url, description, sealed_secret, version, created_at, position, failures,
       failing_since, last_failure, next_attempt_at, disabled_at, disabled_reason)
     values ('https://a.example', 'Cổng dữ liệu', '', 1, now(), 0, 90, now(), 'HTTP 500', now(), now(), 'FAILING')`,
  );
  const { of } = await metricsOf(hub);
  const { queues } = await health();

  expect(of('hub_webhooks{state="dead"}')).toBe(1);
  expect(queues).toContainEqual({
    queue: 'WEBHOOKS',
    waiting: 0,
    failed: 1,
    lastFailure: { reason: 'HTTP 500' },
  });
  // Its receiver's fault: the trail has when it was given up, and why.
  expect(lines()).toEqual([]);
});

test('an overdue backup: measured, warned of, on the health page, and a line for it and for each failure', async () => {
  await hub.em.execute(
    `insert into backup (due_at, begun_at, not_before, done_at, file, bytes)
     values (now() - interval '3 days', now(), now(), now() - interval '3 days', '/b/1.backup', 1234)`,
  );
  const stop = startBackups(
    hub.orm,
    createLogger({ logLevel: 'warn' }, new Writable({ write: take })),
    { folder: '/dev/null', every: DAY, keep: 3, make: () => Promise.reject(new Error('full')) },
    { lookEvery: 5 },
  );
  try {
    const told = (wanted: string) => lines().some(({ msg }) => msg === wanted);
    await until(() => told('a backup failed') && told('a backup is overdue'));
    // The line of a failure comes just before its row.
    await until(async () => (await metricsOf(hub)).of('hub_backups_failed') === 1);
    const { of } = await metricsOf(hub);
    const shown = await health();
    const ready = await hub.server.inject({ url: '/health/ready' });

    expect(of('hub_backup_bytes')).toBe(1234);
    expect(of('hub_backup_timestamp_seconds')).toBeLessThan(Date.now() / 1000 - 2 * 86_400);
    expect(of('hub_backup_overdue_seconds')).toBeGreaterThan(6 * 3600);
    expect([of('hub_ready'), of('hub_warnings')]).toEqual([1, 1]);
    expect(shown.warnings).toEqual([expect.stringContaining('a backup is overdue since')]);
    expect([ready.statusCode, ready.json().warnings]).toEqual([200, shown.warnings]);
  } finally {
    await stop();
    await hub.em.execute('delete from backup');
  }
});

test('a database that is away: not ready, what is in it is not told, and a line', async () => {
  const alone = await watchedHub({ databaseLimits: { connect: 500, wait: 500, silence: 500 } });
  const name = new URL(alone.databaseUrl).pathname.slice(1);
  // Nobody gets a connection any more, and those there are end.
  await hub.em.execute(`alter database ${name} allow_connections false`);
  await hub.em.execute('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [
    name,
  ]);
  const { of } = await metricsOf(alone);
  const { body } = await alone.server.inject({ url: '/metrics' });
  await alone.close();

  expect(of('hub_ready')).toBe(0);
  expect(body).not.toMatch(/^hub_mails/m);
  expect(lines().length).toBeGreaterThan(0);
});
