import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateInVietnam, inSpan, isLocalDate, yearsBetween } from './dates.js';

const date = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2024-01-01', days));

describe('a date', () => {
  test.each(['2024-02-29', '2000-02-29', '2025-06-30', '0001-01-01', '9999-12-31'])(
    '%s is one',
    (text) => {
      expect(isLocalDate(text)).toBe(true);
    },
  );

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2025-06-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-6-30',
    '25-06-30',
    '2025-06-30T00:00:00Z',
    ' 2025-06-30',
    '30/06/2025',
    '',
    '２０２５-06-30',
  ])('“%s” is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('days', () => {
  test.each([
    ['2025-06-30', 1, '2025-07-01'],
    ['2025-07-01', -1, '2025-06-30'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-01-01', 0, '2025-01-01'],
    ['2024-01-01', 366, '2025-01-01'],
  ])('%s and %d days is %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });

  test('added and taken off again lead back, and keep the order of text', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 50_000 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(addDays(from, days) > from).toBe(true);
        expect(isLocalDate(addDays(from, days))).toBe(true);
      }),
    );
  });

  test('are counted in years of 365.25 days', () => {
    expect(yearsBetween('2022-01-01', '2026-01-01')).toBe(4);
    expect(yearsBetween('2026-01-01', '2022-01-01')).toBe(-4);
    expect(yearsBetween('2023-01-01', '2024-01-01')).toBeCloseTo(0.9993, 4);
    expect(yearsBetween('2024-01-01', '2024-01-01')).toBe(0);
  });
});

describe('a span', () => {
  const JUNE = { validFrom: '2025-06-01', validTo: '2025-06-30' };

  test.each([
    ['2025-05-31', false],
    ['2025-06-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('has both its bounds inside: %s is %p', (on, inside) => {
    expect(inSpan(JUNE, on)).toBe(inside);
  });

  test('without a bound is open there', () => {
    expect(inSpan({ validFrom: null, validTo: '2025-06-30' }, '0001-01-01')).toBe(true);
    expect(inSpan({ validFrom: null, validTo: '2025-06-30' }, '2025-07-01')).toBe(false);
    expect(inSpan({ validFrom: '2025-06-30', validTo: null }, '9999-12-31')).toBe(true);
    expect(inSpan({ validFrom: null, validTo: null }, '2025-01-01')).toBe(true);
  });
});

test.each([
  ['2026-11-23T16:59:59.999Z', '2026-11-23'],
  ['2026-11-23T17:00:00.000Z', '2026-11-24'],
  ['2026-12-31T17:00:00.000Z', '2027-01-01'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23'],
])('at %s it is %s in Vietnam', (moment, expected) => {
  expect(dateInVietnam(new Date(moment))).toBe(expected);
});
