import { expect, test } from '@jest/globals';
import { openOrm } from '../src/tables.js';
import { cloneDatabase } from './support/hub.js';

test('a database that is closed while a connection is made ends, after what was asked on it', async () => {
  const orm = await openOrm(await cloneDatabase('empty'));
  const ask = () => orm.em.fork().execute<{ one: number }[]>('select 1 as one');
  await ask();
  // The first takes the connection that is there; the others need new ones.
  const asked = [ask(), ask(), ask()];
  await new Promise((resolve) => setImmediate(resolve));
  await orm.close(true);
  expect(await Promise.all(asked)).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
}, 30_000);
