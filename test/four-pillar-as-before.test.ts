import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FOUR_PILLAR, FOUR_PILLAR_CRITERIA } from '../seeds/reference/four-pillar.js';
import type { GivenAnswer } from '../src/frameworks/criterion-points.js';
import { scoreFramework } from '../src/frameworks/framework-score.js';
import {
  isMet,
  pointsOf,
  scorePillars,
  type Answer,
  type ScoredCriterion,
} from '../src/status-updates/score.js';
import { InstitutionKind } from '../src/vocabulary/institution.enums.js';
import { reference } from './support/reference-frameworks.js';

/**
 * The proof that `four-pillar.json` gives what the code gave before it. It ends with that code:
 * when `status-updates/score.ts` or `seeds/reference/four-pillar.ts` goes, this file goes.
 */

const FILE = reference('four-pillar.json');
const CRITERIA = FOUR_PILLAR_CRITERIA.map((each, id) => ({ ...each, id }));

/** The score of both, in points and hundredths alike. */
function both(kind: InstitutionKind, answers: ReadonlyMap<number, Answer>) {
  const given = CRITERIA.flatMap(({ id, code }): [string, GivenAnswer][] => {
    const answer = answers.get(id);
    return answer ? [[code, { value: answer.value, total: answer.total ?? undefined }]] : [];
  });
  return {
    before: scorePillars(FOUR_PILLAR, CRITERIA, kind, answers),
    now: scoreFramework(FILE, kind, new Map(given)),
  };
}

function expectEqual(kind: InstitutionKind, answers: ReadonlyMap<number, Answer>) {
  const { before, now } = both(kind, answers);
  expect(
    now.indicators.map(({ indicator, stage, points, maxPoints }) => ({
      pillar: indicator,
      stage,
      points: points / 100,
      maxPoints: maxPoints / 100,
    })),
  ).toEqual(before);
}

/**
 * Every value that may be saved for a criterion; of a share, each part of totals up to a limit, and a
 * part that has not got its total yet.
 */
function valuesOf({ answerKind, levels }: ScoredCriterion, largest: number): Answer[] {
  const upTo = (most: number) => [...Array(most + 1).keys()];
  if (answerKind === 'YES_NO') return [{ value: 0 }, { value: 1 }];
  if (answerKind === 'LEVEL') return upTo(levels!).map((value) => ({ value }));
  const shares = upTo(largest).flatMap((total) => upTo(total).map((value) => ({ value, total })));
  return [...shares, { value: 90 }];
}

test('the file of the four-pillar set says what the code said before it', () => {
  const { code, version, name, validFrom, validTo, sourceStatus, document } = FILE;
  expect({ code, version, validFrom, validTo, sourceStatus }).toEqual({
    code: FOUR_PILLAR.code,
    version: FOUR_PILLAR.version,
    validFrom: FOUR_PILLAR.validFrom,
    validTo: FOUR_PILLAR.validTo,
    sourceStatus: FOUR_PILLAR.sourceStatus,
  });
  expect([name.vi, name.en, document]).toEqual([
    FOUR_PILLAR.nameVi,
    FOUR_PILLAR.nameEn,
    FOUR_PILLAR.source,
  ]);
  expect(
    FILE.criteria.map(({ code, section, question, points, evidence, kinds = FILE.kinds }) => {
      const [{ text, answer }] = FILE.questions.filter((each) => each.code === question) as [any];
      return {
        code: [code, question],
        pillar: section,
        text: [text.vi, text.en],
        answerKind: answer.kind,
        levels: answer.levels ? answer.levels.length - 1 : null,
        maxPoints: points?.maximum,
        evidenceRequired: evidence === 'REQUIRED',
        kinds,
      };
    }),
  ).toEqual(
    CRITERIA.map((each) => ({
      code: [each.code, each.code],
      pillar: each.pillar,
      text: [each.textVi, each.textEn],
      answerKind: each.answerKind,
      levels: each.levels,
      maxPoints: each.maxPoints,
      evidenceRequired: each.evidenceRequired,
      kinds: each.kinds,
    })),
  );
});

test.each(CRITERIA)('every answer to $code earns and reaches what it did before', (criterion) => {
  const index = CRITERIA.indexOf(criterion);
  for (const answer of [...valuesOf(criterion, 60), undefined]) {
    const { now } = both(criterion.kinds[0]!, new Map(answer ? [[criterion.id, answer]] : []));
    const score = now.criteria[index]!;

    expect(score.points / 100).toBe(pointsOf(criterion, answer));
    if (criterion.required) expect(score.reaches(criterion.minimum)).toBe(isMet(criterion, answer));
  }
});

describe('for any kind of institution and any answers', () => {
  const total = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1_000_000 }));
  const part = total.chain((most) =>
    fc.record({ value: fc.integer({ min: 0, max: most }), total: fc.constant(most) }),
  );
  /** A part that has not got its total yet, as in a draft. */
  const unfinished = fc.record({
    value: fc.integer({ min: 0, max: 1_000_000 }),
    total: fc.constant(null),
  });
  const full = (criterion: ScoredCriterion): Answer =>
    criterion.answerKind === 'SHARE'
      ? { value: 40, total: 40 }
      : { value: criterion.answerKind === 'LEVEL' ? criterion.levels! : 1 };
  const any = (criterion: ScoredCriterion): fc.Arbitrary<Answer> =>
    criterion.answerKind === 'SHARE'
      ? fc.oneof({ arbitrary: part, weight: 9 }, { arbitrary: unfinished, weight: 1 })
      : fc.constantFrom(...valuesOf(criterion, 0));
  /** Few full answers, or many, so that all stages come up and the threshold lies between. */
  const sheet = fc
    .constantFrom(0, 1, 8)
    .chain((fullness) =>
      fc.tuple(
        ...CRITERIA.map((criterion) =>
          fc.oneof(
            { arbitrary: fc.constant(full(criterion)), weight: fullness },
            { arbitrary: any(criterion), weight: 2 },
            { arbitrary: fc.constant(undefined), weight: fullness === 8 ? 0 : 1 },
          ),
        ),
      ),
    );
  const answersOf = (values: readonly (Answer | undefined)[]) =>
    new Map(values.flatMap((answer, id): [number, Answer][] => (answer ? [[id, answer]] : [])));

  test('four-pillar.json gives the stage, points and maximum that score.ts gave', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(InstitutionKind)), sheet, (kind, values) => {
        expectEqual(kind, answersOf(values));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(Object.values(InstitutionKind))(
    'a %s gets the same with all answers full, with any one less, and with none',
    (kind) => {
      const whole: (Answer | undefined)[] = CRITERIA.map(full);

      expectEqual(kind, answersOf(whole));
      expectEqual(kind, answersOf(CRITERIA.map(() => undefined)));
      for (const [index, criterion] of CRITERIA.entries())
        for (const answer of [undefined, ...valuesOf(criterion, 12)])
          expectEqual(kind, answersOf(whole.with(index, answer)));
    },
  );
});
