import { expect, test } from '@jest/globals';
import { csvLine, guarded, unguarded } from './csv-line.js';

test.each([
  ['Trường A', 'Trường A'],
  ['A, "B"', '"A, ""B"""'],
  ['two\nlines', '"two\nlines"'],
  [' spaced ', '" spaced "'],
  ['', ''],
  [null, ''],
  [0, '0'],
  [-1.5, '-1.5'],
  [false, 'false'],
])('the value %j is the field %j', (value, field) => {
  expect(csvLine([value])).toBe(`${field}\r\n`);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', ' =1'])(
  'the text %j is no formula to a spreadsheet',
  (text) => {
    expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  },
);

test.each(["'=1", "''-1", " '@x", "'\t"])(
  'the text %j keeps its own apostrophes when the guard is taken off',
  (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  },
);

test.each(["'00123", "O'Brien", "'", "''", "it's = it"])('the text %j has no guard', (text) => {
  expect(guarded(text)).toBe(text);
  expect(unguarded(text)).toBe(text);
});

test('fields are separated by commas', () => {
  expect(csvLine(['a', null, 3])).toBe('a,,3\r\n');
});
