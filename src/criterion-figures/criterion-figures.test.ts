import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { criterionRows } from '../frameworks/criterion-row.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { readFramework } from '../frameworks/read-framework.js';
import type { Sight } from '../distributions/distribution.js';
import { figuresOf, type CriterionFiguresRow } from './criterion-figures.js';
import { isAsked, type AlikeAnswer, type AskedGroup } from './outcomes.js';

const EXAMPLE = new URL('../../docs/examples/framework-two-groups.json', import.meta.url);
const example = readFramework(readFileSync(EXAMPLE, 'utf8')).file!;
const shared = example.criteria.find(({ question }) => question === 'school-records')!;
/** Two criteria ask one question, the second of them of upper-secondary schools only. */
const FRAMEWORK: FrameworkFile = {
  ...example,
  criteria: [shared, { ...shared, code: '2.2b', kinds: ['UPPER_SECONDARY_SCHOOL'] }],
};
const stored = FRAMEWORK.criteria.map(({ code }, id) => ({ id, questionId: 1, code }));
const CRITERIA = criterionRows(1, FRAMEWORK, stored);

const ANSWERS: (GivenAnswer | null)[] = [
  { value: 0 },
  { value: 1 },
  { value: 2 },
  { doesNotApply: true },
  null,
];
const KINDS = ['PRIMARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL'] as const;

/** How many of each kind gave each answer, in a few provinces. */
const countries = fc.array(
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 14 })), { minLength: 5, maxLength: 5 }),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
  { minLength: 1, maxLength: 3 },
);
type Country = number[][][];

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function figures(country: Country, sight: Sight, isCountry: boolean): CriterionFiguresRow[] {
  const groups = country.flatMap((kinds, province) =>
    kinds.map((counts, place): { group: AskedGroup; counts: number[] } => {
      const kind = KINDS[place]!;
      return { group: { province, kind, kindThen: kind, institutions: total(counts) }, counts };
    }),
  );
  const answers = ANSWERS.map((answer, at): AlikeAnswer => {
    const of = groups.map(({ group, counts }) => ({ group, count: counts[at]! }));
    return { answer, of };
  });
  const counted = CRITERIA.map((criterion) => {
    const asked = groups.filter(({ group }) => isAsked(criterion, group));
    const number = total(asked.map(({ group }) => group.institutions));
    return { criterion, institutions: number + 3, asked: number };
  });
  return figuresOf(FRAMEWORK, counted, answers, { sight, isCountry });
}

/** All counts that a criterion shows, in one order. */
function shownBy({
  answered,
  unanswered,
  doesNotApply,
  applies,
  met,
  options,
  points,
}: CriterionFiguresRow) {
  return [
    ...[answered, unanswered, doesNotApply, applies, met],
    met === null || applies === null ? null : applies - met,
    ...(options ?? [null, null, null].map((institutions) => ({ institutions }))).map(
      ({ institutions }) => institutions,
    ),
    ...(points?.bins?.map(({ institutions }): number | null => institutions) ??
      Array<null>(10).fill(null)),
  ];
}

const isSmall = (count: number) => count > 0 && count < 5;

describe('the figures of a question that two criteria ask', () => {
  test('add up for whoever sees all', () => {
    fc.assert(
      fc.property(countries, (country) => {
        for (const figure of figures(country, 'ALL', false)) {
          const { asked, answered, unanswered, doesNotApply, options, points, institutions } =
            figure;
          expect(answered! + unanswered! + doesNotApply!).toBe(asked);
          expect(total(options!.map((each) => each.institutions))).toBe(answered);
          expect(total(points!.bins!.map((bin) => bin.institutions))).toBe(answered);
          expect(points!.institutions! + points!.unknown! + points!.withoutPoints!).toBe(
            institutions,
          );
          expect(figure.withheld).toEqual([]);
        }
      }),
    );
  });

  test('tell the public of no few, alone, beside each other, or taken from each other', () => {
    fc.assert(
      fc.property(countries, (country) => {
        const [all, some] = figures(country.slice(0, 1), 'PROTECTED', false);
        const [wide, narrow] = [shownBy(all!), shownBy(some!)];
        for (const [at, count] of wide.entries()) {
          const part = narrow[at]!;
          expect(count === null).toBe(part === null);
          if (count !== null)
            expect([count, part, count - part].filter((each) => isSmall(each))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('tell of the country no few of the provinces that withhold', () => {
    fc.assert(
      fc.property(countries, (country) => {
        const whole = figures(country, 'PROTECTED', true).map(shownBy);
        const provinces = country.map((each) => figures([each], 'PROTECTED', false).map(shownBy));
        for (const [criterion, counts] of whole.entries())
          for (const [at, count] of counts.entries()) {
            if (count === null) continue;
            const shown = provinces.map((each) => each[criterion]![at] ?? null);
            const rest = count - total(shown.map((each) => each ?? 0));
            expect([count, rest].filter((each) => isSmall(each))).toEqual([]);
          }
      }),
      { numRuns: 500 },
    );
  });

  test('show nothing to whoever may only know how many were asked', () => {
    const [figure] = figures(
      [
        [
          [9, 9, 9, 9, 9],
          [9, 9, 9, 9, 9],
        ],
      ],
      'NONE',
      false,
    );
    expect(figure).toMatchObject({ asked: 90, answered: null, met: null, options: null });
    expect(figure!.points).toMatchObject({ institutions: null, bins: null, median: null });
    expect(figure!.withheld).toEqual([
      { part: 'ANSWERS', reason: 'INSPECTORS_ONLY' },
      { part: 'OPTIONS', reason: 'INSPECTORS_ONLY' },
    ]);
  });
});
