import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hiddenParts } from './hidden-parts.js';
import { SUMS } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';

const THRESHOLD = 5;
const QUALIFICATIONS = SUMS.find(({ parts }) => parts.length === 3)!;

type Counts = Partial<Record<Quantity, number>>;

const of = (university: number, college: number, other: number): Counts => ({
  OFFICERS: university + college + other,
  OFFICERS_UNIVERSITY: university,
  OFFICERS_COLLEGE: college,
  OFFICERS_OTHER: other,
});

const isSmall = (value: number) => value > 0 && value < THRESHOLD;
const hiddenOf = (counts: Counts) =>
  hiddenParts(
    counts,
    new Set((Object.keys(counts) as Quantity[]).filter((each) => isSmall(counts[each]!))),
  );

test.each<[string, Counts, Quantity[]]>([
  ['two small ones, which hide each other', of(25, 2, 1), ['OFFICERS_COLLEGE', 'OFFICERS_OTHER']],
  ['one small one and none', of(26, 2, 0), ['OFFICERS_COLLEGE', 'OFFICERS_OTHER']],
  ['a small one before others', of(4, 4, 0), [...QUALIFICATIONS.parts].sort()],
  ['no small one', of(25, 5, 0), []],
  [
    'a part that nobody counted: the others are no more than the total',
    { OFFICERS: 28, OFFICERS_UNIVERSITY: 27, OFFICERS_COLLEGE: 1 },
    ['OFFICERS_COLLEGE', 'OFFICERS_UNIVERSITY'],
  ],
  ['only one part', { OFFICERS: 28, OFFICERS_COLLEGE: 2 }, ['OFFICERS_COLLEGE']],
  [
    'full time and assigned',
    { OFFICERS: 28, OFFICERS_FULL_TIME: 27, OFFICERS_ASSIGNED: 1 },
    ['OFFICERS_ASSIGNED', 'OFFICERS_FULL_TIME'],
  ],
  ['a small total', of(0, 0, 3), ['OFFICERS', ...QUALIFICATIONS.parts].sort() as Quantity[]],
])('%s', (_name, counts, hidden) => {
  expect([...hiddenOf(counts)].sort()).toEqual(hidden);
});

/**
 * Every value that a part can have for somebody who knows all that is shown, that the parts are no more
 * than the total and exactly it when all are counted, and by which rule counts are hidden.
 */
function possibleValues(counts: Counts, asked: Quantity): Set<number> {
  const hidden = hiddenOf(counts);
  const { total, parts } = QUALIFICATIONS;
  const counted = parts.filter((part) => counts[part] !== undefined);
  const range = Array.from({ length: counts[total]! + 1 }, (_, value) => value);
  const found = new Set<number>();
  const search = (index: number, chosen: Counts, left: number): void => {
    if (left < 0) return;
    const part = counted[index];
    if (part === undefined) {
      const fits = left === 0 || counted.length < parts.length;
      const same = hiddenOf({ ...chosen, [total]: counts[total] });
      if (fits && [...same].sort().join() === [...hidden].sort().join()) found.add(chosen[asked]!);
      return;
    }
    for (const value of hidden.has(part) ? range : [counts[part]!])
      search(index + 1, { ...chosen, [part]: value }, left - value);
  };
  search(0, {}, counts[total]!);
  return found;
}

const part = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 5, max: 20 }),
);

test('whatever the parts are, nobody can work out a hidden one from what is shown', () => {
  fc.assert(
    fc.property(part, part, part, fc.nat({ max: 3 }), (university, college, other, more) => {
      const whole = of(university, college, other);
      const { OFFICERS_OTHER: _, ...some } = { ...whole, OFFICERS: whole.OFFICERS! + more };

      for (const counts of [whole, some]) {
        // A small total hides itself, and is no knowledge to begin with.
        if (isSmall(counts.OFFICERS!)) continue;
        for (const quantity of hiddenOf(counts))
          expect(possibleValues(counts, quantity).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: 300 },
  );
});
