import { expect, test } from '@jest/globals';
import { NONE, type Cell } from '../counts/count.js';
import type { UnitRow } from '../units/unit.queries.js';
import { moversOf, presenceOf, type CountedUnit } from './movers.js';

const GROUP = 'GENERAL_EDUCATION';
const unit = (name: string): UnitRow => ({
  id: 1,
  kind: 'COMMUNE',
  code: name,
  name,
  nameEn: null,
  parentId: null,
  path: [1],
  validFrom: null,
  validTo: null,
  legalDocument: null,
  sortName: name,
});
const cells = (completed: number, institutions: number): Cell[] => [
  {
    ...NONE,
    unitId: 0,
    group: GROUP,
    segment: '',
    subject: 'ALL_FOUR',
    roundId: 0,
    institutions,
    completed,
  },
];
const counted = (name: string, before: Cell[] | null, after: Cell[] | null): CountedUnit => ({
  unit: unit(name),
  before,
  after,
  restatedInPart: false,
});
const places = (units: CountedUnit[], order: Parameters<typeof moversOf>[2]) =>
  moversOf(units, GROUP, order).map((each) => [each.unit.name, each.rank]);

const UNITS = [
  counted('up by a third', cells(1, 4), cells(7, 12)),
  counted('down by a third', cells(2, 3), cells(1, 3)),
  counted('up by a third, too', cells(0, 3), cells(1, 3)),
  counted('the same', cells(1, 2), cells(1, 2)),
  counted('new', null, cells(3, 3)),
  counted('without institutions', cells(0, 0), cells(1, 1)),
];

test('the largest changes come first whichever way, equal ones share a place', () => {
  expect(places(UNITS, { figure: 'PERCENT', direction: 'EITHER' })).toEqual([
    ['up by a third', 1],
    ['down by a third', 1],
    ['up by a third, too', 1],
    ['the same', 4],
    ['new', null],
    ['without institutions', null],
  ]);
});

test('a direction puts the rises or the falls first', () => {
  expect(places(UNITS, { figure: 'PERCENT', direction: 'DOWN' })).toEqual([
    ['down by a third', 1],
    ['the same', 2],
    ['up by a third', 3],
    ['up by a third, too', 3],
    ['new', null],
    ['without institutions', null],
  ]);
  expect(places(UNITS, { figure: 'COMPLETED', direction: 'UP' })).toEqual([
    ['up by a third', 1],
    ['up by a third, too', 2],
    ['without institutions', 2],
    ['the same', 4],
    ['down by a third', 5],
    ['new', null],
  ]);
});

test('what did not exist has no figures instead of zeros', () => {
  const [mover] = moversOf([counted('new', null, cells(3, 3))], GROUP, {
    figure: 'COMPLETED',
    direction: 'UP',
  });
  expect(mover).toMatchObject({
    presence: 'SECOND_DATE_ONLY',
    before: null,
    difference: null,
    percentPoints: null,
  });
  expect(mover?.after).toMatchObject({ completed: 3, percent: 100 });
});

test.each([
  [null, null, 'BOTH_DATES'],
  [null, '2025-06-30', 'FIRST_DATE_ONLY'],
  ['2025-07-01', null, 'SECOND_DATE_ONLY'],
  ['2025-07-01', '2025-08-31', null],
])('a unit from %s to %s existed on: %s', (validFrom, validTo, presence) => {
  expect(presenceOf({ validFrom, validTo }, '2025-01-01', '2026-01-01')).toBe(presence);
});
