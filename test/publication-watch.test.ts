import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PublicationWatch } from '../src/database/publication-watch.js';
import { databaseOf, type Orm } from '../src/database/orm.js';
import { readPublication } from '../src/database/publish.js';
import { openOrm } from '../src/tables.js';
import { cloneDatabase } from './support/hub.js';

const LOOK_EVERY = 20;

let orm: Orm;
beforeAll(async () => {
  orm = await openOrm(await cloneDatabase('empty'));
});
afterAll(() => orm.close(true));

test('whoever waits is woken, also after another gave up before the next look', async () => {
  const watch = new PublicationWatch(orm, LOOK_EVERY);
  const { revision } = await readPublication(databaseOf(orm.em.fork()));
  const givenUp = new AbortController();
  const first = watch.next(revision, givenUp.signal);
  givenUp.abort();
  await first;
  // The look passes, and nobody waits for it.
  await pause(5 * LOOK_EVERY);
  const end = new AbortController();
  let woken = false;
  const second = watch.next(revision, end.signal).then(() => (woken = !end.signal.aborted));

  await orm.em.fork().execute('update publication set revision = revision + 1');
  await Promise.race([second, pause(5000, undefined, { ref: false })]);

  expect(woken).toBe(true);
  end.abort();
  await watch.close();
});
