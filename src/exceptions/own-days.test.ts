import { describe, expect, test } from '@jest/globals';
import { phaseOf } from '../rounds/round-phase.js';
import { ownDays, type ExceptionDays, type OwnReasons, type RoundDays } from './own-days.js';

const round: RoundDays = {
  opensOn: '2026-11-01',
  dueOn: '2026-11-30',
  closesOn: '2026-12-15',
  closedAt: null,
};
const none: OwnReasons = { exception: null, returnedUntil: null, owing: true };
const extended: ExceptionDays = { kind: 'EXTENDED', dueOn: '2026-12-20', closesOn: '2026-12-24' };

test('without an exception or a return the days are those of the round', () => {
  const { opensOn, dueOn, closesOn, closedAt } = round;

  expect(ownDays(round, none)).toEqual({ opensOn, dueOn, closesOn, closedAt, excused: false });
});

test('a later day moves the due date and the last day', () => {
  const own = ownDays(round, { ...none, exception: extended });

  expect(own).toMatchObject({ dueOn: '2026-12-20', closesOn: '2026-12-24', excused: false });
});

test('a round that is extended beyond the later day has its own days for everybody', () => {
  const longer = { ...round, dueOn: '2027-01-15', closesOn: '2027-01-31' };

  expect(ownDays(longer, { ...none, exception: extended })).toMatchObject({
    dueOn: '2027-01-15',
    closesOn: '2027-01-31',
  });
});

test('an excuse changes no day', () => {
  const excuse: ExceptionDays = { kind: 'EXCUSED', dueOn: null, closesOn: null };

  expect(ownDays(round, { ...none, exception: excuse })).toEqual({
    ...ownDays(round, none),
    excused: true,
  });
});

describe('a return', () => {
  test.each([
    ['before those of the round, keep them', '2026-11-19', '2026-11-30', '2026-12-15'],
    ['after the due date, move it', '2026-12-04', '2026-12-04', '2026-12-15'],
    ['after the closing, open the round again', '2027-01-24', '2027-01-24', '2027-01-24'],
  ])('whose days end %s', (_when, returnedUntil, dueOn, closesOn) => {
    expect(ownDays(round, { ...none, returnedUntil })).toMatchObject({ dueOn, closesOn });
  });

  test('moves no due date once the institution has submitted again', () => {
    const own = ownDays(round, { ...none, returnedUntil: '2027-01-24', owing: false });

    expect(own).toMatchObject({ dueOn: '2026-11-30', closesOn: '2027-01-24' });
  });
});

describe('a round that a planner closed early', () => {
  const closed = { ...round, closedAt: '2026-12-04T14:00:00Z' };
  const phases = (reasons: Partial<OwnReasons>, ...days: string[]) =>
    days.map((day) => phaseOf(ownDays(closed, { ...none, ...reasons }), day));

  test('is closed for those without days of their own', () => {
    expect(phases({}, '2026-12-04', '2026-12-05')).toEqual(['CLOSED', 'CLOSED']);
  });

  test('stays open for those with a later day', () => {
    expect(phases({ exception: extended }, '2026-12-05', '2026-12-24', '2026-12-25')).toEqual([
      'OPEN',
      'OPEN',
      'CLOSED',
    ]);
  });

  test('stays open for what was returned, and no longer than its days', () => {
    expect(phases({ returnedUntil: '2026-12-09' }, '2026-12-09', '2026-12-10')).toEqual([
      'OPEN',
      'CLOSED',
    ]);
  });
});
