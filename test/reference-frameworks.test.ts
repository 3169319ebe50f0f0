import { describe, expect, test } from '@jest/globals';
import type { GivenAnswer } from '../src/frameworks/criterion-points.js';
import { scoreFramework } from '../src/frameworks/framework-score.js';
import { readFramework } from '../src/frameworks/read-framework.js';
import { kindsOf } from '../src/vocabulary/institution.enums.js';
import { reference, referenceFiles, referenceText } from './support/reference-frameworks.js';

test('the reference frameworks are these', () => {
  expect(referenceFiles()).toEqual([
    'decision-4725-unconfirmed.json',
    'four-pillar.json',
    'vocational-illustrative.json',
  ]);
});

test.each(referenceFiles())('the reference framework %s can be used as it is', (name) => {
  const { file, problems } = readFramework(referenceText(name));

  expect(problems).toEqual([]);
  expect(`${file?.code}.json`).toBe(name);
});

test('a question that several reference frameworks ask is the same question in each', () => {
  const [first, ...others] = referenceFiles().map((name) => reference(name).questions);
  const asked = new Map(first!.map((question) => [question.code, question]));
  const shared: string[] = [];
  for (const question of others.flat()) {
    const before = asked.get(question.code);
    if (before) {
      expect(question).toEqual(before);
      shared.push(question.code);
    }
    asked.set(question.code, question);
  }

  expect(shared).toEqual(['O5', 'O7', 'D1', 'D4', 'G5']);
});

test('one indicator is decided by one reference framework only', () => {
  const decided = referenceFiles().flatMap((name) =>
    reference(name).indicators.map(({ indicator }) => indicator),
  );

  expect(new Set(decided).size).toBe(decided.length);
});

describe('by the unconfirmed file of Decision 4725', () => {
  const DECISION = reference('decision-4725-unconfirmed.json');
  const yes: GivenAnswer = { value: 1 };
  const all: GivenAnswer = { value: 20, total: 20 };
  const CONDITIONS = ['1.1', '1.2', '2.1', '2.2'];
  /** Earns all 90 points of the second section. */
  const GOVERNANCE = DECISION.criteria
    .filter(({ section, points }) => section === '2' && points)
    .map(({ code }) => code);
  /** What earns 30 points together. */
  const SOFTWARE = ['1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5'];

  function scoreOf(answers: Record<string, GivenAnswer>, file = DECISION) {
    const questionOf = new Map(file.criteria.map(({ code, question }) => [code, question]));
    const given = Object.entries(answers).map(([code, answer]): [string, GivenAnswer] => [
      questionOf.get(code)!,
      answer,
    ]);
    const { sections, level, indicators } = scoreFramework(file, 'PRIMARY_SCHOOL', new Map(given));
    return {
      points: Object.fromEntries(
        sections.map(({ section, points }) => [section.code, points / 100]),
      ),
      levels: Object.fromEntries(sections.map((each) => [each.section.code, each.level])),
      unmet: sections.map(({ unmet }) => unmet),
      level,
      stages: indicators.map(({ stage }) => stage),
    };
  }

  const answered = (codes: readonly string[], answer = yes) =>
    Object.fromEntries(codes.map((code) => [code, answer]));
  const conditions = answered(CONDITIONS);
  const governance = answered(GOVERNANCE);

  test('29 criteria are asked of schools and continuing education; the second section lacks 10 points', () => {
    const [teaching, , administration] = DECISION.sections;
    const best = scoreFramework(DECISION, 'CONTINUING_EDUCATION_CENTRE', new Map());

    expect(DECISION.criteria).toHaveLength(29);
    expect([...DECISION.kinds].sort()).toEqual(kindsOf('GENERAL_EDUCATION').sort());
    expect(DECISION.sourceStatus).toBe('UNCONFIRMED');
    expect([teaching?.maximum, administration?.maximum]).toEqual([100, 100]);
    expect(best.sections.map(({ maxPoints }) => maxPoints / 100)).toEqual([100, 30, 90]);
    expect(DECISION.sections.map(({ gapReason }) => Boolean(gapReason))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test.each<[number, number, string[], Record<string, GivenAnswer>]>([
    [49.5, 1, ['IN_PROGRESS', 'IN_PROGRESS'], { '1.4': { value: 3 }, '1.7.2': yes, '1.6.3': all }],
    [50, 2, ['COMPLETED', 'IN_PROGRESS'], { '1.5.1': yes, '1.5.2': yes }],
    [
      75,
      2,
      ['COMPLETED', 'IN_PROGRESS'],
      { '1.4': { value: 3 }, '1.5.1': yes, ...answered(['1.6.1', '1.6.2', '1.6.3'], all) },
    ],
    [
      75.5,
      3,
      ['COMPLETED', 'COMPLETED'],
      {
        ...answered(['1.5.1', '1.5.2', '1.7.3']),
        '1.4': { value: 3 },
        '1.6.1': all,
        '1.7.2': yes,
      },
    ],
  ])('%d points in the lower section are level %d, %j', (points, level, stages, answers) => {
    const score = scoreOf({ ...conditions, ...governance, ...answered(SOFTWARE), ...answers });

    expect(score.points).toMatchObject({ '1': points, '2': 90 });
    expect([score.level, score.stages]).toEqual([level, stages]);
  });

  test('the second section decides where it is the lower one', () => {
    const teaching = {
      ...answered([...SOFTWARE, '1.4', '1.5.1', '1.5.2', '1.7.3']),
      ...answered(['1.6.1', '1.6.2', '1.6.3', '1.7.1'], all),
      '1.7.2': { value: 2 },
    };
    const score = scoreOf({ ...conditions, ...teaching, ...answered(['2.3.3', '2.4.2', '2.4.3']) });

    expect(score.points).toMatchObject({ '1': 100, '2': 32 });
    expect([score.levels, score.level]).toEqual([{ '1': 3, '1.3': 3, '2': 1 }, 1]);
  });

  test.each(CONDITIONS)('without the condition %s the level is 1, whatever the points', (code) => {
    const answers = { ...conditions, ...governance, ...answered(SOFTWARE), '1.5.1': yes };
    const whole = scoreOf({ ...answers, '1.5.2': yes });
    const lacking = scoreOf({ ...answers, '1.5.2': yes, [code]: { value: 0 } });

    expect(whole.level).toBe(2);
    expect(lacking.level).toBe(1);
    expect(lacking.points).toEqual(whole.points);
    expect(lacking.unmet.flat()).toEqual([code]);
    expect(lacking.stages).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
  });

  test.each([
    [0, 0, 1],
    [1, 6, 1],
    [2, 12, 2],
    [3, 18, 2],
    [4, 24, 3],
    [5, 30, 3],
  ])('%d of the uses of software earn %d points, level %d of 1.3', (count, points, level) => {
    const score = scoreOf(answered(SOFTWARE.slice(0, count)));

    expect([score.points['1.3'], score.levels['1.3']]).toEqual([points, level]);
  });

  test.each([
    [9.99, 1],
    [10, 2],
    [20, 2],
    [20.01, 3],
  ])('%d points would be level %d of 1.3', (maximum, level) => {
    // No answers of the file itself earn points at these boundaries.
    const file = {
      ...DECISION,
      criteria: DECISION.criteria.map((each) =>
        each.code === '1.3.1' ? { ...each, points: { rule: 'ALL' as const, maximum } } : each,
      ),
    };

    expect(scoreOf({ '1.3.1': yes }, file).levels['1.3']).toBe(level);
  });
});
