import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pillar } from '../vocabulary/framework.enums.js';
import { pointsOf, scorePillars, type Answer, type ScoredCriterion } from './score.js';

const criterion = (id: number, changes: Partial<ScoredCriterion> = {}): ScoredCriterion => ({
  id,
  pillar: 'DIGITAL_GOVERNANCE',
  answerKind: 'YES_NO',
  levels: null,
  maxPoints: 10,
  required: false,
  minimum: 0,
  kinds: ['PRIMARY_SCHOOL', 'COLLEGE'],
  ...changes,
});
const level = (levels: number, maxPoints = 10) =>
  criterion(1, { answerKind: 'LEVEL', levels, maxPoints });
const share = (changes: Partial<ScoredCriterion> = {}) =>
  criterion(1, { answerKind: 'SHARE', ...changes });
const score = (criteria: ScoredCriterion[], answers: [number, Answer][], thresholdPercent = 80) =>
  scorePillars({ thresholdPercent }, criteria, 'PRIMARY_SCHOOL', new Map(answers));

describe('the points of an answer', () => {
  test.each<[string, ScoredCriterion, Answer | undefined, number]>([
    ['yes earns all', criterion(1), { value: 1 }, 10],
    ['no earns nothing', criterion(1), { value: 0 }, 0],
    ['no answer earns nothing', criterion(1), undefined, 0],
    ['the highest level earns all', level(3), { value: 3 }, 10],
    ['1 of 3 levels is rounded down to hundredths', level(3), { value: 1 }, 3.33],
    ['2 of 3 levels is rounded up to hundredths', level(3), { value: 2 }, 6.67],
    ['level 0 earns nothing', level(3), { value: 0 }, 0],
    ['a level above the highest earns no more than all', level(3), { value: 4 }, 10],
    ['half a hundredth is rounded up', level(8, 0.2), { value: 5 }, 0.13],
    ['a share earns in proportion', share(), { value: 12, total: 40 }, 3],
    ['a whole share earns all', share(), { value: 40, total: 40 }, 10],
    ['a share above its total earns no more than all', share(), { value: 41, total: 40 }, 10],
    ['a share of nothing earns nothing', share(), { value: 0, total: 0 }, 0],
    ['a share without a total earns nothing', share(), { value: 5 }, 0],
  ])('%s', (_sentence, asked, answer, points) => {
    expect(pointsOf(asked, answer)).toBe(points);
  });

  test('half a hundredth is rounded up where binary fractions fall short', () => {
    expect(pointsOf(share({ maxPoints: 1.15 }), { value: 1, total: 2 })).toBe(0.58);
  });
});

describe('a pillar is', () => {
  test('COMPLETED at exactly 80 percent of the points', () => {
    const four = [1, 2, 3, 4, 5].map((id) => criterion(id));
    const yes = (count: number) =>
      four.map(({ id }): [number, Answer] => [id, { value: id <= count ? 1 : 0 }]);

    expect(score(four, yes(4))).toEqual([
      { pillar: 'DIGITAL_GOVERNANCE', stage: 'COMPLETED', points: 40, maxPoints: 50 },
    ]);
    expect(score(four, yes(3))).toEqual([
      { pillar: 'DIGITAL_GOVERNANCE', stage: 'IN_PROGRESS', points: 30, maxPoints: 50 },
    ]);
  });

  test('IN_PROGRESS a hundredth of a point below the threshold', () => {
    const two = [criterion(1, { maxPoints: 79.99 }), criterion(2, { maxPoints: 20.01 })];

    expect(score(two, [[1, { value: 1 }]])[0]).toMatchObject({ stage: 'IN_PROGRESS' });
    expect(score(two, [[1, { value: 1 }]], 79)[0]).toMatchObject({ stage: 'COMPLETED' });
  });

  test('IN_PROGRESS with enough points when a required criterion is not met', () => {
    const asked = [
      criterion(1, { maxPoints: 90 }),
      criterion(2, { maxPoints: 10, required: true, minimum: 1 }),
    ];

    expect(score(asked, [[1, { value: 1 }]])[0]).toMatchObject({
      stage: 'IN_PROGRESS',
      points: 90,
    });
    expect(
      score(asked, [
        [1, { value: 1 }],
        [2, { value: 1 }],
      ])[0],
    ).toMatchObject({ stage: 'COMPLETED', points: 100 });
  });

  test('NOT_STARTED without a single point', () => {
    expect(score([criterion(1)], [[1, { value: 0 }]])[0]).toMatchObject({ stage: 'NOT_STARTED' });
    expect(score([criterion(1)], [])[0]).toMatchObject({ stage: 'NOT_STARTED', points: 0 });
  });

  test('not COMPLETED by the required criterion alone', () => {
    const asked = [
      criterion(1, { required: true, minimum: 1, maxPoints: 10 }),
      criterion(2, { maxPoints: 90 }),
    ];

    expect(score(asked, [[1, { value: 1 }]])[0]).toMatchObject({ stage: 'IN_PROGRESS' });
  });
});

describe('a required answer', () => {
  const stageOf = (changes: Partial<ScoredCriterion>, answer: Answer) =>
    // A threshold of one percent leaves the decision to the required criterion.
    score(
      [criterion(1, { required: true, ...changes }), criterion(2, { maxPoints: 90 })],
      [
        [1, answer],
        [2, { value: 1 }],
      ],
      1,
    )[0]!.stage;

  test.each<[string, Partial<ScoredCriterion>, Answer, boolean]>([
    ['yes is met by yes', { minimum: 1 }, { value: 1 }, true],
    ['yes is not met by no', { minimum: 1 }, { value: 0 }, false],
    [
      'level is met at its minimum',
      { answerKind: 'LEVEL', levels: 3, minimum: 2 },
      { value: 2 },
      true,
    ],
    [
      'level is not met below its minimum',
      { answerKind: 'LEVEL', levels: 3, minimum: 2 },
      { value: 1 },
      false,
    ],
    [
      'share is met at exactly its percentage: 4 of 5 of 80',
      { answerKind: 'SHARE', minimum: 80 },
      { value: 4, total: 5 },
      true,
    ],
    [
      'share is met at a percentage that divides badly: 7 of 10 of 70',
      { answerKind: 'SHARE', minimum: 70 },
      { value: 7, total: 10 },
      true,
    ],
    [
      'share is not met just below: 79 of 99 of 80',
      { answerKind: 'SHARE', minimum: 80 },
      { value: 79, total: 99 },
      false,
    ],
    [
      'share of nothing is not met, even when 0 percent would do',
      { answerKind: 'SHARE', minimum: 0 },
      { value: 0, total: 0 },
      false,
    ],
  ])('%s', (_sentence, changes, answer, met) => {
    expect(stageOf(changes, answer) === 'COMPLETED').toBe(met);
  });
});

describe('only criteria of the institution’s kind', () => {
  const asked = [
    criterion(1),
    criterion(2, { kinds: ['COLLEGE'], maxPoints: 1000, required: true, minimum: 1 }),
    criterion(3, { pillar: 'STANDARDIZED_DATA', kinds: ['COLLEGE'] }),
  ];

  test('count, for the points and for the maximum', () => {
    expect(score(asked, [[1, { value: 1 }]])).toEqual([
      { pillar: 'DIGITAL_GOVERNANCE', stage: 'COMPLETED', points: 10, maxPoints: 10 },
    ]);
  });

  test('make a pillar that applies', () => {
    const of = (kind: 'PRIMARY_SCHOOL' | 'COLLEGE' | 'UNIVERSITY') =>
      scorePillars({ thresholdPercent: 80 }, asked, kind, new Map()).map(({ pillar }) => pillar);

    expect(of('PRIMARY_SCHOOL')).toEqual(['DIGITAL_GOVERNANCE']);
    expect(of('COLLEGE')).toEqual(['DIGITAL_GOVERNANCE', 'STANDARDIZED_DATA']);
    expect(of('UNIVERSITY')).toEqual([]);
  });
});

describe('laws', () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 });
  const question = fc
    .record({
      pillar: fc.constantFrom(...Object.values(Pillar)),
      answerKind: fc.constantFrom('YES_NO', 'LEVEL', 'SHARE'),
      levels: fc.integer({ min: 1, max: 7 }),
      maximum: hundredths,
      value: fc.integer({ min: 0, max: 60 }),
      total: fc.integer({ min: 0, max: 50 }),
      required: fc.boolean(),
      minimum: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ levels, maximum, value, total, ...rest }) => ({
      criterion: {
        ...rest,
        levels: rest.answerKind === 'LEVEL' ? levels : null,
        maxPoints: maximum / 100,
      },
      answer: { value, total },
    }));
  const sheet = fc.array(question, { minLength: 1, maxLength: 30 }).map((questions) => ({
    criteria: questions.map((each, id) =>
      criterion(id, each.criterion as Partial<ScoredCriterion>),
    ),
    answers: questions.map((each, id): [number, Answer] => [id, each.answer]),
  }));
  const inHundredths = (value: number) => Math.round(value * 100);

  test('the points and maxima of a pillar are the exact sums of its criteria in hundredths', () => {
    fc.assert(
      fc.property(sheet, ({ criteria, answers }) => {
        for (const { pillar, points, maxPoints } of score(criteria, answers)) {
          const asked = criteria.filter((each) => each.pillar === pillar);
          const earned = asked.map((each) =>
            inHundredths(pointsOf(each, new Map(answers).get(each.id))),
          );
          const possible = asked.map((each) => inHundredths(each.maxPoints));

          expect(points).toBe(earned.reduce((sum, each) => sum + each) / 100);
          expect(maxPoints).toBe(possible.reduce((sum, each) => sum + each) / 100);
          expect(points).toBeLessThanOrEqual(maxPoints);
        }
      }),
    );
  });

  test('the order of the criteria does not matter', () => {
    fc.assert(
      fc.property(sheet, ({ criteria, answers }) => {
        const sorted = (scores: ReturnType<typeof score>) =>
          scores.sort((a, b) => a.pillar.localeCompare(b.pillar));

        expect(sorted(score([...criteria].reverse(), answers))).toEqual(
          sorted(score(criteria, answers)),
        );
      }),
    );
  });
});
