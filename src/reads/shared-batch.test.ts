import { expect, test } from '@jest/globals';
import { TimeIsUp, timeIsUp, withinTime } from '../database/time-limit.js';
import { SharedBatch } from './shared-batch.js';

/** Statements that end when they are told to; each finds what its keys were at its begin. */
function statements() {
  const sent: { keys: number[]; end: () => void }[] = [];
  const values = new Map<number, string>();
  const load = (keys: readonly number[]) => {
    const found = new Map(keys.map((key) => [key, values.get(key) ?? 'old']));
    return new Promise<Map<number, string>>((resolve, reject) => {
      const end = () => (keys.includes(0) ? reject(new Error('no key')) : resolve(found));
      sent.push({ keys: [...keys], end });
    });
  };
  return { sent, values, load };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('who comes while a statement runs shares the next, which sees what has changed', async () => {
  const { sent, values, load } = statements();
  const batch = new SharedBatch();
  const first = batch.load('name', [1], load);
  await turn();
  values.set(1, 'new');
  const second = batch.load('name', [1, 2], load);
  const third = batch.load('name', [3], load);
  await turn();
  expect(sent.map(({ keys }) => keys)).toEqual([[1]]);

  sent[0]!.end();
  expect((await first).get(1)).toBe('old');
  await turn();
  expect(sent.map(({ keys }) => keys)).toEqual([[1], [1, 2, 3]]);
  sent[1]!.end();
  expect([(await second).get(1), (await third).get(3)]).toEqual(['new', 'old']);
});

test('who asks in one turn shares a statement; other names have their own', async () => {
  const { sent, load } = statements();
  const batch = new SharedBatch();
  const all = [batch.load('a', [1], load), batch.load('a', [2], load), batch.load('b', [3], load)];
  await turn();
  expect(sent.map(({ keys }) => keys)).toEqual([[1, 2], [3]]);
  for (const { end } of sent) end();
  await Promise.all(all);
});

test('a key that cannot be asked for spoils its own answer only', async () => {
  const { sent, load } = statements();
  const batch = new SharedBatch();
  const good = batch.load('name', [1], load);
  const bad = batch.load('name', [0], load);
  const refused = expect(bad).rejects.toThrow('no key');
  await turn();
  sent[0]!.end();
  await turn();
  expect(sent.map(({ keys }) => keys)).toEqual([[1, 0], [1], [0]]);
  for (const { end } of sent) end();
  expect((await good).get(1)).toBe('old');
  await refused;

  const after = batch.load('name', [4], load);
  await turn();
  sent[3]!.end();
  expect((await after).get(4)).toBe('old');
});

test('who asks for much sends a statement of their own at once', () => {
  const { sent, load } = statements();
  const batch = new SharedBatch();
  void batch.load('name', [1], load);
  void batch.load(
    'name',
    Array.from({ length: 21 }, (_, index) => index + 1),
    load,
  );
  expect(sent.map(({ keys }) => keys.length)).toEqual([21]);
});

test('what is shared has its own time, and not that of who asked first', async () => {
  const batch = new SharedBatch((work) => withinTime(60_000, work));
  let end = () => {};
  const held = new Promise<void>((resolve) => (end = resolve));
  const load = async () => {
    await held;
    return new Map([[1, timeIsUp()]]);
  };

  const first = withinTime(1, () => batch.load('a', [1], load));
  const second = withinTime(60_000, () => batch.load('a', [1], load));
  await expect(first).rejects.toBeInstanceOf(TimeIsUp);
  end();

  expect(await second).toEqual(new Map([[1, null]]));
});
