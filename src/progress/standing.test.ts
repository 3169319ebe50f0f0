import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../shared/dates.js';
import { standingOf, type Standing, type StandingInput } from './standing.js';

/** Two years after a baseline of 10 percent, half way to 50 percent two years later. */
const MIDWAY: StandingInput = {
  asOf: '2024-01-01',
  institutions: 100,
  completed: 30,
  reported: 90,
  points: [
    { date: '2022-01-01', percent: 10 },
    { date: '2023-01-01', percent: 20 },
  ],
  target: { percent: 50, dueOn: '2026-01-01' },
};
const given = (changes: Partial<StandingInput>) => standingOf({ ...MIDWAY, ...changes });
const target = (percent: number, dueOn = '2026-01-01') => ({ target: { percent, dueOn } });

describe('the standing is', () => {
  test.each<[Standing, string, Partial<StandingInput>]>([
    [
      'ACHIEVED',
      'when the percentage is exactly the target: 3 of 4 of 75',
      { institutions: 4, completed: 3, ...target(75) },
    ],
    ['ACHIEVED', 'when the percentage is above the target', { completed: 51 }],
    ['ACHIEVED', 'even after the due date', { asOf: '2030-01-01', completed: 50 }],
    ['ACHIEVED', 'even without a trend', { completed: 50, points: [] }],
    [
      'ACHIEVED',
      'at a target that binary fractions cannot hold: 7 of 1000 of 0.7',
      { institutions: 1000, completed: 7, ...target(0.7) },
    ],
    ['MISSED', 'when the due date has passed without it', { asOf: '2026-01-02', completed: 49 }],
    ['NO_DATA', 'when nobody reported', { completed: 0, reported: 0 }],
    [
      'NO_DATA',
      'when nobody reported, also after the due date',
      { asOf: '2026-01-02', completed: 0, reported: 0, points: [] },
    ],
    [
      'NO_DATA',
      'when all who reported have closed, also after the due date',
      { asOf: '2026-01-02', completed: 0, reported: 0 },
    ],
    [
      'NO_DATA',
      'when nobody is counted, also after the due date',
      { asOf: '2026-01-02', institutions: 0, completed: 0, reported: 0, points: [] },
    ],
    [
      'NO_DATA',
      'when nobody is counted',
      { institutions: 0, completed: 0, reported: 0, points: [] },
    ],
    ['NO_TREND', 'with no dated point', { points: [] }],
    ['NO_TREND', 'with a single dated point', { points: MIDWAY.points.slice(0, 1) }],
    ['NO_TREND', 'when the baseline is not before the date', { asOf: '2022-01-01' }],
    [
      'NO_TREND',
      'when the baseline is not before the due date',
      {
        asOf: '2021-01-01',
        ...target(50, '2021-01-01'),
        points: [
          { date: '2021-01-01', percent: 1 },
          { date: '2021-06-01', percent: 2 },
        ],
      },
    ],
    ['ON_TRACK', 'at exactly the required pace', { completed: 30 }],
    ['ON_TRACK', 'at 0.95 of the required pace', { completed: 29 }],
    ['MODERATE', 'just below 0.95 of the required pace', { completed: 28 }],
    ['MODERATE', 'at 0.60 of the required pace', { completed: 22 }],
    ['LIMITED', 'just below 0.60 of the required pace', { completed: 21 }],
    ['LIMITED', 'when nothing has moved since the baseline', { completed: 10 }],
    ['REVERSING', 'when the percentage has fallen', { completed: 9 }],
    [
      'REVERSING',
      'when the baseline was above the target and it is lost since',
      {
        points: [
          { date: '2022-01-01', percent: 60 },
          { date: '2023-01-01', percent: 55 },
        ],
      },
    ],
    [
      'REVERSING',
      'when the baseline was exactly the target and it is lost since',
      {
        points: [
          { date: '2022-01-01', percent: 50 },
          { date: '2023-01-01', percent: 55 },
        ],
      },
    ],
    [
      'ON_TRACK',
      'from a baseline of zero, which breaks compound growth only',
      {
        completed: 25,
        points: [
          { date: '2022-01-01', percent: 0 },
          { date: '2023-01-01', percent: 10 },
        ],
      },
    ],
    [
      'LIMITED',
      'still at a baseline of zero',
      {
        completed: 0,
        points: [
          { date: '2022-01-01', percent: 0 },
          { date: '2023-01-01', percent: 0 },
        ],
      },
    ],
  ])('%s %s', (standing, _when, changes) => {
    expect(given(changes).standing).toBe(standing);
  });

  test('judged by pace on the due date itself, and missed the day after', () => {
    const dueOn = '2024-01-01';

    expect(given({ ...target(50, dueOn), asOf: '2024-01-01' }).standing).toBe('LIMITED');
    expect(given({ ...target(50, dueOn), asOf: '2024-01-02' }).standing).toBe('MISSED');
  });

  test.each([
    [238, 'ON_TRACK'],
    [237, 'MODERATE'],
    [150, 'MODERATE'],
    [149, 'LIMITED'],
    [0, 'LIMITED'],
  ])('by the ratio of pace to required pace: %d of 250 is %s', (completed, standing) => {
    const aQuarterOfTheWay = {
      asOf: '2023-01-01',
      institutions: 1000,
      completed,
      points: [
        { date: '2022-01-01', percent: 0 },
        { date: '2022-06-01', percent: 0 },
      ],
      ...target(100, '2025-12-31'),
    };

    expect(given(aQuarterOfTheWay).standing).toBe(standing);
  });

  test.each([
    [57, 60, 'ON_TRACK'],
    [57, 95, 'MODERATE'],
  ])(
    'not worse because of binary fractions: %d of 200 half way to %d percent',
    (completed, percent, standing) => {
      const halfWay = {
        asOf: '2022-03-15',
        institutions: 200,
        completed,
        points: [
          { date: '2022-01-01', percent: 0 },
          { date: '2022-02-01', percent: 0 },
        ],
        ...target(percent, '2022-05-27'),
      };

      expect(given(halfWay).standing).toBe(standing);
    },
  );
});

describe('the distance to a target', () => {
  test('is counted in percentage points and whole institutions', () => {
    expect(given({ completed: 30 })).toMatchObject({ gapPoints: 20, institutionsToGo: 20 });
  });

  test('rounds the institutions to go up', () => {
    expect(given({ institutions: 7, completed: 3, ...target(50) }).institutionsToGo).toBe(1);
    expect(given({ institutions: 3, completed: 0, ...target(34) }).institutionsToGo).toBe(2);
  });

  test('is negative beyond the target, and then nobody has to go', () => {
    expect(given({ completed: 80 })).toMatchObject({ gapPoints: -30, institutionsToGo: 0 });
  });

  test.each([
    ['nobody is counted', { institutions: 0 }, 0],
    ['nobody has reported', { institutions: 100 }, 50],
  ])('is unknown when %s', (_when, { institutions }, institutionsToGo) => {
    expect(given({ institutions, completed: 0, reported: 0 })).toEqual({
      standing: 'NO_DATA',
      gapPoints: null,
      institutionsToGo,
      pacePerYear: null,
      requiredPacePerYear: null,
      expectedPercent: null,
    });
  });

  test('says the pace, the required pace and where the straight line is', () => {
    const { pacePerYear, requiredPacePerYear, expectedPercent } = given({});

    // 730 days of 365.25, and 1461 days until the target is due.
    expect(pacePerYear).toBeCloseTo(20 / (730 / 365.25), 9);
    expect(requiredPacePerYear).toBeCloseTo(10, 9);
    expect(expectedPercent).toBeCloseTo(10 + 40 * (730 / 1461), 9);
  });

  test('says no pace without a trend', () => {
    expect(given({ points: [] })).toMatchObject({
      gapPoints: 20,
      pacePerYear: null,
      requiredPacePerYear: null,
      expectedPercent: null,
    });
  });

  test.each([
    ['on the due date', '2026-01-01'],
    ['after the due date', '2027-01-01'],
  ])('expects the target itself %s', (_when, asOf) => {
    expect(given({ asOf }).expectedPercent).toBe(50);
  });
});

describe('laws', () => {
  test('without a report there is no verdict, whatever the dates and the target are', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(
        day,
        day,
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        (asOf, dueOn, institutions, percent) => {
          const nothing = { institutions, completed: 0, reported: 0, ...target(percent, dueOn) };
          expect(given({ ...nothing, asOf })).toMatchObject({
            standing: 'NO_DATA',
            gapPoints: null,
          });
        },
      ),
    );
  });

  const counts = fc.integer({ min: 1, max: 2000 }).chain((institutions) =>
    fc.record({
      institutions: fc.constant(institutions),
      completed: fc.integer({ min: 0, max: institutions }),
      // Two decimals, as the table of targets holds them.
      percent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    }),
  );

  test('as many completions as there are to go give ACHIEVED, and one fewer does not', () => {
    fc.assert(
      fc.property(counts, ({ institutions, completed, percent }) => {
        const standingAt = (count: number) =>
          given({ institutions, completed: count, reported: count, ...target(percent) });
        const { institutionsToGo } = standingAt(completed);

        expect(standingAt(completed + institutionsToGo).standing).toBe('ACHIEVED');
        if (institutionsToGo > 0)
          expect(standingAt(completed + institutionsToGo - 1).standing).not.toBe('ACHIEVED');
      }),
      { numRuns: 2000 },
    );
  });

  test('nobody has to go exactly when the gap is closed', () => {
    fc.assert(
      fc.property(counts, ({ institutions, completed, percent }) => {
        const result = given({ institutions, completed, ...target(percent) });

        // Sums of binary fractions may miss zero by less than any hundredth of a percent of 2,000.
        expect(result.institutionsToGo === 0).toBe(result.gapPoints! < 1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  test('more completions never make a standing worse', () => {
    const order: Standing[] = [
      'NO_DATA',
      'REVERSING',
      'LIMITED',
      'MODERATE',
      'ON_TRACK',
      'ACHIEVED',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (completed, baseline, percent) => {
          const rank = (count: number) =>
            order.indexOf(
              given({
                completed: count,
                points: [
                  { date: '2022-01-01', percent: baseline },
                  { date: '2023-01-01', percent: baseline },
                ],
                ...target(percent),
              }).standing,
            );

          expect(rank(completed + 1)).toBeGreaterThanOrEqual(rank(completed));
        },
      ),
    );
  });
});
