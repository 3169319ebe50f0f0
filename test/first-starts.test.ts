import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../src/database/migrate.js';
import type { Orm } from '../src/database/orm.js';
import { inTurn } from '../src/database/one-program.js';
import { openOrm } from '../src/tables.js';
import { command, run, type Running } from './support/command.js';
import { bareDatabase, cloneDatabase } from './support/hub.js';

let folder: string;
const hubs: Running[] = [];
const orms: Orm[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-first-'));
});
afterEach(async () => {
  for (const orm of orms.splice(0)) await orm.close(true);
  for (const hub of hubs.splice(0)) {
    hub.process.kill('SIGTERM');
    await hub.finished;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(environment: Record<string, string>): Running {
  const hub = run('main', [], { PORT: '0', ...environment });
  hubs.push(hub);
  return hub;
}

async function open(url: string): Promise<Orm> {
  const orm = await openOrm(url);
  orms.push(orm);
  return orm;
}

/** How much of the demo there is. A hub that has started also publishes its day. */
async function countsOf(url: string): Promise<unknown> {
  const orm = await open(url);
  const [counts] = await orm.em.fork().execute(`
    select (select count(*)::int from institution) as institutions,
      (select count(*)::int from reporting_round) as rounds,
      (select count(*)::int from plan) as plans,
      (select count(*)::int from account where sign_in_name is distinct from 'operator') as accounts`);
  return counts;
}

test('of two first starts at once on one database both run, on one demo', async () => {
  const [url, whole] = [await bareDatabase(), await cloneDatabase('demo')];
  const starts = ['a', 'b'].map((name) =>
    start({ DATABASE_URL: url, HUB_DATA_DIR: join(folder, name) }),
  );

  const told = await Promise.all(starts.map((hub) => hub.saying('/health/ready')));

  expect(await countsOf(url)).toEqual(await countsOf(whole));
  expect(told.filter((out) => out.includes('loading the demo'))).toHaveLength(1);
});

test('a first start that is killed while it loads the demo leaves nothing half done', async () => {
  const [url, whole] = [await bareDatabase(), await cloneDatabase('demo')];
  const settings = { DATABASE_URL: url, HUB_DATA_DIR: join(folder, 'killed') };
  const killed = start(settings);
  await killed.saying('loading the demo');
  killed.process.kill('SIGKILL');
  await killed.finished;

  const out = await start(settings).saying('/health/ready');

  expect(out).toContain('loading the demo');
  expect(await countsOf(url)).toEqual(await countsOf(whole));
});

test('of two first starts at once on one folder one runs, and the other is refused', async () => {
  const directory = join(folder, 'shared', 'data');
  const settings = { HUB_DATA_DIR: directory, HUB_SEED_DEMO: 'false' };
  const starts = [start(settings), start(settings)];

  const ends = await Promise.allSettled(starts.map((hub) => hub.saying('/health/ready')));

  const refused = ends.filter((end) => end.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(String(refused[0]!.reason)).toContain(
    `DATA_DIRECTORY_IN_USE: Another hub is using the data folder ${directory}`,
  );
});

test('whoever makes the database ready is waited for, and told of once', async () => {
  const url = await cloneDatabase('empty');
  const [first, second] = [await open(url), await open(url)];
  const steps: string[] = [];
  let finish = () => {};
  const working = inTurn(first, steps.push.bind(steps), async () => {
    steps.push('first begins');
    await new Promise<void>((resolve) => (finish = resolve));
    steps.push('first ends');
  });
  while (steps.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const waiting = inTurn(
    second,
    (line) => {
      steps.push(line);
      finish();
    },
    async () => steps.push('second begins'),
  );
  await Promise.all([working, waiting]);

  expect(steps).toEqual([
    'first begins',
    'Another program is making the database ready: waiting until it is done …',
    'first ends',
    'second begins',
  ]);
});

for (const [name, lock, asked] of [
  ['its turn', 4_725_147, 'pg_try_advisory_lock'],
  ['a lock of the migrations', 4_725_146, 'pg_advisory_xact_lock($'],
] as const)
  test(`a start that waits for ${name} is stopped by a signal`, async () => {
    const url = await cloneDatabase('empty');
    const orm = await open(url);
    const other = orm.em.fork();
    await other.begin();
    await other.execute(`select pg_advisory_xact_lock(${lock})`);
    const hub = start({ DATABASE_URL: url, HUB_DATA_DIR: join(folder, `lock-${lock}`) });
    const waits = async () => {
      const rows = await orm.em.fork().execute(`select 1 from pg_stat_activity
        where datname = current_database() and position('${asked}' in query) > 0
          and pid <> pg_backend_pid()`);
      return rows.length > 0;
    };
    while (!(await waits())) await new Promise((resolve) => setTimeout(resolve, 20));
    hub.process.kill('SIGTERM');

    const { status, out, err } = await hub.finished;

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/SIGTERM: stopping …\nStopped\.\n$/);
    await other.rollback();
  });

test('work that fails gives the turn to the next', async () => {
  const url = await cloneDatabase('empty');
  const [first, second] = [await open(url), await open(url)];
  const told: string[] = [];
  const failing = inTurn(
    first,
    () => {},
    () => Promise.reject(new Error('no')),
  );

  await expect(failing).rejects.toThrow('no');
  await inTurn(
    second,
    (line) => told.push(line),
    async () => undefined,
  );

  expect(told).toEqual([]);
});

test('a database that a newer hub migrated is refused by the hub and by its commands', async () => {
  const url = await cloneDatabase('empty');
  const orm = await open(url);
  await orm.em.fork().execute(
    `insert into mikro_orm_migrations (name, hub_version) values
      ('20991231000000-later', '7.8.8'), ('20991231000001-latest', '7.8.9')`,
  );

  const environment = { DATABASE_URL: url, HUB_DATA_DIR: join(folder, 'newer') };
  const refusals = [
    await start(environment).finished,
    await command(['key', 'list'], environment),
    await command(['migrate'], environment),
  ];

  for (const { status, err, out } of refusals) {
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(
      /^DATABASE_NEWER: A newer hub has migrated the database: it needs version 7\.8\.9 or newer, and this hub of version \d+\.\d+\.\d+ does not know the migration 20991231000001-latest\./,
    );
  }
});

test('each migration keeps the version of the hub that ran it', async () => {
  const orm = await open(await bareDatabase());
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

  await migrate(orm);

  const rows = await orm.em
    .fork()
    .execute('select distinct hub_version as version from mikro_orm_migrations');
  expect(rows).toEqual([{ version }]);
});

test('a later update leaves the versions of earlier migrations as they were', async () => {
  const orm = await open(await cloneDatabase('empty'));
  const em = orm.em.fork();
  await em.execute(`update mikro_orm_migrations set hub_version = '0.0.1'`);

  await migrate(orm);

  const rows = await em.execute('select distinct hub_version as version from mikro_orm_migrations');
  expect(rows).toEqual([{ version: '0.0.1' }]);
});
