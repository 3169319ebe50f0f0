import { expect, test } from '@jest/globals';
import { protect, protectionFrom, type Addends, type CountedRow } from './protection.js';
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

const ADDENDS: Addends = { small: true, members: 3, room: 50, most: 90 };

/** What is known of the units under the topmost one. */
const protection = (...quantities: Quantity[]) => below(5, {}, ...quantities);
const below = (threshold: number, changes: Partial<Addends>, ...quantities: Quantity[]) =>
  protectionFrom(
    threshold,
    quantities.map((quantity) => ({
      ...ADDENDS,
      ...changes,
      ...ROW,
      unitPath: [1],
      quantity,
    })),
    [],
  );

const nobody = () => false;
const shown = (row: CountedRow, about = protection(), seesAll: () => boolean = nobody) =>
  protect([row], about, seesAll)
    .get(7)!
    .map(({ quantity, value, withheld }) => `${quantity} ${withheld ?? value}`);

test('small counts of people are withheld, in the order of the kind, and the rest is shown', () => {
  expect(shown({ ...ROW, unitPath: [2] })).toEqual([
    'OFFICERS 28',
    'OFFICERS_UNIVERSITY 25',
    'OFFICERS_COLLEGE SMALL_COUNT',
    'OFFICERS_OTHER SMALL_COUNT',
  ]);
});

test('what counts no people is never withheld, and none is not small', () => {
  const counts = { AGENCIES: 3, AGENCIES_WITH_OFFICER: 1, OFFICERS: 0 };

  expect(shown({ ...ROW, counts })).toEqual([
    'AGENCIES 3',
    'AGENCIES_WITH_OFFICER 1',
    'OFFICERS 0',
  ]);
});

test('where a count is small in some unit, it is withheld in all, and nothing says in which it is', () => {
  const counts = { AGENCIES: 3, OFFICERS: 40, OFFICERS_UNIVERSITY: 30 };

  for (const unitPath of [
    [1, 3],
    [1, 8, 9],
  ]) {
    expect(shown({ ...ROW, unitPath, counts }, protection('OFFICERS'))).toEqual([
      'AGENCIES 3',
      'OFFICERS SMALL_COUNT',
      'OFFICERS_UNIVERSITY SMALL_COUNT',
    ]);
    expect(shown({ ...ROW, unitPath, counts }, protection('OFFICERS_COLLEGE'))).toEqual([
      'AGENCIES 3',
      'OFFICERS 40',
      'OFFICERS_UNIVERSITY SMALL_COUNT',
    ]);
  }
});

test('units under another topmost one, and the topmost one itself, are shown', () => {
  const counts = { OFFICERS: 40 };

  expect(shown({ ...ROW, counts, unitPath: [9, 3] }, protection('OFFICERS'))).toEqual([
    'OFFICERS 40',
  ]);
  expect(shown({ ...ROW, counts, unitPath: [1] }, protection('OFFICERS'))).toEqual(['OFFICERS 40']);
});

test.each([
  ['there is but one that it can be the sum of', { members: 1 }, true],
  ['those that it can be the sum of have no room to be others', { room: 4 }, true],
  ['they have, if only just', { room: 5 }, false],
  ['they cannot add up to it', { members: 1, most: 39 }, false],
  ['none of them is small', { members: 1, small: false }, false],
])('the sum of the topmost unit when %s', (_name, changes, hidden) => {
  const row = { ...ROW, unitPath: [1], counts: { OFFICERS: 40 } };

  expect(shown(row, below(5, changes, 'OFFICERS'))).toEqual([
    hidden ? 'OFFICERS SMALL_COUNT' : 'OFFICERS 40',
  ]);
});

test('agencies of a topmost unit stand beside each other like units under it', () => {
  const own = (recordId: number, agency: string | null, counts: CountedRow['counts']) => ({
    ...ROW,
    unitPath: [1],
    recordId,
    agency,
    counts,
  });
  const rows = [
    own(1, null, { OFFICERS: 23 }),
    own(2, 'A', { OFFICERS: 20 }),
    own(3, 'B', { OFFICERS: 3 }),
  ];
  const about = protectionFrom(5, [], rows);

  expect(rows.map((row) => shown(row, about))).toEqual([
    ['OFFICERS 23'],
    ['OFFICERS SMALL_COUNT'],
    ['OFFICERS SMALL_COUNT'],
  ]);
});

test('what is hidden beside a small count of the topmost unit is hidden under it as well', () => {
  const own = {
    ...ROW,
    unitPath: [1],
    counts: { OFFICERS: 28, OFFICERS_FULL_TIME: 25, OFFICERS_ASSIGNED: 3 },
  };
  const large = { ...ROW, unitPath: [1], ...ADDENDS, small: false };
  const about = protectionFrom(5, [{ ...large, quantity: 'OFFICERS_FULL_TIME' }], [own]);

  expect(shown(own, about)).toEqual([
    'OFFICERS 28',
    'OFFICERS_FULL_TIME SMALL_COUNT',
    'OFFICERS_ASSIGNED SMALL_COUNT',
  ]);
  expect(shown({ ...ROW, counts: { OFFICERS: 25, OFFICERS_FULL_TIME: 25 } }, about)).toEqual([
    'OFFICERS 25',
    'OFFICERS_FULL_TIME SMALL_COUNT',
  ]);
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
  expect(shown({ ...ROW, unitPath: [2] }, below(1, {}))).toEqual([
    'OFFICERS 28',
    'OFFICERS_UNIVERSITY 25',
    'OFFICERS_COLLEGE 2',
    'OFFICERS_OTHER 1',
  ]);
});
