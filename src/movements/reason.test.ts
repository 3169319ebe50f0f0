import { describe, expect, test } from '@jest/globals';
import type { PeriodFact, RevisionFact } from '../counts/facts.js';
import type { IndicatorState } from '../counts/observe.js';
import { indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import { countsIn, differenceOf, isNothing, reasonOf, type Crossing, type Side } from './reason.js';
import type { LineSubject } from '../progress/report.js';

const INDICATORS = indicatorsWith();
const [GOVERNANCE = '', OPERATIONS = ''] = PILLARS;
const line = (code: string): LineSubject => ({
  group: 'GENERAL_EDUCATION',
  indicator: INDICATORS.find((each) => each.code === code)!,
});

/** What one pillar is said to be: a stage by an update of a year; null for one that does not apply. */
type Said = { stage: PillarStage; year: number; number?: number } | 'NOTHING' | null;

const revision = (year: number, number: number): RevisionFact => ({
  id: year * 10 + number,
  updateId: year,
  roundId: year,
  referenceDate: `${year}-05-31`,
  number,
  submittedAt: 0,
  decision: 'APPROVED',
  decidedAt: 0,
  results: {},
});

function side(
  said: Partial<Record<string, Said>>,
  { kind = 'PRIMARY_SCHOOL', inside = true }: { kind?: InstitutionKind; inside?: boolean } = {},
): Side {
  const period: PeriodFact = {
    unitId: 1,
    kind,
    settled: true,
    validFrom: null,
    validTo: null,
    recordedAt: 0,
    supersededAt: null,
  };
  const states = PILLARS.map((code): [string, IndicatorState] => {
    const each = said[code] ?? null;
    const reported =
      each === null || each === 'NOTHING'
        ? null
        : {
            result: { stage: each.stage, points: 1, maxPoints: 2 },
            revision: revision(each.year, each.number ?? 1),
          };
    return [code, { applies: each !== null, reported, pending: null }];
  });
  return { observed: { period, states: new Map(states) }, inside };
}

const CLOSED: Side = { observed: { period: null, states: new Map() }, inside: false };
const done = (year: number, number = 1): Said => ({ stage: 'COMPLETED', year, number });
const begun = (year: number, number = 1): Said => ({ stage: 'IN_PROGRESS', year, number });
const one = (said: Said, how?: Parameters<typeof side>[1]) => side({ [GOVERNANCE]: said }, how);

function why(before: Side, after: Side, crossing: Crossing = 'BY_ITSELF', code = GOVERNANCE) {
  return reasonOf(line(code), before, after, () => crossing);
}

describe('the one reason why an institution counts otherwise', () => {
  test.each([
    ['a later report made it completed', one(begun(2023)), one(done(2024)), 'NEWLY_COMPLETED'],
    ['its first report made it completed', one('NOTHING'), one(done(2024)), 'NEWLY_COMPLETED'],
    ['its first report did not', one('NOTHING'), one(begun(2024)), 'NEWLY_REPORTED'],
    ['a later report took it back', one(done(2023)), one(begun(2024)), 'FELL_BACK'],
    ['the same update was corrected up', one(begun(2024)), one(done(2024, 2)), 'CORRECTED'],
    ['the same update was corrected down', one(done(2024)), one(begun(2024, 2)), 'CORRECTED'],
    ['its only approval was taken back', one(done(2024)), one('NOTHING'), 'CORRECTED'],
    ['the older report counts again', one(done(2024)), one(begun(2023)), 'CORRECTED'],
    ['the older report counts again, up', one(begun(2024)), one(done(2023)), 'CORRECTED'],
  ] as const)('%s', (_, before, after, reason) => {
    expect(why(before, after)).toBe(reason);
  });

  test('it opened or closed, before all else', () => {
    const moved = one(done(2024), { inside: true, kind: 'COLLEGE' });
    expect(why(CLOSED, moved)).toBe('OPENED');
    expect(why(moved, CLOSED)).toBe('CLOSED');
  });

  test('it crossed the borders of the unit, whatever its kind and reports', () => {
    const outside = one(begun(2023), { inside: false, kind: 'COLLEGE' });
    const inside = one(done(2024));
    expect(why(outside, inside)).toBe('MOVED_IN');
    expect(why(inside, outside)).toBe('MOVED_OUT');
    expect(why(outside, inside, 'BY_BORDERS')).toBe('BORDERS_CHANGED');
    expect(why(inside, outside, 'BY_BORDERS')).toBe('BORDERS_CHANGED');
  });

  test('its kind came to another group, or to one to which the pillar does not apply', () => {
    expect(why(one(done(2023)), one(done(2024), { kind: 'COLLEGE' }))).toBe('KIND_CHANGED');
    expect(why(one(done(2023)), one(null, { kind: 'LOWER_SECONDARY_SCHOOL' }))).toBe(
      'KIND_CHANGED',
    );
  });

  test('a kind that changes nothing of what is asked is no reason', () => {
    const other = one(done(2024), { kind: 'LOWER_SECONDARY_SCHOOL' });
    expect(why(one(begun(2023)), other)).toBe('NEWLY_COMPLETED');
  });

  test('criteria came into force for its kind, or ended', () => {
    expect(why(one(null), one('NOTHING'))).toBe('CRITERIA_CHANGED');
    expect(why(one(done(2023)), one(null))).toBe('CRITERIA_CHANGED');
  });

  test('of all four together, a pillar that comes into force is the reason where it decides', () => {
    const before = side({ [GOVERNANCE]: done(2023), [OPERATIONS]: null });
    const after = (operations: Said, governance = done(2023)) =>
      side({ [GOVERNANCE]: governance, [OPERATIONS]: operations });
    const all = (after_: Side) => why(before, after_, 'BY_ITSELF', 'ALL_FOUR');

    expect(all(after('NOTHING'))).toBe('CRITERIA_CHANGED');
    expect(all(after(begun(2024)))).toBe('CRITERIA_CHANGED');
    expect(all(after(done(2024), begun(2024)))).toBe('FELL_BACK');
  });

  test('of all four together, the report of any pillar that turned is later, or it is a correction', () => {
    const both = (governance: Said, operations: Said) =>
      side({ [GOVERNANCE]: governance, [OPERATIONS]: operations });
    const all = (before: Side, after: Side) => why(before, after, 'BY_ITSELF', 'ALL_FOUR');

    expect(all(both(done(2023), begun(2023)), both(done(2024), done(2023, 2)))).toBe('CORRECTED');
    expect(all(both(done(2023), begun(2023)), both(done(2023), done(2024)))).toBe(
      'NEWLY_COMPLETED',
    );
    expect(all(both(done(2023), done(2024)), both(begun(2024), done(2023)))).toBe('FELL_BACK');
    expect(all(both(begun(2023), 'NOTHING'), both(begun(2024), begun(2024)))).toBe(
      'NEWLY_REPORTED',
    );
  });
});

test('an institution outside of the unit or of the group counts nothing', () => {
  expect(isNothing(countsIn(line(GOVERNANCE), one(done(2024), { inside: false })))).toBe(true);
  expect(isNothing(countsIn(line(GOVERNANCE), one(done(2024), { kind: 'COLLEGE' })))).toBe(true);
  expect(isNothing(countsIn(line(GOVERNANCE), CLOSED))).toBe(true);
});

test('a difference is what came and what went', () => {
  const [before, after] = [one(null), one(done(2024))];
  expect(
    differenceOf(countsIn(line(GOVERNANCE), before), countsIn(line(GOVERNANCE), after)),
  ).toEqual({ institutions: 1, completed: 1, reported: 1, notApplicable: -1 });
});
