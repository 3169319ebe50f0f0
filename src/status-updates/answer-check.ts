import type { Refusal } from '../graphql/user-error.js';
import type { ScoredCriterion } from './score.js';

export interface PartialAnswer {
  value: number | null;
  total: number | null;
}

export interface CheckedCriterion extends ScoredCriterion {
  code: string;
  evidenceRequired: boolean;
}

const MOST = 1_000_000;

/**
 * The problems of a value, complete or not: out of range, an unexpected total, or a part larger
 * than its total.
 * @param path the path to the answer in the input.
 */
export function rangeProblems(
  criterion: CheckedCriterion,
  { value, total }: PartialAnswer,
  path: readonly string[],
): Refusal[] {
  const { code, answerKind } = criterion;
  const problems: Refusal[] = [];
  const add = (refused: string, field: string, vi: string, en: string) =>
    problems.push({ code: refused, field: [...path, field], text: { vi, en } });
  const most = { YES_NO: 1, LEVEL: criterion.levels ?? 1, SHARE: MOST }[answerKind];
  if (value !== null && (value < 0 || value > most))
    add(
      'VALUE_OUT_OF_RANGE',
      'value',
      `Tiêu chí ${code}: ${value} nằm ngoài khoảng từ 0 đến ${most}.`,
      `Criterion ${code}: ${value} is not from 0 to ${most}.`,
    );
  if (total === null) return problems;
  if (answerKind !== 'SHARE')
    add(
      'TOTAL_UNEXPECTED',
      'total',
      `Tiêu chí ${code} không hỏi tổng số.`,
      `Criterion ${code} asks for no total.`,
    );
  else if (total < 0 || total > MOST)
    add(
      'TOTAL_OUT_OF_RANGE',
      'total',
      `Tiêu chí ${code}: tổng số ${total} nằm ngoài khoảng từ 0 đến ${MOST}.`,
      `Criterion ${code}: the total ${total} is not from 0 to ${MOST}.`,
    );
  else if (value !== null && value > total)
    add(
      'SHARE_ABOVE_TOTAL',
      'value',
      `Tiêu chí ${code}: ${value} lớn hơn tổng số ${total}.`,
      `Criterion ${code}: ${value} is more than the total of ${total}.`,
    );
  return problems;
}

/**
 * Everything that prevents answers from being submitted: out of range, missing, or without the
 * evidence that an answer above zero needs.
 * @param evidence the number of links and files for each criterion.
 */
export function submissionProblems(
  criteria: readonly CheckedCriterion[],
  answers: ReadonlyMap<number, PartialAnswer>,
  evidence: ReadonlyMap<number, number>,
): Refusal[] {
  return criteria.flatMap((criterion) => {
    const path = ['answers', criterion.code];
    const missing = (refused: string, field: string, vi: string, en: string): Refusal => ({
      code: refused,
      field: [...path, field],
      text: { vi: `Tiêu chí ${criterion.code}: ${vi}`, en: `Criterion ${criterion.code}: ${en}` },
    });
    const answer = answers.get(criterion.id);
    if (!answer || answer.value === null)
      return [missing('ANSWER_MISSING', 'value', 'chưa có câu trả lời.', 'there is no answer.')];
    const problems = rangeProblems(criterion, answer, path);
    if (criterion.answerKind === 'SHARE' && answer.total === null)
      problems.push(missing('TOTAL_MISSING', 'total', 'chưa có tổng số.', 'the total is missing.'));
    if (criterion.evidenceRequired && answer.value > 0 && !evidence.get(criterion.id))
      problems.push(
        missing(
          'EVIDENCE_MISSING',
          'evidence',
          'cần minh chứng: một liên kết hoặc một tệp.',
          'it needs evidence: a link or a file.',
        ),
      );
    return problems;
  });
}
