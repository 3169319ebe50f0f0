import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../shared/dates.js';
import { daysOf, type StepCount } from './arrivals.js';

const OPENS = '2026-11-01';

const step = fc.record<StepCount>({
  step: fc.constantFrom('submitted', 'returned', 'approved'),
  day: fc.integer({ min: -5, max: 40 }).map((days) => addDays(OPENS, days)),
  institutions: fc.integer({ min: 1, max: 9 }),
});

test('every day is told once, and what came so far is what came on the days until then', () => {
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 0, max: 30 }), (steps, length) => {
      const days = daysOf(steps, OPENS, addDays(OPENS, length));

      expect(days.length).toBeGreaterThan(length);
      days.forEach(({ date, ...day }, index) => {
        expect(date).toBe(addDays(days[0]!.date, index));
        for (const each of ['submitted', 'returned', 'approved'] as const) {
          const until = steps.filter((one) => one.step === each && one.day <= date);
          const sum = until.reduce((total, { institutions }) => total + institutions, 0);
          expect(day[`${each}SoFar`]).toBe(sum);
          const before = days[index - 1]?.[`${each}SoFar`] ?? 0;
          expect(day[each]).toBe(sum - before);
        }
      });
      const all = steps.reduce((total, { institutions }) => total + institutions, 0);
      const { submittedSoFar, returnedSoFar, approvedSoFar } = days.at(-1)!;
      expect(submittedSoFar + returnedSoFar + approvedSoFar).toBe(all);
    }),
  );
});

test('a round that has not opened has no days', () => {
  expect(daysOf([], OPENS, '2026-10-31')).toEqual([]);
});
