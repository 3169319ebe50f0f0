import { describe, expect, test } from '@jest/globals';
import { datesAsked, monthEnds, type SeriesDates } from './series.js';

const TODAY = '2026-03-15';

describe('the dates of a series', () => {
  test('by month are the last days of months, and the day until which it goes', () => {
    expect(monthEnds(4, '2024-03-15')).toEqual([
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-15',
    ]);
    expect(monthEnds(5, '0001-02-15')).toEqual(['0001-01-31', '0001-02-15']);
    expect(monthEnds(1, '2024-03-31')).toEqual(['2024-03-31']);
    expect(datesAsked({ months: 2 }, TODAY)).toEqual(['2026-02-28', TODAY]);
    expect(datesAsked({ months: 2, until: '2025-01-31' }, TODAY)).toEqual([
      '2024-12-31',
      '2025-01-31',
    ]);
  });

  test('are those that are given, in their order, and those of rounds where none are', () => {
    expect(datesAsked({ on: ['2025-01-01', '2024-01-01'] }, TODAY)).toEqual([
      '2025-01-01',
      '2024-01-01',
    ]);
    expect(datesAsked({}, TODAY)).toBeNull();
  });

  test.each<[string, SeriesDates, string]>([
    ['dates and months', { on: [TODAY], months: 1 }, 'INVALID_SERIES'],
    ['an end without months', { until: TODAY }, 'INVALID_SERIES'],
    ['no month', { months: 0 }, 'TOO_MANY_DATES'],
    ['61 months', { months: 61 }, 'TOO_MANY_DATES'],
    ['61 dates', { on: Array.from({ length: 61 }, () => TODAY) }, 'TOO_MANY_DATES'],
  ])('cannot be %s', (_what, dates, code) => {
    expect(() => datesAsked(dates, TODAY)).toThrow(expect.objectContaining({ code }));
  });

  test('may be 60', () => {
    expect(datesAsked({ months: 60 }, TODAY)).toHaveLength(60);
    expect(datesAsked({ on: Array.from({ length: 60 }, () => TODAY) }, TODAY)).toHaveLength(60);
  });
});
