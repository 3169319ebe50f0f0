import { describe, expect, test } from '@jest/globals';
import { waitOf, type SignInFailure } from './sign-in-limits.js';

const LIMITS = { ofPair: 5, ofAccount: 100, ofAddress: 300 };
const NOW = new Date('2026-11-23T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** Failures from this or another address, each a moment older than the one before. */
const failures = (
  count: number,
  {
    here,
    near = here,
    known = false,
    from = 1,
  }: { here: boolean; near?: boolean; known?: boolean; from?: number },
): SignInFailure[] =>
  Array.from({ length: count }, (_, index) => ({
    at: minutesAgo(from + index),
    here,
    near,
    known,
  }));

const wait = (list: SignInFailure[], known: boolean) => {
  const found = waitOf(list, known, LIMITS, NOW);
  return found && { ...found, until: found.until.toISOString() };
};

describe('an address that failed', () => {
  test('four times may go on', () => {
    expect(wait(failures(4, { here: true }), false)).toBeNull();
  });

  test.each([true, false])(
    'five times waits until the first is 15 minutes old, known or not: %s',
    (known) => {
      expect(wait(failures(5, { here: true, known }), known)).toEqual({
        until: '2026-11-23T12:10:00.000Z',
        from: 'THIS_ADDRESS',
      });
    },
  );

  test('five times a quarter of an hour ago may go on', () => {
    expect(wait(failures(5, { here: true, from: 11 }), false)).toBeNull();
  });

  test('twenty times a day waits for the day when it is new, and not when it is known', () => {
    const list = failures(20, { here: true, from: 60 });

    expect(wait(list, false)).toEqual({ until: '2026-11-24T10:41:00.000Z', from: 'THIS_ADDRESS' });
    expect(wait(list, true)).toBeNull();
  });
});

test('twenty failures a day of other networks of its site make a new address wait, and no known one', () => {
  const list = failures(20, { here: false, near: true, from: 60 });

  expect(wait(list, false)).toEqual({ until: '2026-11-24T10:41:00.000Z', from: 'THIS_ADDRESS' });
  expect(wait(list, true)).toBeNull();
  expect(wait(list.slice(1), false)).toBeNull();
  expect(wait(failures(20, { here: false, near: true, known: true }), false)).toBeNull();
});

describe('an account that others failed at', () => {
  const others = failures(100, { here: false });

  test('a hundred times a day from new addresses is shut to new ones alone', () => {
    expect(wait(others, false)).toEqual({
      until: '2026-11-24T10:20:00.000Z',
      from: 'NEW_ADDRESSES',
    });
    expect(wait(others, true)).toBeNull();
    expect(wait(others.slice(1), false)).toBeNull();
  });

  test('from addresses that it knows is shut to none of the others', () => {
    expect(wait(failures(480, { here: false, known: true }), false)).toBeNull();
  });
});

test('the longest wait counts', () => {
  const list = [...failures(5, { here: true }), ...failures(95, { here: false, from: 6 })];

  expect(wait(list, false)).toMatchObject({ from: 'NEW_ADDRESSES' });
});
