import { expect, test } from '@jest/globals';
import {
  objectsIn,
  oneObject,
  pageOfObjects,
  severalObjects,
  shortList,
  withItems,
} from './answer-size.js';

test('a short list counts as one object, and a page in it as ten', () => {
  expect(objectsIn(shortList(0))).toBe(1);
  expect(objectsIn(shortList(oneObject(0)))).toBe(2);
  expect(objectsIn(shortList(pageOfObjects(5, oneObject(0))))).toBe(1 + 10 * (1 + 5));
  expect(objectsIn(shortList(shortList(pageOfObjects(5, 1))))).toBe(1 + 1 + 100 * (1 + 5));
});

test('a page in a short list counts as often as the list has items, where that is known', () => {
  const lines = shortList(oneObject(pageOfObjects(5, oneObject(0))));
  expect(objectsIn(withItems(1, lines))).toBe(2 + 1 * (1 + 5));
  expect(objectsIn(withItems(10, lines))).toBe(objectsIn(lines));
  expect(objectsIn(withItems(30, lines))).toBe(2 + 30 * (1 + 5));
});

test('everything inside a page is multiplied by it, short lists once', () => {
  expect(objectsIn(pageOfObjects(100, oneObject(shortList(0))))).toBe(1 + 100 * 2);
  expect(objectsIn(pageOfObjects(100, pageOfObjects(100, 1)))).toBe(1 + 100 * 101);
  expect(objectsIn(severalObjects(3, oneObject(0)))).toBe(6);
});

test('no page size makes a large answer a small one', () => {
  for (const count of [1_000_000, 999_999, 2_000_000])
    expect(objectsIn(severalObjects(count, 0))).toBe(count);
  expect(objectsIn(severalObjects(100, severalObjects(100, severalObjects(100, 0))))).toBe(1010100);
});
