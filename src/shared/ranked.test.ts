import { expect, test } from '@jest/globals';
import { ranked } from './ranked.js';

const rows = (...figures: (number | null)[]) => figures.map((figure, id) => ({ id, figure }));
const places = (all: ReturnType<typeof rows>) =>
  ranked(all, ({ figure }) => figure).map(({ id, rank }) => [id, rank]);

test('equal figures share a place in the order given, and the next place is left out', () => {
  expect(places(rows(1, 3, 3, 2))).toEqual([
    [1, 1],
    [2, 1],
    [3, 3],
    [0, 4],
  ]);
});

test('rows without the figure come last and have no place', () => {
  expect(places(rows(null, 0, -1, null))).toEqual([
    [1, 1],
    [2, 2],
    [0, null],
    [3, null],
  ]);
});
