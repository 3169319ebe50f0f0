import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Writable } from 'node:stream';
import { DiskSpace } from '../src/health/disk-space.js';
import { LastErrors } from '../src/health/last-errors.js';
import { createLogger } from '../src/start/logger.js';
import { startHub, type TestHub } from './support/hub.js';
import { signIn } from './support/people.js';

const MEGABYTE = 1024 * 1024;
const HEALTH = `{ hubHealth { version startedAt problems warnings
  database { version migration megabytes connections mostConnections lockWaits }
  disk { freeMegabytes reserveMegabytes }
  queues { queue waiting failed lastFailure { at what reason } }
  errors { at message reason requestId } } }`;

let hub: TestHub;
let operator: Record<string, string>;
let free = 4000;
beforeAll(async () => {
  const errors = new LastErrors();
  const nowhere = new Writable({ write: (_line, _encoding, done) => done() });
  const logger = createLogger({ logLevel: 'warn' }, nowhere, errors);
  const read = async () => free * MEGABYTE;
  const disk = new DiskSpace({ folder: '.', reserve: 512, read, goodFor: 0 });
  hub = await startHub({ from: 'demo', logger, errors, disk });
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Người vận hành');
});
afterAll(() => hub.close());

test('an operator sees the version, the database, the disk and that nothing waits', async () => {
  const { hubHealth } = await hub.data(HEALTH, {}, operator);

  expect(hubHealth).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    startedAt: expect.stringMatching(/Z$/),
    problems: [],
    warnings: [],
    disk: { freeMegabytes: 4000, reserveMegabytes: 512 },
    errors: [],
  });
  expect(hubHealth.database).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+$/),
    migration: expect.stringMatching(/^\d{14}-[a-z-]+$/),
    mostConnections: expect.any(Number),
    lockWaits: 0,
  });
  expect(hubHealth.database.megabytes).toBeGreaterThan(5);
  expect(hubHealth.database.connections).toBeGreaterThan(0);
  const nothing = { waiting: 0, failed: 0, lastFailure: null };
  expect(hubHealth.queues).toEqual(
    ['PUBLICATIONS', 'WEBHOOKS', 'MAILS', 'IMPORT_JOBS'].map((queue) => ({ queue, ...nothing })),
  );
});

test('what failed last is told with its reason, and an error with the number of its request', async () => {
  free = 100;
  await hub.em.execute(
    `insert into webhook (url, description, sealed_secret, version, created_at, position, failures,
       failing_since, last_failure, next_attempt_at)
     values ('https://a.example/?token=secret', 'Cổng dữ liệu', '', 1, now(), 2147483647, 3, now(), 'HTTP 500', now())`,
  );
  await hub.em.execute(
    `insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at,
       created_at, settled_at, answer)
     select min(id), 'a@example.edu.vn', 'APPROVED', 'x', '{}', 'REFUSED', now(), now(), now(),
       '550 No such mailbox' from account`,
  );
  await hub.em.execute('alter table plan rename to hidden');
  const { errors } = await hub.ask('{ plans(first: 1) { nodes { id } } }');
  await hub.em.execute('alter table hidden rename to plan');

  const { hubHealth } = await hub.data(HEALTH, {}, operator);

  expect(hubHealth.warnings).toEqual([expect.stringContaining('nearly full: 100 MB are left')]);
  expect(hubHealth.queues).toMatchObject([
    { queue: 'PUBLICATIONS' },
    { failed: 1, lastFailure: { what: 'Cổng dữ liệu', reason: 'HTTP 500' } },
    { failed: 1, lastFailure: { what: 'a@example.edu.vn', reason: '550 No such mailbox' } },
    { queue: 'IMPORT_JOBS', failed: 0, lastFailure: null },
  ]);
  expect(JSON.stringify(hubHealth)).not.toContain('secret');
  const { requestId } = errors[0]!.extensions as { requestId?: string };
  expect(hubHealth.errors).toMatchObject([
    { message: 'a request failed', reason: expect.stringContaining('plan'), requestId },
  ]);
});

test('nobody else is told anything', async () => {
  const planner = await signIn(hub, { role: 'PLANNER' }, 'Người lập kế hoạch').catch(() => ({}));

  for (const headers of [{}, planner])
    expect(await hub.data(HEALTH, {}, headers)).toEqual({ hubHealth: null });
});
