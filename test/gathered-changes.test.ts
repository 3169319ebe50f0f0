import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Viewer } from '../src/auth/viewer.js';
import { refused, type Asking } from '../src/changes/change.service.js';
import { GatheredChanges, type Outcome } from '../src/changes/gathered-changes.service.js';
import { doLater, question } from '../src/database/flight.js';
import { databaseOf } from '../src/database/orm.js';
import { readPublication } from '../src/database/publish.js';
import { TimeIsUp, withinTime } from '../src/database/time-limit.js';
import { Batch } from '../src/reads/batch.js';
import { RequestError } from '../src/shared/errors.js';
import { startHub, type TestHub } from './support/hub.js';
import { person } from './support/people.js';

/** What a change of the test is to do. */
interface Item {
  id: number;
  /** Left out, it is done. */
  does?: 'refuse' | 'throw' | 'break' | 'sleep';
}

const REFUSAL = { code: 'OUT_OF_TURN', field: ['id'], text: { vi: 'Chưa', en: 'Not yet' } };
const NOT_YOURS = new RequestError('FORBIDDEN', { vi: 'Không được', en: 'Not allowed' });

let hub: TestHub;
let asking: Asking;
/** The ids of each transaction that was tried. */
let tried: number[][];
let changes: GatheredChanges<Item, null, { id: number }>;

beforeAll(async () => {
  hub = await startHub({ from: 'empty' });
  const { accountId } = await person(hub, []);
  const viewer: Viewer = {
    ...{ accountId, name: 'Cô Hoa', email: null, signInName: null, family: null },
    ...{ passwordChangeRequired: false, secondFactorRequired: false, granted: [], grants: [] },
  };
  asking = {
    ...{ em: hub.orm.em, viewer, batch: new Batch(), address: '192.0.2.1' },
    ...{ now: new Date('2026-11-29T02:00:00Z'), published: () => undefined },
    tokenSecret: new TextEncoder().encode('a secret of a test, long enough'),
  };
});
beforeEach(async () => {
  tried = [];
  changes = new GatheredChanges({
    mayGoWith: (one, other) => one.id !== other.id,
    read: () => question(sql`select 1`, () => null),
    work: async (em, _at, _found, items) => {
      tried.push(items.map(({ id }) => id));
      for (const { does } of items) {
        // It travels with the commit, which then fails.
        if (does === 'break') await doLater(databaseOf(em), sql`select 1 / 0`);
        if (does === 'sleep') await sql`select pg_sleep(600)`.execute(databaseOf(em));
      }
      return items.map(({ id, does }): Outcome<{ id: number }> => {
        if (does === 'refuse') return refused([REFUSAL]);
        if (does === 'throw') return NOT_YOURS;
        const event = { subjectType: 'Test', subjectId: id };
        return { value: { id }, refusals: [], events: [event] };
      });
    },
  });
});
afterAll(() => hub.close());

const make = (item: Item, idempotencyKey?: string) =>
  changes.make(asking, { action: 'test', input: { idempotencyKey }, publishes: true }, item);

const revision = async () => (await readPublication(databaseOf(hub.em.fork()))).revision;

/** The subjects of the trail that came since. */
async function trailSince(id: number): Promise<number[]> {
  const rows = await hub.em
    .fork()
    .execute<{ subject: number }[]>(
      `select subject_id as subject from audit_event where subject_type = 'Test' and id > ? order by id`,
      [id],
    );
  return rows.map(({ subject }) => subject);
}

async function lastOfTrail(): Promise<number> {
  const [row] = await hub.em
    .fork()
    .execute<{ id: number }[]>('select coalesce(max(id), 0) as id from audit_event');
  return row?.id ?? 0;
}

const done = (id: number) => ({ value: { id }, refusals: [] });

test('changes that wait are one transaction and one revision, and each has its answer and its trail', async () => {
  const [before, trail] = [await revision(), await lastOfTrail()];

  const answers = await Promise.all([1, 2, 3, 4].map((id) => make({ id })));

  expect(answers).toEqual([1, 2, 3, 4].map(done));
  expect(tried).toEqual([[1, 2, 3, 4]]);
  expect(await revision()).toBe(before + 1);
  expect(await trailSince(trail)).toEqual([1, 2, 3, 4]);
});

test('one that is refused, or not allowed, is told so and holds up no other', async () => {
  const trail = await lastOfTrail();

  const answers = await Promise.allSettled([
    make({ id: 1, does: 'refuse' }),
    make({ id: 2 }),
    make({ id: 3, does: 'throw' }),
    make({ id: 4 }),
  ]);

  expect(answers).toEqual([
    { status: 'fulfilled', value: { value: null, refusals: [REFUSAL] } },
    { status: 'fulfilled', value: done(2) },
    { status: 'rejected', reason: NOT_YOURS },
    { status: 'fulfilled', value: done(4) },
  ]);
  expect(tried).toEqual([[1, 2, 3, 4]]);
  expect(await trailSince(trail)).toEqual([2, 4]);
});

test('where all are refused, the revision stays', async () => {
  const before = await revision();

  const answers = await Promise.all([1, 2].map((id) => make({ id, does: 'refuse' })));

  expect(answers.map(({ refusals }) => refusals)).toEqual([[REFUSAL], [REFUSAL]]);
  expect(await revision()).toBe(before);
});

test('one that fails undoes nothing of the others: each is tried alone then', async () => {
  const [before, trail] = [await revision(), await lastOfTrail()];

  const answers = await Promise.allSettled([
    make({ id: 1 }),
    make({ id: 2, does: 'break' }),
    make({ id: 3 }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(String((answers[1] as PromiseRejectedResult).reason)).toContain('division by zero');
  expect(tried).toEqual([[1, 2, 3], [1], [2], [3]]);
  expect(await revision()).toBe(before + 2);
  expect(await trailSince(trail)).toEqual([1, 3]);
});

test('one whose time is up ends, and the others are made without it', async () => {
  const trail = await lastOfTrail();

  const answers = await Promise.allSettled([
    withinTime(300, () => make({ id: 1, does: 'sleep' })),
    make({ id: 2 }),
  ]);

  expect(answers).toEqual([
    { status: 'rejected', reason: expect.any(TimeIsUp) },
    { status: 'fulfilled', value: done(2) },
  ]);
  expect(await trailSince(trail)).toEqual([2]);
});

test('a key that is sent twice at once has one effect, and both get the same answer', async () => {
  const trail = await lastOfTrail();

  const answers = await Promise.all([make({ id: 1 }, 'khoá'), make({ id: 1 }, 'khoá')]);

  expect(answers).toEqual([done(1), done(1)]);
  expect(await trailSince(trail)).toEqual([1]);
});

test('two of the same subject go one after the other', async () => {
  await Promise.all([make({ id: 1 }), make({ id: 1 }), make({ id: 2 })]);

  // Both transactions begin at once: either may be the first.
  expect(tried.toSorted((one, other) => other.length - one.length)).toEqual([[1, 2], [1]]);
});

test('of many, so many go at once that the locks of all are not held for long', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => index);

  await Promise.all(ids.map((id) => make({ id })));

  expect(tried.map((each) => each.length).toSorted((one, other) => one - other)).toEqual([8, 32]);
});
