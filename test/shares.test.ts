import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentText, pointsText, roundedPart } from '../src/shared/rounded.js';

const percentOf = (part: number, whole: number) => (part / whole) * 100;

describe('a share just under 100% or just over 0% does not read as all or nothing', () => {
  test('2,999 of 3,000 and 1 of 3,000, on the command line and in the console', () => {
    const [nearly, hardly] = [percentOf(2999, 3000), percentOf(1, 3000)];

    expect(roundedPart(nearly, 100, 1, 'en')).toBe('over 99.9');
    expect(roundedPart(nearly, 100, 1, 'vi')).toBe('trên 99,9');
    expect(roundedPart(hardly, 100, 1, 'en', 1)).toBe('under 0.1');
    expect(roundedPart(hardly, 100, 1, 'vi', 1)).toBe('dưới 0,1');
  });

  test.each([
    [99.9, 100, 1, '99.9'],
    [99.95, 100, 1, 'over 99.9'],
    [99.9999, 100, 2, 'over 99.99'],
    [63.9999, 64, 2, 'over 63.99'],
    [0.99996, 1, 4, 'over 0.9999'],
    [0.00004, 1, 4, 'under 0.0001'],
    [0.05, 100, 1, '0.1'],
    [0.04, Infinity, 1, 'under 0.1'],
    [99.6, 100, 0, 'over 99'],
  ])('as precise as the place is: %d of %d with %d decimals is %s', (part, whole, digits, text) => {
    expect(roundedPart(part, whole, digits, 'en')).toBe(text);
  });

  const counted = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
  const languages = fc.constantFrom('vi' as const, 'en' as const);
  const numberIn = (text: string) => Number(text.replace(/^\D+/, '').replace(',', '.'));

  test('of any counts: all and nothing are exact, and everything else is at most half a step away', () => {
    fc.assert(
      fc.property(
        counted,
        languages,
        fc.integer({ min: 0, max: 3 }),
        ([part, whole], language, digits) => {
          const percent = percentOf(part, whole);
          const step = 10 ** -digits;
          for (const least of [0, digits]) {
            const text = roundedPart(percent, 100, digits, language, least);
            expect(numberIn(text) === 100).toBe(part === whole);
            expect(numberIn(text) === 0).toBe(part === 0);
            if (/^(over|trên) /.test(text)) expect(percent).toBeGreaterThan(100 - step);
            else if (/^(under|dưới) /.test(text)) expect(percent).toBeLessThan(step);
            else expect(Math.abs(numberIn(text) - percent)).toBeLessThanOrEqual(step / 2 + 1e-9);
          }
        },
      ),
    );
  });
});

test.each([
  [50, '50,0%', '50,0'],
  [100, '100,0%', '100,0'],
  [0, '0,0%', '0,0'],
  [14.0575, '14,1%', '14,1'],
  [99.97, 'trên 99,9%', '100,0'],
  [null, '–', '–'],
])('a column of shares has as many decimals in each row: %d', (value, share, points) => {
  expect([percentText(value, 'vi'), pointsText(value, 'vi')]).toEqual([share, points]);
});

test('no other place of the hub or the console makes a text of a percentage', async () => {
  const files = globSync(['src/**/*.ts', 'web/src/**/*.{ts,tsx}'])
    .filter((file) => !/\.test\.ts$|\/generated\/|shared\/format\.ts$/.test(file))
    .sort();
  expect(files.length).toBeGreaterThan(400);
  const found: string[] = [];
  for (const file of files)
    for (const line of (await readFile(file, 'utf8')).split('\n'))
      if (/[})]%[`'"]|style: 'percent'/.test(line)) found.push(`${file}: ${line.trim()}`);

  expect(found).toEqual([
    // What a plan sets for something else than institutions, as its file says it.
    expect.stringContaining('src/cli/plan-import.command.ts'),
    // A requirement as a workbook writes it: a number that somebody set, no share of anything.
    expect.stringContaining('src/frameworks/workbook/requirement-words.ts'),
    // The same as the preview of such a file tells it: a target, and its shares that are none.
    expect.stringContaining('src/plans/plan-file.service.ts'),
    expect.stringContaining('src/plans/plan-file.service.ts'),
    // The one place of the hub and the console for both: a share as above, and a target as it was set.
    expect.stringContaining('src/shared/rounded.ts: value == null ? NOTHING : `${roundedPart('),
    expect.stringContaining('src/shared/rounded.ts: `${written('),
    // The share of a line, on the command line.
    expect.stringContaining('src/start/summary.ts'),
    // A pattern of search.
    expect.stringContaining('src/units/unit.queries.ts'),
    // Places on a line, for the style sheet and no reader.
    expect.stringContaining('web/src/map/dots.tsx: style={{ left:'),
    expect.stringContaining('web/src/map/dots.tsx: <i style={{ left:'),
    // The ends of the classes of a map, which are no share of anything.
    expect.stringContaining('web/src/map/map.words.ts: class:'),
    expect.stringContaining("web/src/map/map.words.ts: 'class-last':"),
    // How far the work on a file has come, which is no share of institutions.
    expect.stringContaining('web/src/operations/imports/imports.words.ts: sending'),
    expect.stringContaining('web/src/operations/imports/imports.words.ts: progress'),
    // Lengths of a bar, for the style sheet and no reader.
    expect.stringContaining('web/src/overview/figure-bar.tsx: <span className="unknown"'),
    expect.stringContaining('web/src/overview/figure-bar.tsx: <span className="completed"'),
    expect.stringContaining('web/src/overview/figure-bar.tsx: style={{ left:'),
  ]);
});
