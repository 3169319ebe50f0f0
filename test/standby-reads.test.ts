import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { seedDemo } from '../seeds/demo/demo.js';
import { migrate } from '../src/database/migrate.js';
import { databaseOf, type Orm } from '../src/database/orm.js';
import { StandbyReads } from '../src/database/standby-reads.js';
import { openOrm } from '../src/tables.js';
import { serviceUrlOf, startHub, type TestHub } from './support/hub.js';
import { metricsOf } from './support/metrics.js';
import { approve, castOf, draft, now, submit, TODAY, type Cast } from './support/reporting.js';
import { startPair, type TestServer } from './support/standby.js';

let primary: TestServer;
let standby: TestServer;
let closePair: () => Promise<void>;
let orm: Orm;
let reads: StandbyReads;
let hub: TestHub;
let cast: Cast;

beforeAll(async () => {
  ({ primary, standby, close: closePair } = await startPair());
  const limits = { connect: 20_000, wait: 20_000, silence: 20_000 };
  orm = await openOrm(primary.url, { limits });
  await migrate(orm);
  await seedDemo(orm.em.fork(), TODAY);
  const { username, password } = new URL(serviceUrlOf(primary.url));
  await primary.ask(`create role ${username} login password '${password}'`);
  reads = await StandbyReads.open(standbyUrl(), orm, { limits });
  hub = await startHub({ sharing: primary.url, standby: reads, now });
  cast = await castOf(hub);
});
afterAll(async () => {
  await hub.close();
  await orm.close(true);
  await closePair();
});
afterEach(() => standby.ask('select pg_wal_replay_resume()'));

/** Both are named, the primary first: whoever takes the first one that answers is wrong. */
function standbyUrl(): string {
  const { username, password, pathname } = new URL(serviceUrlOf(primary.url));
  const hosts = `127.0.0.1:${primary.port},127.0.0.1:${standby.port}`;
  return `postgresql://${username}:${password}@${hosts}${pathname}`;
}

const UPDATES = `query ($round: ID!, $institution: ID!) {
  statusUpdates(first: 1, filter: { round: $round, institution: $institution }) { nodes { state revision } }
}`;
/** The state of the update, or for everybody the number of its approved revision. */
const stateFor = async (who?: Cast['school'], of = cast): Promise<string | number | null> => {
  const variables = { round: of.round, institution: of.institution };
  const { statusUpdates } = await hub.data(UPDATES, variables, who);
  const [update] = statusUpdates.nodes;
  return update?.state ?? update?.revision ?? null;
};
const counted = async (outcome: string) =>
  (await metricsOf(hub)).of(`hub_standby_reads_total{outcome="${outcome}"}`)!;

/** Asks until the answer came from the standby alone, for half a minute at most. */
async function byStandby<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 300; tries += 1) {
    const before = { ...reads.counts };
    const answer = await work();
    const { standby: read, ...others } = reads.counts;
    const { standby: readBefore, ...othersBefore } = before;
    if (read > readBefore && JSON.stringify(others) === JSON.stringify(othersBefore)) return answer;
    await pause(100);
  }
  throw new Error(`The standby does not answer: ${JSON.stringify(reads.counts)}`);
}

test('a query is read on the standby, and its answer is that of the primary', async () => {
  const query = '{ administrativeUnits(first: 5) { nodes { code name } } }';

  const read = await byStandby(() => hub.ask(query));

  const alone = await startHub({ sharing: primary.url, now });
  const expected = await alone.ask(query);
  await alone.close();
  expect(read.errors).toEqual([]);
  expect(read.data).toEqual(expected.data);
  expect(read.extensions).toEqual(expected.extensions);
  expect(await counted('standby')).toBeGreaterThan(0);
  const { username } = new URL(serviceUrlOf(primary.url));
  const connections = await standby.ask(
    `select from pg_stat_activity where usename = '${username}'`,
  );
  expect(connections.length).toBeGreaterThan(0);
});

test('what was done while the standby stands still is seen by the very next query', async () => {
  await standby.ask('select pg_wal_replay_pause()');
  const { id, version } = await draft(hub, cast);
  expect(await stateFor(cast.school)).toBe('DRAFT');
  const { update: handed } = await submit(hub, cast.school, { id, version });
  expect(await stateFor(cast.reviewer)).toBe('SUBMITTED');
  const [read, behind] = [await counted('standby'), await counted('behind')];

  await approve(hub, cast.reviewer, { id, version: handed!.version });

  expect(await stateFor()).toBe(1);
  expect(await stateFor(cast.reviewer)).toBe('APPROVED');
  expect(await counted('standby')).toBe(read);
  expect(await counted('behind')).toBeGreaterThan(behind);
  await standby.ask('select pg_wal_replay_resume()');
  expect(await byStandby(() => stateFor())).toBe(1);
});

test('on the standby a draft is shown to its school alone, and rows are guarded', async () => {
  const other = await castOf(hub, 'DN-THPT-02');
  await draft(hub, other);

  expect(await byStandby(() => stateFor(other.school, other))).toBe('DRAFT');
  expect(await byStandby(() => stateFor(undefined, other))).toBe(null);
  const database = reads.database(databaseOf(orm.em.fork()), async () => undefined);
  const { rows } = await byStandby(() =>
    sql<{ count: number }>`select count(*)::int as count from account`.execute(database),
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test('what the standby has before the primary told of it is not read there', async () => {
  const database = databaseOf(orm.em.fork());
  const onStandby = reads.database(database, async () => undefined);
  const revision = sql<{ revision: number }>`select revision from publication`;
  const { revision: told } = await reads.publication(database);
  await byStandby(() => revision.execute(onStandby));

  await database
    .updateTable('publication')
    .set({ revision: told + 1 })
    .execute();
  await byAhead(() => revision.execute(onStandby));

  const { rows } = await revision.execute(onStandby);
  expect(rows).toEqual([{ revision: told + 1 }]);
  expect((await reads.publication(database)).revision).toBe(told + 1);
  expect((await byStandby(() => revision.execute(onStandby))).rows).toEqual(rows);
});

/** Asks until the standby has what is new, which the primary has not told of. */
async function byAhead(work: () => Promise<unknown>): Promise<void> {
  const { ahead } = reads.counts;
  for (let tries = 0; reads.counts.ahead === ahead; tries += 1) {
    if (tries > 600) throw new Error(`The standby is not ahead: ${JSON.stringify(reads.counts)}`);
    await work();
    await pause(100);
  }
}

test('the standby dies: every query is answered all the same, and by it again once it is back', async () => {
  await byStandby(() => stateFor());
  await standby.kill();

  const query = '{ administrativeUnits(first: 1) { nodes { code } } }';
  const answers = await Promise.all(Array.from({ length: 30 }, () => hub.ask(query)));

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await counted('away')).toBeGreaterThan(0);
  await standby.start();
  await byStandby(() => stateFor());
});
