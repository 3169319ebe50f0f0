import { expect, test } from '@jest/globals';
import { addDays } from '../shared/dates.js';
import { stepOn, type OwedDays } from './reminder-step.js';

const DAYS: OwedDays = {
  opensOn: '2026-11-01',
  dueOn: '2026-12-15',
  returnedOn: null,
  begun: false,
};

/** What is told from one day to another, day by day, without what was told the day before. */
function told(days: OwedDays, from: string, to: string): [string, string | null][] {
  const found: [string, string | null][] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const step = stepOn(days, day);
    if (found.at(-1)?.[1] !== step) found.push([day, step]);
  }
  return found;
}

test('an institution is told that a round opened, is due in 14, 3 and 1 days, and is overdue', () => {
  expect(told(DAYS, '2026-11-01', '2026-12-31')).toEqual([
    ['2026-11-01', 'ROUND_OPENED'],
    ['2026-12-01', 'DUE_IN_14_DAYS'],
    ['2026-12-12', 'DUE_IN_3_DAYS'],
    ['2026-12-14', 'DUE_IN_1_DAY'],
    ['2026-12-16', 'OVERDUE'],
  ]);
});

test('a round that is open for less than two weeks skips what was over before it opened', () => {
  expect(told({ ...DAYS, opensOn: '2026-12-05' }, '2026-12-05', '2026-12-16')).toEqual([
    ['2026-12-05', 'ROUND_OPENED'],
    ['2026-12-12', 'DUE_IN_3_DAYS'],
    ['2026-12-14', 'DUE_IN_1_DAY'],
    ['2026-12-16', 'OVERDUE'],
  ]);
  // It opens on the day on which 14 days are left: one mail says both.
  expect(stepOn({ ...DAYS, opensOn: '2026-12-01' }, '2026-12-01')).toBe('ROUND_OPENED');
});

test('a round that opens on its due date is told as opened, and then as overdue', () => {
  expect(told({ ...DAYS, opensOn: '2026-12-15' }, '2026-12-15', '2026-12-17')).toEqual([
    ['2026-12-15', 'ROUND_OPENED'],
    ['2026-12-16', 'OVERDUE'],
  ]);
});

test('whoever has begun is not told that the round opened', () => {
  expect(stepOn({ ...DAYS, begun: true }, '2026-11-20')).toBeNull();
  expect(stepOn({ ...DAYS, begun: true }, '2026-12-01')).toBe('DUE_IN_14_DAYS');
});

test('a return tells its own due date, so that only the later steps follow', () => {
  const returned = { ...DAYS, begun: true, returnedOn: '2026-12-10', dueOn: '2026-12-24' };
  expect(told(returned, '2026-12-10', '2026-12-26')).toEqual([
    ['2026-12-10', null],
    ['2026-12-21', 'DUE_IN_3_DAYS'],
    ['2026-12-23', 'DUE_IN_1_DAY'],
    ['2026-12-25', 'OVERDUE'],
  ]);
});
