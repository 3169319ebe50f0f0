import { describe, expect, test } from '@jest/globals';
import type { PeriodFact } from '../counts/facts.js';
import type { LocalDate } from '../shared/dates.js';
import { crossingOf, type End } from './crossing.js';

/** Unit 1 is what the change is about; 2 is another one; 3 ended on the last of June 2025. */
const LAST_DAYS = new Map([[3, '2025-06-30']]);
const ended = (unitId: number) => LAST_DAYS.get(unitId) ?? null;

const period = (changes: Partial<PeriodFact>): PeriodFact => ({
  unitId: 1,
  kind: 'PRIMARY_SCHOOL',
  settled: true,
  origin: 'RECORDED',
  validFrom: null,
  validTo: null,
  recordedAt: 0,
  supersededAt: null,
  ...changes,
});
const end = (date: LocalDate, knownAt = Infinity, unitIds = [1]): End => ({
  date,
  knownAt,
  isInside: (unitId) => unitId !== null && unitIds.includes(unitId),
});
const [BEFORE, AFTER] = ['2025-01-01', '2026-01-01'];
const between = (...periods: PeriodFact[]) => crossingOf(periods, end(BEFORE), end(AFTER), ended);

describe('between two dates', () => {
  test('an institution that is recorded at another place moved by itself', () => {
    expect(
      between(
        period({ unitId: 2, validTo: '2025-02-28' }),
        period({ unitId: 1, validFrom: '2025-03-01' }),
      ),
    ).toBe('BY_ITSELF');
  });

  test('one whose unit was taken over did not', () => {
    expect(
      between(
        period({ unitId: 3, validTo: '2025-06-30' }),
        period({ unitId: 1, validFrom: '2025-07-01', origin: 'SUCCESSION' }),
      ),
    ).toBe('BY_BORDERS');
  });

  test('nor one whose place was recorded after its unit ended, or while it was not settled', () => {
    const place = period({ unitId: 1, validFrom: '2025-07-01' });
    expect(between(period({ unitId: 3, validTo: '2025-06-30' }), place)).toBe('BY_BORDERS');
    expect(between(period({ unitId: 2, settled: false, validTo: '2025-06-30' }), place)).toBe(
      'BY_BORDERS',
    );
    expect(between(period({ unitId: null, settled: false, validTo: '2025-06-30' }), place)).toBe(
      'BY_BORDERS',
    );
  });

  test('the last time that it came in or left decides', () => {
    expect(
      between(
        period({ unitId: 2, validTo: '2025-02-28' }),
        period({ unitId: 1, validFrom: '2025-03-01', validTo: '2025-04-30' }),
        period({ unitId: 3, validFrom: '2025-05-01', validTo: '2025-06-30' }),
        period({ unitId: 1, validFrom: '2025-07-01', origin: 'SUCCESSION' }),
      ),
    ).toBe('BY_BORDERS');
  });

  test('a move inside of the unit, or one after it, decides nothing', () => {
    expect(
      crossingOf(
        [
          period({ unitId: 3, validTo: '2025-06-30' }),
          period({
            unitId: 1,
            validFrom: '2025-07-01',
            validTo: '2025-08-31',
            origin: 'SUCCESSION',
          }),
          period({ unitId: 4, validFrom: '2025-09-01' }),
        ],
        end(BEFORE, Infinity, [1, 4]),
        end(AFTER, Infinity, [1, 4]),
        ended,
      ),
    ).toBe('BY_BORDERS');
    expect(
      between(
        period({ unitId: 3, validTo: '2025-06-30' }),
        period({ unitId: 1, validFrom: '2025-07-01', validTo: '2026-01-31', origin: 'SUCCESSION' }),
        period({ unitId: 2, validFrom: '2026-02-01' }),
      ),
    ).toBe('BY_BORDERS');
  });
});

describe('between two moments of knowledge of one date', () => {
  const known = (periods: PeriodFact[], before: number[] = [1], after: number[] = [1]) =>
    crossingOf(periods, end(AFTER, 10, before), end(AFTER, 20, after), ended);

  test('a place that was corrected is a move', () => {
    expect(
      known([period({ unitId: 2, supersededAt: 15 }), period({ unitId: 1, recordedAt: 15 })]),
    ).toBe('BY_ITSELF');
  });

  test('a succession that became known later is none', () => {
    expect(
      known([
        period({ unitId: 3, supersededAt: 15 }),
        period({ unitId: 3, validTo: '2025-06-30', recordedAt: 15 }),
        period({ unitId: 1, validFrom: '2025-07-01', origin: 'SUCCESSION', recordedAt: 15 }),
      ]),
    ).toBe('BY_BORDERS');
  });

  test('nor are other units that count, at the same place', () => {
    expect(known([period({ unitId: 2 })], [1], [1, 2])).toBe('BY_BORDERS');
  });

  test('a move that became known later is one, though a unit ended since', () => {
    expect(
      known([
        period({ unitId: 2, supersededAt: 15 }),
        period({ unitId: 2, validTo: '2025-02-28', recordedAt: 15 }),
        period({ unitId: 3, validFrom: '2025-03-01', validTo: '2025-06-30', recordedAt: 15 }),
        period({ unitId: 1, validFrom: '2025-07-01', origin: 'SUCCESSION', recordedAt: 15 }),
      ]),
    ).toBe('BY_ITSELF');
  });
});
