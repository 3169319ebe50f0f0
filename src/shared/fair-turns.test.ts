import { expect, test } from '@jest/globals';
import { FairTurns } from './fair-turns.js';

const stays = () => undefined;

/** Takes turns in this order, and notes who gets one; `end` ends the oldest that goes on. */
function lineOf(turns: FairTurns) {
  const got: string[] = [];
  const ends: (() => void)[] = [];
  const take = (holder: string, whenGone: (then: () => void) => void = stays) =>
    turns.take(holder, whenGone).then((turn) => {
      got.push(`${holder} ${typeof turn === 'function' ? 'works' : String(turn)}`);
      if (typeof turn === 'function') ends.push(turn);
    });
  const end = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { got, take, end };
}

test('one holder gets half of the turns, and the rest of what it wants one after the other', async () => {
  const { got, take, end } = lineOf(new FairTurns({ atOnce: 4, waiting: 100 }));
  const all = Array.from({ length: 8 }, () => take('a'));
  await new Promise(setImmediate);

  expect(got).toHaveLength(2);
  for (let done = 3; done <= 8; done += 1) {
    await end();
    expect(got).toHaveLength(done);
  }
  await Promise.all(all);
  expect(new Set(got)).toEqual(new Set(['a works']));
});

test('a turn that ends goes to the holder with the fewest, whoever came first', async () => {
  const { got, take, end } = lineOf(new FairTurns({ atOnce: 2, waiting: 100 }));
  void take('a');
  void take('b');
  for (const holder of ['a', 'a', 'a', 'b', 'c']) void take(holder);
  await new Promise(setImmediate);

  expect(got).toEqual(['a works', 'b works']);
  await end();
  expect(got.slice(2)).toEqual(['a works']);
  await end();
  expect(got.slice(3)).toEqual(['b works']);
  await end();
  await end();
  expect(got.slice(4)).toEqual(['a works', 'c works']);
});

test('who has gone is not called, and leaves a place in the line', async () => {
  const { got, take, end } = lineOf(new FairTurns({ atOnce: 1, waiting: 2 }));
  let leave: () => void = stays;
  void take('a');
  void take('b', (then) => (leave = then));
  await take('b');
  expect(got).toEqual(['a works', 'b HOLDER']);

  leave();
  void take('b');
  await end();
  leave();

  expect(got.slice(2)).toEqual(['b null', 'b works']);
});

test('a turn that is ended twice calls one who waits', async () => {
  const turns = new FairTurns({ atOnce: 1, waiting: 10 });
  const first = await turns.take('a', stays);
  const { got, take } = lineOf(turns);
  void take('b');
  void take('c');

  if (typeof first !== 'function') throw new Error('no turn');
  first();
  first();
  await new Promise(setImmediate);

  expect(got).toEqual(['b works']);
});
