import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { databaseOf } from '../src/database/orm.js';
import { TimeIsUp, withinTime } from '../src/database/time-limit.js';
import { asHub, asNobody } from '../src/shared/who-asks.js';
import { startHub, type TestHub } from './support/hub.js';
import { untilNoneSleeps } from './support/long-run/backends.js';
import {
  addEvidence,
  approve,
  castOf,
  FULL_ANSWERS,
  now,
  save,
  submit,
  TODAY,
} from './support/reporting.js';
import { strangeDatabase } from './support/strange-database.js';

const SHORT = 300;

/** A hub that keeps nothing on its sessions, and one that does, on databases with the same strange sessions. */
let hub: TestHub;
let direct: TestHub;
let other: pg.Client;
let pool: pg.Pool;
beforeAll(async () => {
  hub = await startHub({
    ...{ sharing: await strangeDatabase(), now, throughPooler: true },
    onPoolCreated: (created) => (pool = created),
    databaseLimits: { wait: 5_000 },
  });
  direct = await startHub({ sharing: await strangeDatabase(), now });
  other = new pg.Client({ connectionString: hub.databaseUrl });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await hub.close();
  await direct.close();
});

const READS = `{
  changes(first: 1) { nodes { at } }
  unit: administrativeUnit(code: "68") {
    name
    progress(asOf: "${TODAY}") { asOf lines { group completed reported } }
  }
}`;

/** What a school reports and an office approves, how often each waited for the database, and what is read then. */
async function storyOn(told: TestHub) {
  const cast = await castOf(told);
  const trips: number[] = [];
  const step = async (work: () => ReturnType<typeof save>) => {
    let done!: Awaited<ReturnType<typeof save>>;
    trips.push(await told.countRoundTrips(async () => (done = await work())));
    expect(done.refusals).toEqual([]);
    return done.update!;
  };
  const { institution, round, school, reviewer } = cast;
  const saved = await step(() => save(told, school, { institution, round, answers: FULL_ANSWERS }));
  const { id, version } = await step(() =>
    save(told, school, { institution, round, version: saved.version, answers: FULL_ANSWERS }),
  );
  await addEvidence(told, id);
  const handed = await step(() => submit(told, school, { id, version }));
  const approved = await step(() => approve(told, reviewer, { id, version: handed.version }));
  // More often than a statement is sent before it is prepared.
  for (let times = 0; times < 4; times += 1) await told.data(READS);
  return { state: approved.state, trips, read: await told.data(READS) };
}

/** How the hub has left its sessions. */
async function leftSessions(): Promise<object[]> {
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  const left = clients.map(async (client) => {
    // Without values it is sent as it is.
    const { rows } = await client.query<object>(
      `select current_setting('timezone') as zone, current_setting('datestyle') as dates,
        current_setting('lock_timeout') as wait, coalesce(current_setting('hub.asks', true), '') as who,
        (select count(*)::int from pg_prepared_statements) as statements,
        (select count(*)::int from pg_locks where locktype = 'advisory') as locks`,
    );
    client.release();
    return rows;
  });
  return (await Promise.all(left)).flat();
}

test('a report is saved, handed in, approved and read as by a direct hub, and leaves nothing on the sessions', async () => {
  const [story, expected] = [await storyOn(hub), await storyOn(direct)];

  expect(story).toEqual({
    ...expected,
    read: { ...expected.read, changes: story.read.changes },
  });
  expect(story.state).toBe('APPROVED');
  expect(story.read.changes.nodes[0].at).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  const [first, ...others] = await leftSessions();
  expect(first).toEqual({
    ...{ zone: 'Asia/Ho_Chi_Minh', dates: 'SQL, DMY', wait: '0', who: '' },
    ...{ statements: 0, locks: 0 },
  });
  for (const each of others) expect(each).toEqual(first);
});

test('rows that are not for everybody are given to whoever says who asks, and to nobody else', async () => {
  const count = async () => {
    const database = databaseOf(hub.orm.em.fork());
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from account`.execute(database);
    return rows[0]!.count;
  };
  const inTransaction = () =>
    databaseOf(hub.orm.em.fork())
      .transaction()
      .execute(async (database) => {
        await sql`select 1`.execute(database);
        const { rows } = await sql<{ count: number; level: string; zone: string }>`
          select count(*)::int as count, current_setting('transaction_isolation') as level,
            current_setting('timezone') as zone from account`.execute(database);
        return rows[0]!;
      });
  const all = { level: 'read committed', zone: 'UTC', count: await asHub(count) };

  expect(all.count).toBeGreaterThan(0);
  expect(await asNobody(count)).toBe(0);
  expect(await asHub(inTransaction)).toEqual(all);
  expect(await asNobody(inTransaction)).toEqual({ ...all, count: 0 });
});

test('a statement whose time is up is cancelled, and its connection goes on', async () => {
  const before = pool.totalCount;
  const sleep = () => sql`select pg_sleep(600)`.execute(databaseOf(hub.orm.em.fork()));

  await expect(withinTime(SHORT, sleep)).rejects.toBeInstanceOf(TimeIsUp);

  await untilNoneSleeps(other);
  expect(pool.totalCount).toBe(before);
});

test('what is held by somebody else is waited for as long as the hub is told to', async () => {
  await other.query('begin; lock table account in access exclusive mode');
  try {
    const wanted = sql`update account set name = name`.execute(databaseOf(hub.orm.em.fork()));
    await expect(wanted).rejects.toMatchObject({ code: 'BUSY' });
  } finally {
    await other.query('rollback');
  }
});
