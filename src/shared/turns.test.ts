import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('no more work at once than may, and the others in the order in which they came', async () => {
  const turns = new Turns(2);
  const order: string[] = [];
  const ends = [await turns.take(), await turns.take()];
  const waiting = ['third', 'fourth'].map((name) =>
    turns.take().then((end) => {
      order.push(name);
      return end;
    }),
  );

  expect(order).toEqual([]);
  ends[0]!();
  // Once more gives nobody another turn.
  ends[0]!();
  await waiting[0];
  expect(order).toEqual(['third']);
  ends[1]!();
  (await waiting[1]!)();
  expect(order).toEqual(['third', 'fourth']);
});

test('one that waits too long is told so, and keeps nobody waiting', async () => {
  const turns = new Turns(1, {
    milliseconds: 10,
    late: ({ message }) => new Error(`late: ${message}`),
  });
  const end = await turns.take();

  await expect(turns.take()).rejects.toThrow('late: no turn in 10 ms');

  end();
  (await turns.take())();
});
