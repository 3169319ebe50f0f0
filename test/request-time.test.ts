import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { databaseOf, type EntityManager } from '../src/database/orm.js';
import { takeSnapshot } from '../src/database/snapshot.js';
import { TimeIsUp, withinTime } from '../src/database/time-limit.js';
import { LIMITS } from '../src/execution/limits/limits.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { listenOnPort, openRaw, request } from './support/raw-connection.js';

const SHORT = 200;
/** Longer than any test takes. */
const LONG = 600_000;

let hub: TestHub;
let other: pg.Client;
let planner: Headers;
let province: string;
let framework: string;
const limits = { ...LIMITS };

beforeAll(async () => {
  limits.time = LONG;
  hub = await startHub({ from: 'demo', limits, now: () => new Date('2026-11-23T02:00:00Z') });
  province = await idOfUnit(hub, '68', '2026-11-23');
  framework = (await hub.data('{ frameworks { id } }')).frameworks[0].id;
  planner = await signIn(hub, { role: 'PLANNER', unit: province }, 'Lan');
  other = new pg.Client({ connectionString: hub.databaseUrl });
  await other.connect();
});
beforeEach(() => {
  limits.time = LONG;
});
afterEach(() => other.query('rollback'));
afterAll(async () => {
  await other.end();
  await hub.close();
});

/** Nobody else gets on with the table until `other` lets go of it. */
async function hold(table: string): Promise<void> {
  await other.query(`begin; lock table ${table} in access exclusive mode`);
}

async function letGo(): Promise<void> {
  await other.query('rollback');
  limits.time = LONG;
}

/** Waits until the hub has no statement and no transaction under way in the database. */
async function nothingRuns(): Promise<void> {
  for (;;) {
    // A transaction, as that which holds a table, would see the same for ever.
    await other.query('select pg_stat_clear_snapshot()');
    const { rows } = await other.query(
      `select query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until a statement of the hub waits for a table that is held. */
async function somethingWaits(): Promise<void> {
  for (;;) {
    await other.query('select pg_stat_clear_snapshot()');
    const { rows } = await other.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const post = (query: string, variables: object = {}, headers: Headers = {}) =>
  hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en', ...headers },
    payload: { query, variables },
  });

const QUESTION = '{ institutions(first: 1) { totalCount } }';
const CREATE = `mutation ($input: ReportingRoundCreateInput!) {
  reportingRoundCreate(input: $input) { reportingRound { code } userErrors { code } } }`;
const round = (code: string) => ({
  unit: province,
  framework,
  code,
  nameVi: 'Đợt thử',
  nameEn: 'A trial round',
  opensOn: '2026-12-01',
  dueOn: '2026-12-20',
  referenceDate: '2026-11-30',
  closesOn: '2027-01-10',
});
const plan = (document: string) => ({
  unit: province,
  document,
  issuer: 'UBND tỉnh',
  titleVi: 'Kế hoạch thử',
  titleEn: 'A trial plan',
  sourceStatus: 'CONFIRMED',
});

test('a question that the database keeps waiting is stopped there, too', async () => {
  await hold('institution');
  limits.time = SHORT;

  const english = await post(QUESTION);
  const vietnamese = await post(QUESTION, {}, { 'accept-language': 'vi' });

  expect(english.statusCode).toBe(504);
  expect(english.json()).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^The request was not done after 0.2 seconds/),
        extensions: { code: 'REQUEST_TIMEOUT' },
      },
    ],
  });
  expect(english.headers).toMatchObject({ 'cache-control': 'private, no-store' });
  expect(vietnamese.json().errors[0].message).toMatch(/^Yêu cầu chưa xong sau 0.2 giây/);
  await nothingRuns();
  await letGo();
  expect((await post(QUESTION)).statusCode).toBe(200);
});

test('a question is stopped in the database when its sender leaves, a change is not', async () => {
  const port = await listenOnPort(hub.server);
  const leave = async (body: object) => {
    const one = await openRaw(port);
    one.socket.write(request('POST', '/graphql', JSON.stringify(body), planner));
    await somethingWaits();
    one.socket.resetAndDestroy();
    await one.ended;
  };
  await hold('institution');
  await leave({ query: QUESTION });
  await nothingRuns();
  await letGo();

  await hold('audit_event');
  await leave({ query: CREATE, variables: { input: round('LEFT') } });
  await letGo();
  await nothingRuns();

  const made = await databaseOf(hub.em)
    .selectFrom('reporting_round')
    .where('code', '=', 'LEFT')
    .select('code')
    .execute();
  expect(made).toEqual([{ code: 'LEFT' }]);
  // Without being stopped it goes on for longer than that.
}, 20_000);

test('a change that is stopped is undone as a whole, and can be made afterwards', async () => {
  const before = await dumpOf(hub);
  // The last thing that it writes.
  await hold('audit_event');
  limits.time = SHORT;

  const { statusCode, body } = await post(CREATE, { input: round('CUT') }, planner);

  expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([
    504,
    'REQUEST_TIMEOUT',
  ]);
  await nothingRuns();
  await letGo();
  expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
  const again = await post(CREATE, { input: round('CUT') }, planner);
  expect(again.json().data.reportingRoundCreate.reportingRound.code).toBe('CUT');
});

test('what was committed before the time was up stays, and the answer says what did not', async () => {
  await hold('plan');
  // Enough for the first.
  limits.time = 3000;

  const { statusCode, body } = await post(
    `mutation ($round: ReportingRoundCreateInput!, $plan: PlanCreateInput!) {
      made: reportingRoundCreate(input: $round) { reportingRound { code } }
      cut: planCreate(input: $plan) { plan { document } }
    }`,
    { round: round('MADE'), plan: plan('CUT') },
    planner,
  );

  const { errors } = JSON.parse(body);
  expect([statusCode, errors.length, errors[0].path, errors[0].extensions]).toEqual([
    200,
    1,
    ['cut'],
    { code: 'REQUEST_TIMEOUT' },
  ]);
  await nothingRuns();
  await letGo();
  const { rows } = await other.query(`select code from reporting_round where code = 'MADE'`);
  expect(rows).toEqual([{ code: 'MADE' }]);
});

test('an answer that comes too late is kept by nobody', async () => {
  // Which state of the data an answer is from is looked up last.
  await hold('publication');
  limits.time = SHORT;

  const { statusCode, headers } = await post('{ __typename }');

  expect(statusCode).toBe(504);
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store' });
  expect(headers).not.toHaveProperty('etag');
});

test('nobody waits longer than that for a connection, and none is lost', async () => {
  const held = await Promise.all(
    Array.from({ length: 16 }, () => takeSnapshot(hub.orm.em.fork() as EntityManager)),
  );
  limits.time = SHORT;

  const statuses = await Promise.all(
    Array.from({ length: 20 }, async (_, index) =>
      index % 2
        ? (await post(QUESTION)).statusCode
        : (await post(CREATE, { input: round(`W${index}`) }, planner)).statusCode,
    ),
  );

  expect(new Set(statuses)).toEqual(new Set([504]));
  await Promise.all(held.map((snapshot) => snapshot.end()));
  limits.time = LONG;
  const all = await Promise.all(Array.from({ length: 20 }, () => post(QUESTION)));
  expect(all.map(({ statusCode }) => statusCode)).toEqual(all.map(() => 200));
});

test('the question of a stream has the same time', async () => {
  await hold('administrative_unit');
  limits.time = SHORT;

  const { body } = await hub.server.inject({
    method: 'POST',
    url: '/graphql/stream',
    headers: { 'accept-language': 'en' },
    payload: {
      query: 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }',
      variables: { unit: province },
    },
  });

  expect(body).toContain('"code":"REQUEST_TIMEOUT"');
  expect(body).toMatch(/event: complete/);
  await nothingRuns();
});

const database = () => databaseOf(hub.orm.em.fork());

test('many short statements are stopped like a long one, and no other is sent', async () => {
  let sent = 0;
  const work = withinTime(SHORT, async () => {
    for (;;) {
      await sql`select pg_sleep(0.01)`.execute(database());
      sent += 1;
    }
  });

  await expect(work).rejects.toBeInstanceOf(TimeIsUp);
  const before = sent;
  await nothingRuns();
  expect(sent - before).toBeLessThanOrEqual(1);
});

test('a commit is never cut: what it does is what is told', async () => {
  await other.query(`create table slowly (id int); grant insert on slowly to public;
    create function sleep() returns trigger language plpgsql as
      'begin perform pg_sleep(1.5); return null; end';
    create constraint trigger slow after insert on slowly deferrable initially deferred
      for each row execute function sleep()`);

  const work = withinTime(1000, () =>
    hub.orm.em.fork().transactional(async (em) => {
      await sql`insert into slowly values (1)`.execute(databaseOf(em));
      return 'done';
    }),
  );

  expect(await work).toBe('done');
  expect((await other.query('select id from slowly')).rows).toEqual([{ id: 1 }]);
  await other.query('drop table slowly; drop function sleep()');
});

test('what was not committed when the time was up never is', async () => {
  await other.query('create table late (id int); grant insert on late to public');
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = withinTime(SHORT, () =>
    hub.orm.em
      .fork()
      .transactional(async (em) => {
        await sql`insert into late values (1)`.execute(databaseOf(em));
        // No statement runs that could be cancelled.
        await new Promise((resolve) => setTimeout(resolve, 2 * SHORT));
      })
      .finally(end),
  );

  await expect(work).rejects.toBeInstanceOf(TimeIsUp);
  await ended;
  expect((await other.query('select id from late')).rows).toEqual([]);
  await other.query('drop table late');
});

test('work without a limit takes what it takes', async () => {
  limits.time = SHORT;

  await sql`select pg_sleep(0.5)`.execute(database());
});
