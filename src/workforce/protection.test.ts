import { describe, expect, test } from '@jest/globals';
import { familyOf, hiddenIn, protect, type CountedRow, type SmallCounts } from './protection.js';
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
  counts: {
    OFFICERS_OTHER: 1,
    OFFICERS_COLLEGE: 0,
    OFFICERS: 5,
    AGENCIES: 2,
    OFFICERS_ASSIGNED: 4,
  },
};

const small = (...quantities: Quantity[]): SmallCounts =>
  new Map([[familyOf(ROW), new Set(quantities)]]);

const nobody = () => false;

test('small counts of people are withheld, and with them whatever would tell them; in the order of the kind', () => {
  const shown = protect([ROW], small('OFFICERS_OTHER', 'OFFICERS_ASSIGNED'), nobody).get(7);

  expect(shown).toEqual([
    { quantity: 'AGENCIES', value: 2, withheld: null },
    { quantity: 'OFFICERS', value: 5, withheld: null },
    { quantity: 'OFFICERS_ASSIGNED', value: null, withheld: 'SMALL_COUNT' },
    { quantity: 'OFFICERS_COLLEGE', value: null, withheld: 'WOULD_REVEAL' },
    { quantity: 'OFFICERS_OTHER', value: null, withheld: 'SMALL_COUNT' },
  ]);
});

test('a count beside a small one in another unit is withheld as well: the sum of both may be known', () => {
  const sibling = { ...ROW, unitId: 3, unitPath: [1, 3], counts: { OFFICERS: 40 } };

  expect(protect([sibling], small('OFFICERS'), nobody).get(7)).toEqual([
    { quantity: 'OFFICERS', value: null, withheld: 'WOULD_REVEAL' },
  ]);
});

test('units under another one, and other kinds, are another family', () => {
  const cousin = { ...ROW, unitPath: [9, 3], counts: { OFFICERS: 40 } };

  expect(protect([cousin], small('OFFICERS'), nobody).get(7)![0]).toMatchObject({ value: 40 });
  expect(familyOf({ unitPath: [5], kind: 'IT_OFFICERS' })).toBe('-5 IT_OFFICERS');
});

describe('what is hidden with what', () => {
  test.each<[Quantity, Quantity[]]>([
    ['OFFICERS_COLLEGE', ['OFFICERS_COLLEGE', 'OFFICERS_OTHER', 'OFFICERS_UNIVERSITY']],
    ['OFFICERS_ASSIGNED', ['OFFICERS_ASSIGNED', 'OFFICERS_FULL_TIME']],
    [
      'OFFICERS',
      [
        'OFFICERS',
        'OFFICERS_ASSIGNED',
        'OFFICERS_COLLEGE',
        'OFFICERS_FULL_TIME',
        'OFFICERS_OTHER',
        'OFFICERS_UNIVERSITY',
      ],
    ],
    ['TEAM_TEACHERS', ['TEAM_TEACHERS']],
  ])('%s', (quantity, hidden) => {
    expect(
      [...hiddenIn('1 IT_OFFICERS', new Map([['1 IT_OFFICERS', new Set([quantity])]]))].sort(),
    ).toEqual(hidden);
  });
});

test('whoever plans for the unit sees every count', () => {
  const shown = protect(
    [ROW],
    small('OFFICERS', 'OFFICERS_OTHER'),
    ({ unitId }) => unitId === 2,
  ).get(7)!;

  expect(shown.map(({ value }) => value)).toEqual([2, 5, 4, 0, 1]);
  expect(shown.filter(({ withheld }) => withheld)).toEqual([]);
});
