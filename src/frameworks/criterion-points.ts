import { required } from '../shared/required.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FileCriterion, FileQuestion, FrameworkFile } from './framework-file.js';

/** An answer to a question, as far as its kind has it. */
export type GivenAnswer =
  /** 1 for yes and 0 for no, a level, a count, or the counted part of a total. */
  | { value: number; total?: number }
  | { choice: string }
  | { text: string }
  | { doesNotApply: true };

/** Answers by the code of their question. */
export type GivenAnswers = ReadonlyMap<string, GivenAnswer>;

/**
 * Whether a criterion counts for an institution: its kind is not asked, it does not apply by the
 * answer, or it does, also without an answer.
 */
type Bearing = 'NOT_ASKED' | 'DOES_NOT_APPLY' | 'APPLIES';

export interface CriterionScore {
  criterion: FileCriterion;
  bearing: Bearing;
  /** In hundredths; 0 unless it applies. */
  points: number;
  /** In hundredths; 0 unless it applies. */
  maxPoints: number;
  /** By yes, the highest level, a share of 100%, or any points of a band. */
  met: boolean;
  /** Whether the answer reaches a value: a level, a percentage, or a count. */
  reaches: (value: number) => boolean;
}

/** The score of each criterion of a framework for a kind of institution. */
export function scoreCriteria(
  { criteria, questions, kinds }: FrameworkFile,
  kind: InstitutionKind,
  answers: GivenAnswers,
): CriterionScore[] {
  const questionOf = new Map(questions.map((question) => [question.code, question]));
  return criteria.map((criterion) => {
    const question = required(questionOf, criterion.question);
    const asked = (criterion.kinds ?? kinds).includes(kind);
    return scoreCriterion(criterion, question, asked ? answers.get(question.code) : null);
  });
}

/** @param answer null when the kind is not asked, undefined when there is none. */
function scoreCriterion(
  criterion: FileCriterion,
  question: FileQuestion,
  answer: GivenAnswer | null | undefined,
): CriterionScore {
  const bearing = bearingOf(answer);
  const applies = bearing === 'APPLIES';
  const given = applies && answer ? answer : undefined;
  const points = pointsOf(criterion, question, given);
  return {
    criterion,
    bearing,
    points,
    maxPoints: applies ? hundredths(criterion.points?.maximum ?? 0) : 0,
    met: isMet(criterion, question, given, points),
    reaches: (value) => given !== undefined && reaches(question, given, value),
  };
}

function bearingOf(answer: GivenAnswer | null | undefined): Bearing {
  if (answer === null) return 'NOT_ASKED';
  return answer && 'doesNotApply' in answer ? 'DOES_NOT_APPLY' : 'APPLIES';
}

export const hundredths = (value: number): number => Math.round(value * 100);

/**
 * The points of an answer in hundredths, halves rounded up. Counted in whole numbers until the last
 * division, so that nothing is lost on the way.
 */
function pointsOf(
  { points: rule }: FileCriterion,
  question: FileQuestion,
  answer: GivenAnswer | undefined,
): number {
  if (!rule || !answer) return 0;
  const maximum = hundredths(rule.maximum);
  if (rule.rule === 'ALL')
    return Math.round((maximum * Math.round(shareOf(question, answer) * 10_000)) / 10_000);
  if (!('value' in answer)) return 0;
  if (rule.rule === 'PROPORTION') {
    const { value, total = 0 } = answer;
    return total > 0 ? Math.round((maximum * Math.min(value, total)) / total) : 0;
  }
  const reached = rule.bands.filter(({ from }) => reaches(question, answer, from));
  return Math.max(0, ...reached.map((band) => hundredths(band.points)));
}

/** The share of the maximum that an answer earns by itself. */
function shareOf({ answer: { kind, ...form } }: FileQuestion, answer: GivenAnswer): number {
  if ('levels' in form && 'value' in answer)
    return form.levels.find(({ level }) => level === answer.value)?.share ?? 0;
  if ('options' in form && 'choice' in answer)
    return form.options.find((option) => option.code === answer.choice)?.share ?? 0;
  return kind === 'YES_NO' && 'value' in answer && answer.value === 1 ? 1 : 0;
}

function isMet(
  { points: rule }: FileCriterion,
  question: FileQuestion,
  answer: GivenAnswer | undefined,
  points: number,
): boolean {
  const { kind, ...form } = question.answer;
  if (!answer) return false;
  if (rule?.rule === 'BANDS') return points > 0;
  if ('choice' in answer) {
    const shares = 'options' in form ? form.options.map(({ share = 0 }) => share) : [];
    const chosen = 'options' in form && form.options.find((each) => each.code === answer.choice);
    return Boolean(chosen && chosen.share === Math.max(...shares));
  }
  if (!('value' in answer)) return false;
  if ('levels' in form) return answer.value >= Math.max(...form.levels.map(({ level }) => level));
  return kind === 'SHARE'
    ? reaches(question, answer, 100)
    : kind === 'YES_NO' && answer.value === 1;
}

/**
 * Compared as products of whole numbers, so that 4 of 5 is exactly 80 percent. A share of which the
 * total is not given yet reaches nothing.
 */
function reaches({ answer: { kind } }: FileQuestion, answer: GivenAnswer, least: number): boolean {
  if (!('value' in answer)) return false;
  const { value, total = 0 } = answer;
  if (kind !== 'SHARE') return value >= least;
  return total > 0 && value * 10_000 >= hundredths(least) * total;
}
