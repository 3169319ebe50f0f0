import { expect, test } from '@jest/globals';
import { News } from './news.js';

test('one answer is news when it differs from the one before', () => {
  const news = new News();

  const told = [{ a: 1 }, { a: 1 }, null, null, { a: 1 }].map((unit) => news.in({ unit }));

  expect(told).toEqual([{ unit: { a: 1 } }, null, { unit: null }, null, { unit: { a: 1 } }]);
});

test('of a list only the items are news that were not in the list before, wherever they stand', () => {
  const news = new News();
  const list = (...units: string[]) => news.in({ units });

  expect(list('a1', 'b1', 'c1')).toEqual({ units: ['a1', 'b1', 'c1'] });
  expect(list('a1', 'b2', 'c1')).toEqual({ units: ['b2'] });
  expect(list('c1', 'a1', 'b2')).toBeNull();
  expect(list('new', 'c1', 'a1', 'b2')).toEqual({ units: ['new'] });
  expect(list('c1', 'b2')).toBeNull();
  expect(list('c1', 'b1')).toEqual({ units: ['b1'] });
});

test('a list that is empty at first is told, and later only what comes into it', () => {
  const news = new News();

  expect(news.in({ units: [] })).toEqual({ units: [] });
  expect(news.in({ units: [] })).toBeNull();
  expect(news.in({ units: ['a'] })).toEqual({ units: ['a'] });
});

test('an item that became equal to another one is news', () => {
  const news = new News();
  news.in({ units: ['same', 'other'] });

  expect(news.in({ units: ['same', 'same'] })).toEqual({ units: ['same'] });
});
