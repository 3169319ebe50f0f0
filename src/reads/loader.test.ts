import { expect, test } from '@jest/globals';
import type { Database } from '../database/orm.js';
import type { PublicationState } from '../database/publish.js';
import { Batch, SharedReads } from './batch.js';
import { kept, perRequest, shared } from './loader.js';

const DATABASE = {} as Database;

const stateOf = (revision: number): PublicationState => ({
  revision,
  publishedAt: new Date(0),
  illustrative: false,
  reorderings: {},
  day: null,
});

/** Requests that share what they read, each with the state of the data that it has seen. */
function requests() {
  const reads = new SharedReads();
  return (revision = 1) => ({
    database: DATABASE,
    batch: new Batch({ reads, publication: async () => stateOf(revision) }),
  });
}

test('keys that are needed at the same time are read together, once for each request', async () => {
  const sent: (readonly number[])[] = [];
  const double = perRequest('double', async (_from, keys: readonly number[]) => {
    sent.push(keys);
    return new Map(keys.map((key) => [key, 2 * key]));
  });
  const request = requests();
  const first = request();

  expect(await Promise.all([double(first, 1), double(first, 2), double(first, 1)])).toEqual([
    2, 4, 2,
  ]);
  await double(first, 2);
  await double(request(), 2);

  expect(sent).toEqual([[1, 2], [2]]);
});

test('objects with the same content are one key, and all of the past is a key of its own', async () => {
  const sent: (readonly { moment: number | null }[])[] = [];
  const byMoment = perRequest(
    'moment',
    async (_from, keys: readonly { moment: number | null }[]) => {
      sent.push(keys);
      return new Map(keys.map((key, index) => [key, index]));
    },
  );
  const request = requests()();

  const found = [{ moment: Infinity }, { moment: null }, { moment: Infinity }].map((key) =>
    byMoment(request, key),
  );

  expect(await Promise.all(found)).toEqual([0, 1, 0]);
  expect(sent).toEqual([[{ moment: Infinity }, { moment: null }]]);
});

test('what a statement needs besides its keys parts it from others of its loader', async () => {
  const sent: unknown[] = [];
  const onDay = shared('on a day', async (_database, keys: readonly string[], day: string) => {
    sent.push([keys, day]);
    return new Map(keys.map((key) => [key, `${key} on ${day}`]));
  });
  const request = requests();
  const one = request();

  expect(
    await Promise.all([
      onDay(one, 'a', 'Monday'),
      onDay(one, 'a', 'Tuesday'),
      onDay(request(), 'b', 'Monday'),
    ]),
  ).toEqual(['a on Monday', 'a on Tuesday', 'b on Monday']);
  expect(sent).toEqual([
    [['a', 'b'], 'Monday'],
    [['a'], 'Tuesday'],
  ]);
});

test('what is kept is read again after a publication, and what is not there each time', async () => {
  const sent: (readonly number[])[] = [];
  const even = kept('even', async (_database, keys: readonly number[]) => {
    sent.push(keys);
    return new Map(keys.filter((key) => key % 2 === 0).map((key) => [key, `${key}`]));
  });
  const request = requests();

  expect(await even(request(), 2)).toBe('2');
  const several = await even.all(request(), [2, 4, 5]);
  expect([2, 4, 5].map((key) => several.get(key))).toEqual(['2', '4', undefined]);
  expect(await even(request(), 5)).toBeNull();
  expect(await even(request(2), 2)).toBe('2');

  expect(sent).toEqual([[2], [4, 5], [5], [2]]);
});

test('what was read is forgotten after a change within the request', async () => {
  let value = 'before';
  const present = perRequest('present', async (_from, keys: readonly number[]) => {
    return new Map(keys.map((key) => [key, value]));
  });
  const request = requests()();

  expect(await present(request, 1)).toBe('before');
  value = 'after';
  expect(await present(request, 1)).toBe('before');
  request.batch.clear();
  expect(await present(request, 1)).toBe('after');
});

test('a name is declared once, whatever its lifetime', () => {
  const read = async () => new Map<number, string>();
  kept('declared', read);

  expect(() => perRequest('declared', read)).toThrow('Two loaders have the name declared.');
});
