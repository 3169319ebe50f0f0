import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { doLater } from '../src/database/flight.js';
import { databaseOf } from '../src/database/orm.js';
import { rowIdOf } from '../src/graphql/node.js';
import { SIGN_IN } from './support/due-evening.js';
import { startHub, type TestHub } from './support/hub.js';
import { PASSWORD, person } from './support/people.js';
import {
  addEvidence,
  approve,
  castOf,
  FULL_ANSWERS,
  now,
  save,
  submit,
  type Cast,
  type Outcome,
} from './support/reporting.js';

let hub: TestHub;
let cast: Cast;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
});
afterAll(() => hub.close());

/** How often a mutation waited for the database, and what it answered. */
async function tripsOf<Answer>(work: () => Promise<Answer>): Promise<[number, Answer]> {
  let answer!: Answer;
  const count = await hub.countRoundTrips(async () => (answer = await work()));
  return [count, answer];
}

test('a sign-in waits for the database at most five times', async () => {
  const { email } = await person(hub, [
    { role: 'SCHOOL_ADMIN', institutionId: rowIdOf('Institution', cast.institution) },
  ]);
  const input = { email, password: PASSWORD };

  const [count, { sessionStart }] = await tripsOf(() => hub.data(SIGN_IN, { input }));

  expect(sessionStart).toMatchObject({ userErrors: [], accessToken: expect.any(String) });
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(5);
});

test('a save waits for the database at most five times, a submission and an approval seven', async () => {
  const { institution, round, school, reviewer } = cast;
  const some = FULL_ANSWERS.slice(0, 3);
  const step = async (most: number, work: () => Promise<Outcome>) => {
    const [count, { update, refusals }] = await tripsOf(work);
    expect(refusals).toEqual([]);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(most);
    return update!;
  };
  const first = await step(5, () =>
    save(hub, school, { institution, round, answers: FULL_ANSWERS }),
  );
  const { id, version } = await step(5, () =>
    save(hub, school, {
      institution,
      round,
      version: first.version,
      answers: some,
      idempotencyKey: 'a',
    }),
  );
  await addEvidence(hub, id);
  const handed = await step(7, () => submit(hub, school, { id, version, idempotencyKey: 'b' }));
  const approved = await step(7, () =>
    approve(hub, reviewer, { id, version: handed.version, idempotencyKey: 'c' }),
  );

  expect(approved.state).toBe('APPROVED');
});

test('what travels with the commit undoes everything when it fails, and the connection goes on', async () => {
  await hub.em.fork().execute('create table kept (id int)');
  const keep = (id: number) => sql`insert into kept (id) values (${id})`;
  const transaction = (...later: RawBuilder<unknown>[]) =>
    hub.em.fork().transactional(async (within) => {
      await within.execute('insert into kept (id) values (0)');
      for (const query of later) await doLater(databaseOf(within), query);
    });

  // Often enough for what is left out after the failure to be worth preparing.
  for (const id of [1, 2, 3, 4, 5])
    await expect(transaction(sql`select 1 / (${id}::int - ${id}::int)`, keep(id))).rejects.toThrow(
      'division by zero',
    );
  await transaction(keep(6), keep(7));

  expect(await hub.em.fork().execute('select id from kept order by id')).toEqual([
    { id: 0 },
    { id: 6 },
    { id: 7 },
  ]);
});

test('a transaction in which nothing was done does not wait for the database', async () => {
  const count = await hub.countRoundTrips(async () => {
    const em = hub.em.fork();
    await em.begin();
    await doLater(databaseOf(em), sql`select 1`);
    await em.rollback();
  });

  expect(count).toBe(0);
});
