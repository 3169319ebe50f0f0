import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IndicatorState, Observed } from '../counts/observe.js';
import type { IndicatorFact } from '../counts/facts.js';
import { indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import { pillarFramework } from '../frameworks/pillar-framework.fixture.js';
import { scoreFramework } from '../frameworks/framework-score.js';
import type { Assumed } from './assume.js';
import { distanceOf, needsOf, ranked, shortlist, type Distance } from './nearest.js';

const NOTHING = new Map();
const [GOVERNANCE, OPERATIONS, DATA] = PILLARS as [
  (typeof PILLARS)[number],
  (typeof PILLARS)[number],
  (typeof PILLARS)[number],
];

const REVISION = {
  id: 1,
  updateId: 1,
  roundId: 1,
  referenceDate: '2024-05-31',
  number: 1,
  submittedAt: 0,
  decision: 'APPROVED' as const,
  decidedAt: 0,
  results: {},
};

/** An institution to which the first three pillars apply, by what its update says of them. */
function observed(results: Partial<Record<string, IndicatorFact>>): Observed {
  const states = PILLARS.map((pillar, index): [string, IndicatorState] => {
    const result = results[pillar];
    const reported = result ? { result, revision: REVISION } : null;
    return [pillar, { applies: index < 3, reported, pending: null }];
  });
  return { period: null, states: new Map(states) };
}

/** The needs in an indicator, of which a percentage completes each part. */
const needsIn = (of: Observed, assumed: Assumed, code: string, thresholdPercent: number) =>
  needsOf(
    of,
    assumed,
    indicatorsWith().find((each) => each.code === code)!,
    () => thresholdPercent,
  );

const open = (points: number, maxPoints = 100): IndicatorFact => ({
  stage: points > 0 ? 'IN_PROGRESS' : 'NOT_STARTED',
  points,
  maxPoints,
});
const done: IndicatorFact = { stage: 'COMPLETED', points: 90, maxPoints: 100 };
const unknown = {
  stage: null,
  points: null,
  maxPoints: null,
  pointsToThreshold: null,
  revision: null,
};

describe('what an institution needs', () => {
  test('is what is missing to the threshold of each pillar that it has not completed', () => {
    const reported = observed({ [GOVERNANCE]: open(70), [OPERATIONS]: done, [DATA]: open(85) });

    expect(needsIn(reported, NOTHING, 'ALL_FOUR', 80)).toEqual([
      { indicator: GOVERNANCE, ...open(70), pointsToThreshold: 10, revision: REVISION },
      { indicator: DATA, ...open(85), pointsToThreshold: 0, revision: REVISION },
    ]);
    expect(needsIn(reported, NOTHING, GOVERNANCE, 80)).toEqual([
      { indicator: GOVERNANCE, ...open(70), pointsToThreshold: 10, revision: REVISION },
    ]);
  });

  test.each([
    ['it has completed the pillar', { [GOVERNANCE]: done }, GOVERNANCE],
    ['the pillar does not apply', { [PILLARS[3]!]: open(10) }, PILLARS[3]!],
    ['nothing was reported', {}, GOVERNANCE],
    ['nothing was reported of the pillar', { [OPERATIONS]: open(10) }, GOVERNANCE],
    [
      'it has completed all that apply',
      { [GOVERNANCE]: done, [OPERATIONS]: done, [DATA]: done },
      'ALL_FOUR' as const,
    ],
    ['all that it lacks is unknown', { [GOVERNANCE]: done }, 'ALL_FOUR' as const],
  ])('is nothing when %s', (_name, results, subject) => {
    expect(needsIn(observed(results), NOTHING, subject, 80)).toBeNull();
  });

  test('is unknown in a pillar of which the update says nothing', () => {
    expect(needsIn(observed({ [GOVERNANCE]: open(70) }), NOTHING, 'ALL_FOUR', 80)).toEqual([
      { indicator: GOVERNANCE, ...open(70), pointsToThreshold: 10, revision: REVISION },
      { indicator: OPERATIONS, ...unknown },
      { indicator: DATA, ...unknown },
    ]);
  });

  test('follows what is assumed: completed is gone, and not completed is unknown where it was', () => {
    const reported = observed({ [GOVERNANCE]: open(70), [OPERATIONS]: done, [DATA]: open(20) });
    const assumed = new Map([
      [GOVERNANCE, true],
      [OPERATIONS, false],
      [DATA, false],
    ]);

    expect(needsIn(reported, assumed, 'ALL_FOUR', 80)).toEqual([
      { indicator: OPERATIONS, ...unknown },
      { indicator: DATA, ...open(20), pointsToThreshold: 60, revision: REVISION },
    ]);
    expect(needsIn(reported, assumed, GOVERNANCE, 80)).toBeNull();
    expect(needsIn(reported, assumed, OPERATIONS, 80)).toBeNull();
  });

  test('is, for any points and any threshold, the fewest hundredths that complete the pillar', () => {
    const completes = (earned: number, maximum: number, thresholdPercent: number) => {
      const asked = { pillar: GOVERNANCE, answerKind: 'YES_NO', kinds: ['COLLEGE'] } as const;
      const file = pillarFramework({ code: 'test', validFrom: '2026-01-01', thresholdPercent }, [
        { ...asked, code: 'a', maxPoints: earned / 100 },
        { ...asked, code: 'b', maxPoints: (maximum - earned) / 100 },
      ]);
      const { indicators } = scoreFramework(file, 'COLLEGE', new Map([['a', { value: 1 }]]));
      return indicators[0]!.stage === 'COMPLETED';
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.nat({ max: 20_000 }),
        fc.integer({ min: 1, max: 100 }),
        (maximum, part, thresholdPercent) => {
          const earned = part % (maximum + 1);
          fc.pre(!completes(earned, maximum, thresholdPercent));
          const fact = open(earned / 100, maximum / 100);
          const [need] = needsIn(
            observed({ [GOVERNANCE]: fact }),
            NOTHING,
            GOVERNANCE,
            thresholdPercent,
          )!;

          const missing = Math.round(need!.pointsToThreshold! * 100);

          expect(completes(earned + missing, maximum, thresholdPercent)).toBe(true);
          expect(completes(earned + missing - 1, maximum, thresholdPercent)).toBe(false);
        },
      ),
    );
  });
});

test('the distance adds up the points that are known, in hundredths, and counts the unknown pillars', () => {
  const needs = needsIn(
    observed({ [GOVERNANCE]: open(79.9), [OPERATIONS]: open(79.8) }),
    NOTHING,
    'ALL_FOUR',
    80,
  )!;

  expect(distanceOf(needs)).toEqual({ unknownPillars: 1, missingPoints: 0.3, unmetCriteria: null });
});

describe('the order', () => {
  const at = (
    id: number,
    sortName: string,
    distance: Partial<Distance>,
  ): { institution: { id: number; sortName: string }; distance: Distance } => ({
    institution: { id, sortName },
    distance: { unknownPillars: 0, missingPoints: 0, unmetCriteria: null, ...distance },
  });
  const order = (...candidates: ReturnType<typeof at>[]) =>
    ranked(candidates, 10).map(({ institution, rank }) => [institution.id, rank]);

  test('is by unknown pillars, then missing points, then unmet criteria, then name, then id', () => {
    expect(
      order(
        at(1, 'a', { unknownPillars: 1 }),
        at(2, 'b', { missingPoints: 2, unmetCriteria: 0 }),
        at(3, 'c', { missingPoints: 1, unmetCriteria: 2 }),
        at(4, 'e', { missingPoints: 1, unmetCriteria: 1 }),
        at(6, 'd', { missingPoints: 1, unmetCriteria: 1 }),
        at(5, 'd', { missingPoints: 1, unmetCriteria: 1 }),
      ),
    ).toEqual([
      [5, 1],
      [6, 1],
      [4, 1],
      [3, 4],
      [2, 5],
      [1, 6],
    ]);
  });

  test('of a short list keeps all that are as near as the last that fits', () => {
    const candidates = [3, 1, 2, 2, 2].map((missingPoints, id) => at(id, 'a', { missingPoints }));
    const short = (first: number) =>
      shortlist(candidates, first).map(({ institution }) => institution.id);

    expect(short(1)).toEqual([1]);
    expect(short(2)).toEqual([1, 2, 3, 4]);
    expect(short(9)).toEqual([1, 2, 3, 4, 0]);
  });
});
