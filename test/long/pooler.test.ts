import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import { sql } from 'kysely';
import { databaseOf } from '../../src/database/orm.js';
import { TimeIsUp, withinTime } from '../../src/database/time-limit.js';
import { openOrm } from '../../src/tables.js';
import { run as runProgram } from '../support/command.js';
import { cloneDatabase, serviceUrlOf } from '../support/hub.js';
import { seedAccounts } from '../support/long-run/accounts.js';
import { onDatabase, untilNoneSleeps } from '../support/long-run/backends.js';
import { makeCast } from '../support/long-run/cast.js';
import { checkLedger } from '../support/long-run/ledger-check.js';
import { Member, type Run } from '../support/long-run/member.js';
import { MixedLoad } from '../support/long-run/mixed-load.js';
import { Outcomes, REFUSED_BY_LOAD } from '../support/long-run/outcomes.js';
import { freePort, SupervisedHub } from '../support/long-run/supervised-hub.js';
import { WriteLedger } from '../support/long-run/write-ledger.js';
import { startPgBouncer, testWithPgBouncer, type PgBouncer } from '../support/pgbouncer.js';

/** Half of the connections of a hub. */
const SIZE = 8;
/** How long everybody works, in milliseconds. */
const WORK = 60_000;
/** How long a start may take, in milliseconds. */
const START = 60_000;

/** How often a hub behind it and a direct one read, in turns; how long that took is told. */
const READS = 1000;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The demo, and PgBouncer before it for the role that serves. */
async function pooledDemo(): Promise<{ ownerUrl: string; pooler: PgBouncer }> {
  const ownerUrl = await cloneDatabase('demo');
  const pooler = await startPgBouncer(serviceUrlOf(ownerUrl), SIZE);
  ends.push(pooler.end);
  return { ownerUrl, pooler };
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hub-pooler-'));
  ends.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function startSupervised(environment: Record<string, string>): Promise<SupervisedHub> {
  const hub = new SupervisedHub(await freePort(), {
    HUB_DATA_DIR: await folder(),
    HUB_SEED_DEMO: 'false',
    HUB_RATE_LIMIT: '100000000',
    ...environment,
  });
  ends.push(() => hub.stop(30_000));
  hub.start();
  await hub.untilReady(START);
  return hub;
}

const LIST = `query ($code: String!) { institutions(first: 20) {
  nodes { code name unit { name } pillars { pillar stage } } }
  administrativeUnit(code: $code) { name } }`;

/** How long something takes that is done by the one and by the other in turns, in milliseconds: the medians. */
async function inTurns(
  times: number,
  works: readonly (() => Promise<unknown>)[],
): Promise<number[]> {
  const took = works.map((): number[] => []);
  for (let time = 0; time < times; time += 1)
    for (const [one, work] of works.entries()) {
      const from = performance.now();
      await work();
      // The first ones are for warming up.
      if (time >= times / 5) took[one]!.push(performance.now() - from);
    }
  return took.map((each) => each.sort((less, more) => less - more)[Math.floor(each.length / 2)]!);
}

/** What a read takes of each hub. */
async function compare(runs: readonly Run[]): Promise<number[]> {
  const readers = runs.map((run) => new Member(run));
  const reads = readers.map((reader) => () => reader.ask('read', LIST, { code: '68' }));
  const took = await inTurns(READS, reads);
  for (const { client } of readers) client.close();
  return took;
}

testWithPgBouncer(
  'a hub behind PgBouncer works under load with fewer connections of the database than its own',
  async () => {
    const { ownerUrl, pooler } = await pooledDemo();
    const password = await seedAccounts(ownerUrl);
    // Nothing is answered from memory.
    const same = { HUB_MIGRATE_DATABASE_URL: ownerUrl, HUB_CACHE_MB: '0' };
    const hub = await startSupervised({
      ...{ ...same, DATABASE_URL: pooler.url, HUB_DATABASE_POOLER: 'transaction' },
      HUB_RATE_LIMIT_STORE: 'database',
    });
    const ending = new AbortController();
    const [outcomes, ledger] = [new Outcomes(), new WriteLedger()];
    const run: Run = { port: hub.port, password, outcomes, ledger, ending: ending.signal };
    const cast = await makeCast(run);
    const load = new MixedLoad(run, cast);
    const working = load.go();
    await pause(WORK);
    ending.abort();
    await working;
    load.close();
    cast.sender.member.client.close();

    const direct = await startSupervised({ ...same, DATABASE_URL: serviceUrlOf(ownerUrl) });
    const reads = await compare([run, { ...run, port: direct.port }]);
    const counts = { done: ledger.count('done'), requests: outcomes.counts() };
    process.stderr.write(`${JSON.stringify({ reads, counts })}\n`);

    const failed = outcomes.unexcused([]).filter((one) => !one.includes(REFUSED_BY_LOAD));
    expect(failed).toEqual([]);
    expect(counts.done).toBeGreaterThan(50);
    expect(ledger.unknown()).toEqual([]);
    expect(hub.lives).toHaveLength(1);
    expect(hub.log.filter((line) => /"level":(50|60)|"level":"(error|fatal)"/.test(line))).toEqual(
      [],
    );
    expect(await onDatabase(ownerUrl, (client) => checkLedger(ledger, client))).toEqual({
      ...{ lost: [], doubled: [], unwanted: [], torn: [] },
    });
    await hub.stop(30_000);
    expect((await pooler.end()).split('\n').filter((line) => /ERROR|WARNING/.test(line))).toEqual(
      [],
    );
  },
  15 * 60_000,
);

testWithPgBouncer('through PgBouncer a statement is cancelled whose time is up', async () => {
  const { ownerUrl, pooler } = await pooledDemo();
  const orm = await openOrm(pooler.url, { throughPooler: true });
  ends.push(() => orm.close(true));
  const sleep = () => sql`select pg_sleep(600)`.execute(databaseOf(orm.em.fork()));

  await expect(withinTime(500, sleep)).rejects.toBeInstanceOf(TimeIsUp);

  await onDatabase(ownerUrl, untilNoneSleeps);
});

testWithPgBouncer('a hub that was not told of such a pooler does not start', async () => {
  const { ownerUrl, pooler } = await pooledDemo();
  const refused = await runProgram('main', [], {
    ...{ PORT: '0', HUB_DATA_DIR: await folder(), HUB_SEED_DEMO: 'false' },
    ...{ DATABASE_URL: pooler.url, HUB_MIGRATE_DATABASE_URL: ownerUrl },
  }).finished;

  expect(refused).toMatchObject({ status: 1 });
  expect(refused.err).toMatch(/^DATABASE_POOLED: The address .*Set HUB_DATABASE_POOLER/);
});
