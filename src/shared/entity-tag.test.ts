import { expect, test } from '@jest/globals';
import { entityTag, isKnown, weakTag } from './entity-tag.js';

test('the same parts have the same tag, others another one', () => {
  expect(entityTag(7, { asOf: '2024-12-31' })).toBe(entityTag(7, { asOf: '2024-12-31' }));
  expect(entityTag(7, 'a')).not.toBe(entityTag(8, 'a'));
  expect(entityTag('ab', 'c')).not.toBe(entityTag('a', 'bc'));
  expect(entityTag(7)).toMatch(/^"[\w-]{43}"$/);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  [undefined, false],
])('of a client that sends %s, what "a" stands for is known: %s', (header, known) => {
  expect(isKnown(header, '"a"')).toBe(known);
  expect(isKnown(header, weakTag('"a"'))).toBe(known);
});
