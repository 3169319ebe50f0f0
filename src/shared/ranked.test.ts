import { expect, test } from '@jest/globals';
import fc from 'fast-check';
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

const figures = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 12 });

test('whatever the figures are, a place is one more than how many are larger, and ties stay as they were', () => {
  fc.assert(
    fc.property(figures, (all) => {
      const given = rows(...all);
      const order = ranked(given, ({ figure }) => figure);
      for (const { figure, rank } of order)
        expect(rank).toBe(
          figure === null
            ? null
            : 1 + all.filter((other) => other !== null && other > figure).length,
        );
      // Among rows of one figure, and among those without, the order is the one given.
      for (const [, tied] of Map.groupBy(order, ({ figure }) => figure))
        expect(tied.map(({ id }) => id)).toEqual(
          tied.map(({ id }) => id).toSorted((a, b) => a - b),
        );
      expect(order.map(({ rank }) => rank ?? Infinity)).toEqual(
        order.map(({ rank }) => rank ?? Infinity).toSorted((a, b) => a - b),
      );
      expect(order).toHaveLength(all.length);
    }),
  );
});

test('however rows come, each has the same place', () => {
  fc.assert(
    fc.property(
      figures.chain((all) =>
        fc.tuple(
          fc.constant(rows(...all)),
          fc.shuffledSubarray(rows(...all), { minLength: all.length }),
        ),
      ),
      ([given, otherwise]) => {
        const placesIn = (list: typeof given) =>
          new Map(ranked(list, ({ figure }) => figure).map(({ id, rank }) => [id, rank]));
        expect(placesIn(otherwise)).toEqual(new Map([...placesIn(given)]));
      },
    ),
  );
});
