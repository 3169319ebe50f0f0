import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { binOf, BIN_BOUNDS, percentOf, spreadOf } from './spread.js';

const each = (...percents: number[]) => percents.map((percent) => ({ percent, count: 1 }));

test('quartiles are by nearest rank, so that each is the value of an institution', () => {
  expect(spreadOf(each(40, 10, 20, 30)).quartiles).toEqual([10, 20, 30]);
  expect(spreadOf(each(10, 20, 30, 40, 50)).quartiles).toEqual([20, 30, 40]);
  expect(spreadOf(each(7)).quartiles).toEqual([7, 7, 7]);
});

test('of nobody there is neither a quartile nor an extreme, and all bins are empty', () => {
  const { institutions, quartiles, extremes, bins } = spreadOf([{ percent: 50, count: 0 }]);
  expect([institutions, quartiles, extremes]).toEqual([0, null, null]);
  expect(bins).toEqual(Array(10).fill(0));
});

test('a bin has its lower bound, and only the last one its upper bound', () => {
  expect([0, 9.99, 10, 89.99, 90, 100].map(binOf)).toEqual([0, 0, 1, 8, 9, 9]);
  expect(BIN_BOUNDS.at(0)).toEqual({ from: 0, to: 10 });
  expect(BIN_BOUNDS.at(-1)).toEqual({ from: 90, to: 100 });
});

test('what is exactly a bound is counted as it', () => {
  for (let maximum = 1; maximum <= 400; maximum += 1)
    for (const { from } of BIN_BOUNDS) {
      const points = (from * maximum) / 100;
      if (Number.isInteger(points * 4)) expect(percentOf(points, maximum)).toBe(from);
    }
});

test('bins add up, and a quarter of the institutions are at or below the lower quartile', () => {
  const counted = fc.array(
    fc.record({ percent: fc.integer({ min: 0, max: 100 }), count: fc.nat({ max: 4 }) }),
  );
  fc.assert(
    fc.property(counted, (values) => {
      const { institutions, bins, quartiles, extremes } = spreadOf(values);
      const all = values.flatMap(({ percent, count }) => Array<number>(count).fill(percent));

      expect(institutions).toBe(all.length);
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      if (!quartiles || !extremes) return;
      for (const [index, quartile] of quartiles.entries()) {
        const share = (index + 1) / 4;
        expect(all.filter((percent) => percent <= quartile).length).toBeGreaterThanOrEqual(
          all.length * share,
        );
        expect(all.filter((percent) => percent < quartile).length).toBeLessThan(all.length * share);
      }
      expect(extremes).toEqual([Math.min(...all), Math.max(...all)]);
    }),
  );
});
