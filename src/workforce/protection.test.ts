import { expect, test } from '@jest/globals';
import { protect, type CountedRow } from './protection.js';

const ROW: CountedRow = {
  versionId: 7,
  recordId: 3,
  unitId: 1,
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

test('counts of one to four people are withheld, in the order of their kind', () => {
  expect(protect([ROW], () => false).get(7)).toEqual([
    { quantity: 'AGENCIES', value: 2, withheld: null },
    { quantity: 'OFFICERS', value: 5, withheld: null },
    { quantity: 'OFFICERS_ASSIGNED', value: null, withheld: 'SMALL_COUNT' },
    { quantity: 'OFFICERS_COLLEGE', value: 0, withheld: null },
    { quantity: 'OFFICERS_OTHER', value: null, withheld: 'SMALL_COUNT' },
  ]);
});

test('whoever plans for the unit sees every count', () => {
  const shown = protect([ROW], ({ unitId }) => unitId === 1).get(7)!;

  expect(shown.map(({ value }) => value)).toEqual([2, 5, 4, 0, 1]);
  expect(shown.filter(({ withheld }) => withheld)).toEqual([]);
});
