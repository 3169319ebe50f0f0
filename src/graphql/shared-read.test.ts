import { expect, test } from '@jest/globals';
import { SharedRead } from './shared-read.js';

/** A read whose answers the test gives, one after another. */
function readBy(hand: ((value: number | Error) => void)[]) {
  return new SharedRead<number>(
    () =>
      new Promise((resolve, reject) => {
        hand.push((value) => (typeof value === 'number' ? resolve(value) : reject(value)));
      }),
  );
}

/** Lets everything happen that waits for nothing from outside. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('whoever asks while a read is under way gets the next one, which serves all who wait', async () => {
  const begun: ((value: number | Error) => void)[] = [];
  const shared = readBy(begun);
  const [early, late, later] = [shared.read(), shared.read(), shared.read()];

  expect(begun).toHaveLength(1);
  begun[0]!(1);
  expect(await early).toBe(1);
  await turn();
  expect(begun).toHaveLength(2);
  begun[1]!(2);
  expect(await Promise.all([late, later])).toEqual([2, 2]);
});

test('a read that fails fails only for those who waited for it', async () => {
  const begun: ((value: number | Error) => void)[] = [];
  const shared = readBy(begun);
  const [early, late] = [shared.read(), shared.read()];

  begun[0]!(new Error('away'));
  await expect(early).rejects.toThrow('away');
  await turn();
  begun[1]!(2);
  expect(await late).toBe(2);
  const again = shared.read();
  begun[2]!(3);
  expect(await again).toBe(3);
});
