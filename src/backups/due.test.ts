import { describe, expect, test } from '@jest/globals';
import { lastDue, overdueSince, pauseAfterFailure } from './due.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => new Date(`${text}Z`);

test('a daily backup is due at two o’clock at night in Vietnam', () => {
  expect(lastDue(at('2026-12-01T18:59:59.999'), DAY)).toEqual(at('2026-11-30T19:00'));
  expect(lastDue(at('2026-12-01T19:00'), DAY)).toEqual(at('2026-12-01T19:00'));
});

test('one of every six hours is due at two, eight, two and eight', () => {
  expect(lastDue(at('2026-12-01T07:30'), 6 * HOUR)).toEqual(at('2026-12-01T07:00'));
  expect(lastDue(at('2026-12-01T00:59'), 6 * HOUR)).toEqual(at('2026-11-30T19:00'));
});

test('a failure is tried again within the hour, and sooner where backups are frequent', () => {
  expect(pauseAfterFailure(DAY)).toBe(HOUR);
  expect(pauseAfterFailure(HOUR)).toBe(HOUR / 4);
});

describe('backups are overdue', () => {
  const done = { lastDone: at('2026-11-30T19:00'), first: at('2026-11-01T19:00') };

  test('when that of the night is not there in the morning', () => {
    expect(overdueSince(done, DAY, at('2026-12-02T01:00'))).toBeNull();
    expect(overdueSince(done, DAY, at('2026-12-02T01:00:01'))).toEqual(at('2026-12-01T19:00'));
  });

  test('since the first that was missed, however long ago', () => {
    expect(overdueSince(done, DAY, at('2026-12-20T12:00'))).toEqual(at('2026-12-01T19:00'));
  });

  test('when the first of all did not succeed, and not before one was tried', () => {
    const none = { lastDone: null, first: null };
    expect(overdueSince(none, DAY, at('2026-12-20T12:00'))).toBeNull();
    const failed = { ...none, first: at('2026-12-01T19:00') };
    expect(overdueSince(failed, DAY, at('2026-12-02T01:00:01'))).toEqual(failed.first);
  });
});
