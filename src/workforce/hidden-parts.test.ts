import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hiddenParts } from './hidden-parts.js';
import { SUMS } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';

const THRESHOLD = 5;
const QUALIFICATIONS = SUMS.find(({ parts }) => parts.length === 3)!;
const TIMES = SUMS.find(({ parts }) => parts.length === 2)!;

const of = (university: number, college: number, other: number) => ({
  OFFICERS: university + college + other,
  OFFICERS_UNIVERSITY: university,
  OFFICERS_COLLEGE: college,
  OFFICERS_OTHER: other,
});

test.each<[string, object, Quantity[]]>([
  ['two small ones, which hide each other', of(25, 2, 1), []],
  ['two small ones that only one sum can make', of(25, 1, 1), ['OFFICERS_UNIVERSITY']],
  [
    'one small one beside a large and none',
    of(26, 2, 0),
    ['OFFICERS_OTHER', 'OFFICERS_UNIVERSITY'],
  ],
  ['no small one', of(25, 5, 0), []],
  [
    'a part that nobody counted',
    { OFFICERS: 28, OFFICERS_UNIVERSITY: 25, OFFICERS_COLLEGE: 2 },
    [],
  ],
  ['no total', { OFFICERS_UNIVERSITY: 25, OFFICERS_COLLEGE: 2, OFFICERS_OTHER: 0 }, []],
  [
    'full time and assigned',
    { OFFICERS: 28, OFFICERS_FULL_TIME: 27, OFFICERS_ASSIGNED: 1 },
    ['OFFICERS_FULL_TIME'],
  ],
])('%s', (_name, counts, hidden) => {
  expect([...hiddenParts(counts, THRESHOLD)].sort()).toEqual(hidden);
});

/** Every value that a hidden part can have, for somebody who knows all that is shown, and the rule. */
function possibleValues(
  counts: Partial<Record<Quantity, number>>,
  { parts, total }: { parts: readonly Quantity[]; total: Quantity },
  asked: Quantity,
): Set<number> {
  const hidden = hiddenParts(counts, THRESHOLD);
  const isSmall = (value: number) => value > 0 && value < THRESHOLD;
  const most = 60;
  const range = Array.from({ length: most + 1 }, (_, value) => value);
  const domain = (quantity: Quantity): number[] => {
    const value = counts[quantity]!;
    if (isSmall(value)) return range.filter(isSmall);
    return hidden.has(quantity) ? range.filter((each) => !isSmall(each)) : [value];
  };
  const totals = hidden.has(total) ? null : counts[total]!;
  const found = new Set<number>();
  const search = (index: number, chosen: Map<Quantity, number>): void => {
    if (index === parts.length) {
      const sum = [...chosen.values()].reduce((added, value) => added + value, 0);
      if (totals === null || sum === totals) found.add(chosen.get(asked)!);
      return;
    }
    for (const value of domain(parts[index]!))
      search(index + 1, new Map([...chosen, [parts[index]!, value]]));
  };
  search(0, new Map());
  return found;
}

const part = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 5, max: 20 }),
);

test('whatever the parts are, nobody can work out a small one from what is shown', () => {
  fc.assert(
    fc.property(part, part, part, (university, college, other) => {
      const counts = of(university, college, other);

      for (const quantity of QUALIFICATIONS.parts) {
        const value = counts[quantity as keyof typeof counts];
        if (value > 0 && value < THRESHOLD)
          expect(possibleValues(counts, QUALIFICATIONS, quantity).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 300 },
  );
});

test('the same holds for two parts', () => {
  fc.assert(
    fc.property(part, part, (fullTime, assigned) => {
      const counts = {
        OFFICERS: fullTime + assigned,
        OFFICERS_FULL_TIME: fullTime,
        OFFICERS_ASSIGNED: assigned,
      };

      for (const quantity of TIMES.parts) {
        const value = counts[quantity as keyof typeof counts];
        if (value > 0 && value < THRESHOLD)
          expect(possibleValues(counts, TIMES, quantity).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 300 },
  );
});
