import { expect, test } from '@jest/globals';
import { repeat } from './repeat.js';

/** Longer than any test takes. */
const LATER = 600_000;
const OFTEN = { first: 0, every: 1 };

/** Work of which each time ends when it is told to. */
function steps() {
  const begun: (() => void)[] = [];
  let tell = () => {};
  return {
    work: () => new Promise<void>((resolve) => (begun.push(resolve), tell())),
    /** Waits until so many have begun; gives what ends the last. */
    begun: async (number: number) => {
      while (begun.length < number) await new Promise<void>((resolve) => (tell = resolve));
      return begun[number - 1]!;
    },
    count: () => begun.length,
  };
}

test('work that is woken while it is done is done once more, right after', async () => {
  const { work, begun, count } = steps();
  const { wake, stop } = repeat(work, { first: LATER, every: LATER }, () => undefined);
  wake();
  const endFirst = await begun(1);
  wake();
  wake();
  endFirst();
  const endSecond = await begun(2);
  endSecond();
  await new Promise(setImmediate);

  expect(count()).toBe(2);
  await stop();
});

test('work that fails is reported, and done again', async () => {
  const failures: unknown[] = [];
  const again = new Promise<void>((resolve) => {
    const fail = async () => {
      throw new Error('no');
    };
    const { stop } = repeat(fail, OFTEN, (error) => {
      if (failures.push(error) === 2) void stop().then(resolve);
    });
  });

  await again;
  expect(failures).toEqual([new Error('no'), new Error('no')]);
});

test('stopping waits for the work that is running, and tells it', async () => {
  let told = false;
  let ended = false;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { stop } = repeat(
    async (stopping) => {
      begin();
      await new Promise((resolve) => stopping.addEventListener('abort', resolve));
      told = true;
      await new Promise(setImmediate);
      ended = true;
    },
    OFTEN,
    () => undefined,
  );
  await begun;
  await stop();

  expect({ told, ended }).toEqual({ told: true, ended: true });
});
