import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { databaseOf, type EntityManager } from '../src/database/orm.js';
import { publish } from '../src/database/publish.js';
import { takeSnapshot } from '../src/database/snapshot.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, PASSWORD, person, signIn, type Headers } from './support/people.js';

const CONNECTIONS = 4;
const LIMITS = { connections: CONNECTIONS, connect: 2000, wait: 1000, silence: 2000 };
const TIMES = 20;

let hub: TestHub;
let other: pg.Client;
let pool: pg.Pool;
let planner: Headers;
let operator: Headers;
let email: string;
let round: object;

beforeAll(async () => {
  const now = () => new Date('2026-11-23T02:00:00Z');
  hub = await startHub({ from: 'demo', databaseLimits: LIMITS, now });
  pool = await hub.orm.em.getConnection().getNativeClient();
  const unit = await idOfUnit(hub, '68', '2026-11-23');
  planner = await signIn(hub, { role: 'PLANNER', unit });
  operator = await signIn(hub, { role: 'OPERATOR' });
  ({ email } = await person(hub, []));
  round = {
    unit,
    framework: (await hub.data('{ frameworks { id } }')).frameworks[0].id,
    nameVi: 'Đợt thử',
    nameEn: 'A trial round',
    opensOn: '2026-12-01',
    dueOn: '2026-12-20',
    referenceDate: '2026-11-30',
    closesOn: '2027-01-10',
  };
  other = new pg.Client({ connectionString: hub.databaseUrl });
  await other.connect();
  await other.query(`
    create function die() returns trigger language plpgsql as
      'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'`);
});
beforeEach(() => other.query('drop trigger if exists die on audit_event'));
afterAll(async () => {
  await other.end();
  await hub.close();
});

const CREATE = `mutation ($input: ReportingRoundCreateInput!) {
  reportingRoundCreate(input: $input) { reportingRound { code } userErrors { code } } }`;
const createRound = (code: string, more: object = {}) =>
  hub.ask(CREATE, { input: { ...round, code, ...more } }, planner);
const createAccount = (name: string) =>
  hub.ask(
    `mutation ($input: AccountCreateInput!) {
      accountCreate(input: $input) { account { name } userErrors { code } } }`,
    { input: { name, email: `${name}@example.edu.vn`, password: PASSWORD } },
    operator,
  );
const signInBy = (password: string) =>
  hub.ask(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { viewer { name } } }`,
    { email, password },
  );

/** Whoever adds to a table ends the process that serves the connection: at once, or in the commit. */
async function deadly(table: string, when: 'at once' | 'in the commit'): Promise<void> {
  await other.query(
    when === 'at once'
      ? `create trigger die after insert on ${table} for each row execute function die()`
      : `create constraint trigger die after insert on ${table} deferrable initially deferred
           for each row execute function die()`,
  );
}

/** Every connection can be had, at once, and nobody waits for one. */
async function expectWhole(): Promise<void> {
  const all = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => takeSnapshot(hub.orm.em.fork() as EntityManager)),
  );
  expect(pool).toMatchObject({ totalCount: CONNECTIONS, waitingCount: 0 });
  await Promise.all(all.map(({ end }) => end()));
  expect(pool).toMatchObject({ idleCount: CONNECTIONS });
}

async function times(work: (index: number) => Promise<unknown>): Promise<unknown[]> {
  const results: unknown[] = [];
  for (let index = 0; index < TIMES; index += 1) results.push(await work(index));
  return results;
}

const codesOf = ({ status, errors }: Awaited<ReturnType<TestHub['ask']>>) => [
  status,
  errors[0]?.extensions.code,
];
const all = (outcome: unknown) => Array.from({ length: TIMES }, () => outcome);

describe('a transaction whose connection is ended gives it back', () => {
  test('when it publishes', async () => {
    const died = await times(() =>
      publish(hub.em, async (within) => {
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(databaseOf(within));
        return { changed: true };
      }).catch(({ code }) => code),
    );

    expect(died).toEqual(all('DATABASE_UNAVAILABLE'));
    await expectWhole();
    expect(await publish(hub.em, async () => ({ changed: true }))).toEqual({ changed: true });
  });

  test('when it is of a mutation that publishes', async () => {
    await deadly('audit_event', 'at once');

    const died = await times(async (index) => codesOf(await createRound(`D${index}`)));

    expect(died).toEqual(all([503, 'DATABASE_UNAVAILABLE']));
    await expectWhole();
    await other.query('drop trigger die on audit_event');
    expect((await createRound('D0')).data.reportingRoundCreate.reportingRound.code).toBe('D0');
  });

  test('when it is of a mutation that publishes nothing', async () => {
    await deadly('audit_event', 'at once');

    const died = await times(async (index) => codesOf(await createAccount(`d${index}`)));

    expect(died).toEqual(all([503, 'DATABASE_UNAVAILABLE']));
    await expectWhole();
    await other.query('drop trigger die on audit_event');
    expect((await createAccount('d0')).data.accountCreate.account.name).toBe('d0');
  });

  test('when it is a sign-in', async () => {
    await deadly('account_session', 'at once');

    const died = await times(async () => codesOf(await signInBy(PASSWORD)));

    expect(died).toEqual(all([503, 'DATABASE_UNAVAILABLE']));
    await other.query('drop trigger die on account_session');
    await expectWhole();
    expect((await signInBy(PASSWORD)).errors).toEqual([]);
  });

  test('when it is a snapshot', async () => {
    await times(async () => {
      const snapshot = await takeSnapshot(hub.orm.em.fork());
      const ending = sql`select pg_terminate_backend(pg_backend_pid())`.execute(snapshot.database);
      await expect(ending).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
      await snapshot.end();
    });

    await expectWhole();
  });

  test('when nothing of it runs', async () => {
    await times(async () => {
      const snapshot = await takeSnapshot(hub.orm.em.fork());
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        snapshot.database,
      );
      await other.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
      await snapshot.end();
    });

    await expectWhole();
  });

  test('and what a commit came to is not told as if it were known', async () => {
    await deadly('audit_event', 'in the commit');

    const answers = await times(async (index) => {
      const published = codesOf(await createRound(`C${index}`));
      const alone = codesOf(await createAccount(`c${index}`));
      return [published, alone];
    });

    expect(answers).toEqual(
      all([
        [200, 'OUTCOME_UNKNOWN'],
        [200, 'OUTCOME_UNKNOWN'],
      ]),
    );
    await expectWhole();
    await other.query('drop trigger die on audit_event');
    const again = await createRound('C0', { idempotencyKey: 'C0' });
    expect(again.data.reportingRoundCreate.reportingRound.code).toBe('C0');
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });
});

test('connections that are ended while nobody uses them are replaced', async () => {
  await expectWhole();

  await other.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

  expect((await hub.ask('{ institutions(first: 1) { totalCount } }')).status).toBe(200);
  await expectWhole();
});

describe('others who came before', () => {
  /** So many writers wait in the database for a lock. */
  const waiting = async () => {
    await other.query('select pg_stat_clear_snapshot()');
    const { rows } = await other.query(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0].waiting as number;
  };
  const untilSomeWait = async () => {
    while ((await waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  test('keep writers waiting in the hub, then away; readers are answered meanwhile', async () => {
    await other.query('begin; update publication set revision = revision where id = 1');
    let answered = 0;
    const writers = Array.from({ length: 20 }, async (_, index) => {
      const response = await hub.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'accept-language': 'en', ...planner },
        payload: { query: CREATE, variables: { input: { ...round, code: `W${index}` } } },
      });
      answered += 1;
      return response;
    });
    await untilSomeWait();

    const read = await Promise.all(
      Array.from({ length: 10 }, () => hub.ask('{ institutions(first: 1) { totalCount } }')),
    );

    expect(read.map(({ status }) => status)).toEqual(read.map(() => 200));
    expect(answered).toBe(0);
    expect(await waiting()).toBeLessThanOrEqual(CONNECTIONS / 2);
    for (const response of await Promise.all(writers)) {
      expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '2']);
      const [error] = response.json().errors;
      expect(error.extensions.code).toBe('BUSY');
      expect(error.message).toMatch(/^The hub is busy/);
    }
    await other.query('rollback');
    expect((await createRound('W0')).data.reportingRoundCreate.reportingRound.code).toBe('W0');
    await expectWhole();
  });

  test('and have the same row of a sign-in take no more than half of the connections', async () => {
    await other.query('begin');
    await other.query('select from account where email = $1 for update', [email]);
    const signIns = Array.from({ length: 12 }, () => signInBy(PASSWORD));
    await untilSomeWait();

    const read = await Promise.all(
      Array.from({ length: 10 }, () => hub.ask('{ institutions(first: 1) { totalCount } }')),
    );

    expect(read.map(({ status }) => status)).toEqual(read.map(() => 200));
    expect(await waiting()).toBeLessThanOrEqual(CONNECTIONS / 2);
    expect((await Promise.all(signIns)).map(codesOf)).toEqual(signIns.map(() => [503, 'BUSY']));
    await other.query('rollback');
    expect((await signInBy(PASSWORD)).errors).toEqual([]);
  });

  test('keep a question waiting for a connection no longer than that', async () => {
    const held = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => takeSnapshot(hub.orm.em.fork() as EntityManager)),
    );

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => hub.ask('{ institutions(first: 1) { totalCount } }')),
    );

    expect(answers.map(codesOf)).toEqual(answers.map(() => [503, 'BUSY']));
    await Promise.all(held.map(({ end }) => end()));
    await expectWhole();
  });

  test('and a change that is committed is not said to be undone when its answer cannot be read', async () => {
    // The mutation itself does not read it.
    await other.query('begin; lock table criterion in access exclusive mode');

    const { status, errors } = await hub.ask(
      CREATE.replace('{ code }', '{ code framework { criteria { code } } }'),
      { input: { ...round, code: 'READ', idempotencyKey: 'READ' } },
      planner,
    );

    expect([status, errors[0]!.extensions.code]).toEqual([200, 'BUSY']);
    expect(errors[0]!.message).toMatch(/had been committed, and that stays/);
    await other.query('rollback');
    const again = await createRound('READ', { idempotencyKey: 'READ' });
    expect(again.data.reportingRoundCreate).toEqual({
      reportingRound: { code: 'READ' },
      userErrors: [],
    });
  });
});
