import { LONGEST_LIST, reasonProblems, textProblems, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { rangeProblems } from './answer-check.js';
import type { Entry, WorkCriterion } from './work.queries.js';

export interface OfCriterion {
  criterion: string;
}

/** An incoming answer, which replaces the present one for its criterion. */
export interface AnswerInput extends OfCriterion {
  value?: number | null;
  total?: number | null;
  comment?: string | null;
}

export interface AppraisalInput extends OfCriterion {
  value: number;
  total?: number | null;
  reason: string;
}

/**
 * Finds the criterion of each item by its code.
 * @param field the name of the list in the input, for the path to a problem.
 */
export function matchCriteria<Item extends OfCriterion>(
  criteria: readonly WorkCriterion[],
  items: readonly Item[],
  field: string,
): { matched: { item: Item; criterion: WorkCriterion }[]; problems: Refusal[] } {
  if (items.length > LONGEST_LIST) return { matched: [], problems: [tooMany(items.length, field)] };
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const seen = new Set<string>();
  const problems: Refusal[] = [];
  const matched = items.flatMap((item) => {
    const criterion = known.get(item.criterion);
    const path = [field, item.criterion, 'criterion'];
    if (!criterion) problems.push(unknownCriterion(item.criterion, path));
    else if (seen.has(item.criterion)) problems.push(twice(item.criterion, path));
    seen.add(item.criterion);
    return criterion ? [{ item, criterion }] : [];
  });
  return { matched, problems };
}

export function entriesOf(
  criteria: readonly WorkCriterion[],
  answers: readonly AnswerInput[],
): { entries: Entry[]; problems: Refusal[] } {
  const { matched, problems } = matchCriteria(criteria, answers, 'answers');
  const entries = matched.map(({ item, criterion }) => ({
    criterionId: criterion.id,
    selfValue: item.value ?? null,
    selfTotal: item.total ?? null,
    appraisedValue: null,
    appraisedTotal: null,
    appraisalReason: null,
    comment: item.comment?.trim() || null,
    prefilled: false,
  }));
  const wrong = matched.flatMap(({ item, criterion }) => {
    const path = ['answers', criterion.code];
    return [
      ...rangeProblems(criterion, { value: item.value ?? null, total: item.total ?? null }, path),
      ...textProblems(item.comment, [...path, 'comment']),
    ];
  });
  return { entries, problems: [...problems, ...wrong] };
}

export function appraise(
  criteria: readonly WorkCriterion[],
  entries: readonly Entry[],
  changes: readonly AppraisalInput[],
): { entries: Entry[]; changed: Entry[]; problems: Refusal[] } {
  const { matched, problems } = matchCriteria(criteria, changes, 'changes');
  const wrong = matched.flatMap(({ item: { value, total = null, reason }, criterion }) => {
    const path = ['changes', criterion.code];
    const range = rangeProblems(criterion, { value, total }, path);
    if (criterion.answerKind === 'SHARE' && total === null) range.push(totalMissing(path));
    return [...range, ...reasonProblems(reason, [...path, 'reason'])];
  });
  const appraised = new Map(matched.map(({ item, criterion }) => [criterion.id, item]));
  const changed = matched.map(({ item, criterion }) => ({
    ...(entries.find(({ criterionId }) => criterionId === criterion.id) ?? noEntry(criterion.id)),
    appraisedValue: item.value,
    appraisedTotal: item.total ?? null,
    appraisalReason: item.reason.trim(),
  }));
  const kept = entries.filter(({ criterionId }) => !appraised.has(criterionId));
  return { entries: [...kept, ...changed], changed, problems: [...problems, ...wrong] };
}

function noEntry(criterionId: number): Entry {
  return {
    criterionId,
    selfValue: null,
    selfTotal: null,
    appraisedValue: null,
    appraisedTotal: null,
    appraisalReason: null,
    comment: null,
    prefilled: false,
  };
}

function unknownCriterion(code: string, field: string[]): Refusal {
  return {
    code: 'CRITERION_UNKNOWN',
    field,
    text: {
      vi: `Bộ tiêu chí của đợt này không có tiêu chí ${code} cho loại hình của cơ sở.`,
      en: `The framework of this round has no criterion ${code} for this kind of institution.`,
    },
  };
}

function twice(code: string, field: string[]): Refusal {
  return {
    code: 'CRITERION_TWICE',
    field,
    text: { vi: `Tiêu chí ${code} có hai lần.`, en: `Criterion ${code} is there twice.` },
  };
}

function totalMissing(path: string[]): Refusal {
  return {
    code: 'TOTAL_MISSING',
    field: [...path, 'total'],
    text: { vi: 'Chưa có tổng số.', en: 'The total is missing.' },
  };
}
