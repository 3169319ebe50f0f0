import { LONGEST_LIST, reasonProblems, textProblems, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { NO_ANSWER, rangeProblems, type PartialAnswer } from './answer-check.js';
import type { AskedCriterion } from './asked-criterion.js';
import type { Entry } from './work.queries.js';

/** Names a question of a round by its own code, or by its number in one of the frameworks. */
export interface NamesQuestion {
  question?: string | null;
  criterion?: string | null;
}

/** An incoming answer, which replaces the present one to its question. */
export interface AnswerInput extends NamesQuestion {
  value?: number | null;
  total?: number | null;
  choice?: string | null;
  text?: string | null;
  doesNotApply?: { reason: string } | null;
  comment?: string | null;
}

export interface AppraisalInput extends NamesQuestion {
  value?: number | null;
  total?: number | null;
  choice?: string | null;
  reason: string;
}

interface Matched<Item> {
  item: Item;
  criterion: AskedCriterion;
  /** What the client called the question, for the path to a problem. */
  name: string;
}

/**
 * Finds the question of each item.
 * @param field the name of the list in the input, for the path to a problem.
 */
export function matchCriteria<Item extends NamesQuestion>(
  criteria: readonly AskedCriterion[],
  items: readonly Item[],
  field: string,
): { matched: Matched<Item>[]; problems: Refusal[] } {
  if (items.length > LONGEST_LIST) return { matched: [], problems: [tooMany(items.length, field)] };
  const seen = new Set<number>();
  const problems: Refusal[] = [];
  const matched = items.flatMap((item) => {
    const name = item.question ?? item.criterion ?? '';
    const path = [field, name, item.question == null ? 'criterion' : 'question'];
    const named = namedBy(criteria, item);
    const [criterion] = named;
    if (!criterion) problems.push(unknownCriterion(name, path));
    else if (named.length > 1) problems.push(ambiguous(name, named, path));
    else if (seen.has(criterion.id)) problems.push(twice(name, path));
    if (!criterion || named.length > 1) return [];
    seen.add(criterion.id);
    return [{ item, criterion, name }];
  });
  return { matched, problems };
}

function namedBy(criteria: readonly AskedCriterion[], { question, criterion }: NamesQuestion) {
  return criteria.filter((each) =>
    question == null
      ? each.uses.some(({ code }) => code === criterion)
      : each.question.code === question,
  );
}

export function entriesOf(
  criteria: readonly AskedCriterion[],
  answers: readonly AnswerInput[],
): { entries: Entry[]; problems: Refusal[] } {
  const { matched, problems } = matchCriteria(criteria, answers, 'answers');
  const entries = matched.map(({ item, criterion }) => ({
    ...noEntry(criterion.id),
    ...selfGiven(partsOf(item)),
    comment: item.comment?.trim() || null,
  }));
  const wrong = matched.flatMap(({ item, criterion, name }) => {
    const path = ['answers', name];
    const reason = item.doesNotApply?.reason;
    return [
      ...rangeProblems(criterion, partsOf(item), path),
      ...(reason === undefined ? [] : reasonProblems(reason, [...path, 'doesNotApply', 'reason'])),
      ...textProblems(item.comment, [...path, 'comment']),
    ];
  });
  return { entries, problems: [...problems, ...wrong] };
}

function partsOf({ value, total, choice, text, doesNotApply }: AnswerInput): PartialAnswer {
  return {
    value: value ?? null,
    total: total ?? null,
    choice: choice ?? null,
    text: text?.trim() || null,
    doesNotApply: doesNotApply?.reason.trim() ?? null,
  };
}

function selfGiven({ value, total, choice, text, doesNotApply }: PartialAnswer) {
  return {
    selfValue: value,
    selfTotal: total,
    selfChoice: choice,
    selfText: text,
    doesNotApply,
  };
}

export function appraise(
  criteria: readonly AskedCriterion[],
  entries: readonly Entry[],
  changes: readonly AppraisalInput[],
): { entries: Entry[]; changed: Entry[]; problems: Refusal[] } {
  const { matched, problems } = matchCriteria(criteria, changes, 'changes');
  const wrong = matched.flatMap(({ item, criterion, name }) => {
    const { value = null, total = null, choice = null, reason } = item;
    const path = ['changes', name];
    const range = rangeProblems(criterion, { ...NO_ANSWER, value, total, choice }, path);
    if (value === null && choice === null) range.push(nothingSet(path));
    else if (criterion.question.answer.kind === 'SHARE' && total === null)
      range.push(totalMissing(path));
    return [...range, ...reasonProblems(reason, [...path, 'reason'])];
  });
  const appraised = new Map(matched.map(({ item, criterion }) => [criterion.id, item]));
  const changed = matched.map(({ item, criterion }) => ({
    ...(entries.find(({ criterionId }) => criterionId === criterion.id) ?? noEntry(criterion.id)),
    appraisedValue: item.value ?? null,
    appraisedTotal: item.total ?? null,
    appraisedChoice: item.choice ?? null,
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
    selfChoice: null,
    selfText: null,
    doesNotApply: null,
    appraisedValue: null,
    appraisedTotal: null,
    appraisedChoice: null,
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
      vi: `Đợt này không hỏi tiêu chí ${code} với loại hình của cơ sở.`,
      en: `This round does not ask criterion ${code} of this kind of institution.`,
    },
  };
}

function ambiguous(code: string, named: readonly AskedCriterion[], field: string[]): Refusal {
  const questions = named.map(({ question }) => question.code).join(', ');
  return {
    code: 'CRITERION_AMBIGUOUS',
    field,
    text: {
      vi: `Nhiều bộ tiêu chí của đợt này có tiêu chí ${code}. Hãy nêu câu hỏi (question): ${questions}.`,
      en: `Several frameworks of this round have a criterion ${code}. Name the question instead: ${questions}.`,
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

function nothingSet(path: string[]): Refusal {
  return {
    code: 'ANSWER_MISSING',
    field: [...path, 'value'],
    text: {
      vi: 'Chưa có giá trị thay thế: điền số, hoặc chọn một lựa chọn.',
      en: 'There is no value to set: give a number, or choose an option.',
    },
  };
}
