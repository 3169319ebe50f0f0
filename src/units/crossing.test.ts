import { expect, test } from '@jest/globals';
import { crossingOf, crossingText, type Takeover } from './crossing.js';
import type { KnownUnit } from './unit-index.queries.js';

const LAST = '2025-06-30';
const FIRST = '2025-07-01';

const unit = (
  path: number[],
  kind: KnownUnit['kind'],
  span: Partial<Pick<KnownUnit, 'validFrom' | 'validTo'>> = {},
): KnownUnit => ({
  ...{ id: path.at(-1)!, kind, code: String(path.at(-1)), name: `U${path.at(-1)}` },
  ...{ parentId: path.at(-2) ?? null, path, validFrom: null, validTo: null, ...span },
});
const old = { validTo: LAST };
const fresh = { validFrom: FIRST };
const UNITS = [
  unit([1], 'PROVINCE', old),
  unit([1, 11], 'DISTRICT', old),
  unit([1, 11, 111], 'COMMUNE', old),
  unit([2], 'PROVINCE', fresh),
  unit([2, 21], 'COMMUNE', fresh),
  unit([3], 'PROVINCE', fresh),
  unit([3, 31], 'COMMUNE', fresh),
  unit([4], 'PROVINCE'),
  unit([4, 41], 'DISTRICT'),
  unit([4, 41, 411], 'COMMUNE', old),
  unit([4, 42], 'DISTRICT'),
  unit([4, 42, 421], 'COMMUNE', fresh),
];
const unitOf = (id: number) => UNITS.find((each) => each.id === id)!;

const takeover = (predecessor: number, successor: number): Takeover => ({
  ...{ predecessor: unitOf(predecessor), successor: unitOf(successor), effectiveOn: FIRST },
});

const crosses = (
  predecessor: number,
  successor: number,
  successors: Record<number, number[]> = {},
) => crossingOf(takeover(predecessor, successor), unitOf, (id) => successors[id] ?? []);

test('a commune that goes where its province goes crosses nothing', () => {
  expect(crosses(111, 21, { 1: [2] })).toBeNull();
});

test('a commune that goes elsewhere than its province crosses, and the units are told', () => {
  const crossing = crosses(111, 31, { 1: [2] })!;

  expect(crossingText(crossing, unitOf).en).toBe(
    '“U111” (111) is in “U1” (1), but “U31” (31) is in “U3” (3); “U1” (1) was taken over by “U2” (2)',
  );
});

test('a commune may go to any province that took a part of its own', () => {
  expect(crosses(111, 21, { 1: [2, 3] })).toBeNull();
  expect(crosses(111, 31, { 1: [2, 3] })).toBeNull();
});

test('an ended province or district without a successor says nothing', () => {
  expect(crosses(111, 31)).toBeNull();
});

test('a commune crosses as well where its district goes elsewhere', () => {
  expect(crosses(111, 31, { 11: [21] })).toMatchObject({ above: { id: 11 }, heirs: [{ id: 21 }] });
});

test('a district crosses like a commune', () => {
  expect(crosses(11, 31, { 1: [2] })).toMatchObject({ above: { id: 1 } });
});

test('a commune leaves a province that stays, not a district that stays', () => {
  expect(crosses(411, 31)).toMatchObject({ above: { id: 4 }, heirs: [{ id: 4 }] });
  expect(crosses(411, 421)).toBeNull();
});
