import { expect, test } from '@jest/globals';
import { familyOf, protect, type CountedRow, type Protection } from './protection.js';
import type { Quantity } from './workforce.enums.js';

const ROW: CountedRow = {
  versionId: 7,
  recordId: 3,
  unitId: 2,
  unitPath: [1, 2],
  kind: 'IT_OFFICERS',
  tier: null,
  audience: null,
  agency: null,
  topic: null,
  counts: { OFFICERS: 28, OFFICERS_UNIVERSITY: 25, OFFICERS_COLLEGE: 2, OFFICERS_OTHER: 1 },
};

/** What is known of the units beside the row's. */
function protection(...quantities: Quantity[]): Protection {
  return { threshold: 5, small: new Map([[familyOf(ROW)!, new Set(quantities)]]) };
}

const nobody = () => false;
const shown = (row: CountedRow, about: Protection, seesAll: () => boolean = nobody) =>
  protect([row], about, seesAll)
    .get(7)!
    .map(({ quantity, value, withheld }) => `${quantity} ${withheld ?? value}`);

test('small counts of people are withheld, in the order of the kind, and the rest is shown', () => {
  expect(shown({ ...ROW, unitPath: [2] }, protection())).toEqual([
    'OFFICERS 28',
    'OFFICERS_UNIVERSITY 25',
    'OFFICERS_COLLEGE SMALL_COUNT',
    'OFFICERS_OTHER SMALL_COUNT',
  ]);
});

test('what counts no people is never withheld, and none is not small', () => {
  const counts = { AGENCIES: 3, AGENCIES_WITH_OFFICER: 1, OFFICERS: 0 };

  expect(shown({ ...ROW, counts }, protection())).toEqual([
    'AGENCIES 3',
    'AGENCIES_WITH_OFFICER 1',
    'OFFICERS 0',
  ]);
});

test('a count beside a small one in another unit is withheld: the sum of both may be known', () => {
  const counts = { AGENCIES: 3, OFFICERS: 40, OFFICERS_UNIVERSITY: 30 };
  const sibling = { ...ROW, unitId: 3, unitPath: [1, 3], counts };

  expect(shown(sibling, protection('OFFICERS'))).toEqual([
    'AGENCIES 3',
    'OFFICERS WOULD_REVEAL',
    'OFFICERS_UNIVERSITY WOULD_REVEAL',
  ]);
  expect(shown(sibling, protection('OFFICERS_COLLEGE'))).toEqual([
    'AGENCIES 3',
    'OFFICERS 40',
    'OFFICERS_UNIVERSITY WOULD_REVEAL',
  ]);
});

test('units under another one, and other kinds, are another family; a unit under none is in none', () => {
  const counts = { OFFICERS: 40 };

  expect(shown({ ...ROW, counts, unitPath: [9, 3] }, protection('OFFICERS'))).toEqual([
    'OFFICERS 40',
  ]);
  expect(shown({ ...ROW, counts, unitPath: [1] }, protection('OFFICERS'))).toEqual(['OFFICERS 40']);
  expect(familyOf({ unitPath: [5], kind: 'MANDATES' })).toBeNull();
});

test('whoever plans for the unit sees every count', () => {
  expect(shown(ROW, protection('OFFICERS'), () => true)).toEqual([
    'OFFICERS 28',
    'OFFICERS_UNIVERSITY 25',
    'OFFICERS_COLLEGE 2',
    'OFFICERS_OTHER 1',
  ]);
});

test('with a threshold of one nothing is withheld', () => {
  expect(shown({ ...ROW, unitPath: [2] }, { threshold: 1, small: new Map() })).toEqual([
    'OFFICERS 28',
    'OFFICERS_UNIVERSITY 25',
    'OFFICERS_COLLEGE 2',
    'OFFICERS_OTHER 1',
  ]);
});
