import { textProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Text } from '../shared/text.js';
import type { AskedCriterion } from './asked-criterion.js';

/** The parts of an answer, of which a question takes those of its form. */
export interface PartialAnswer {
  value: number | null;
  total: number | null;
  choice: string | null;
  text: string | null;
  /** Why the question does not apply to the institution; null when that is not the answer. */
  doesNotApply: string | null;
}

export const NO_ANSWER: PartialAnswer = {
  value: null,
  total: null,
  choice: null,
  text: null,
  doesNotApply: null,
};

type Checked = Pick<
  AskedCriterion,
  'id' | 'called' | 'question' | 'evidenceRequired' | 'optional' | 'levels'
>;

const MOST = 1_000_000;

/**
 * The problems of an answer, complete or not: out of range, a part that the question does not ask, or
 * a part larger than its total.
 * @param path the path to the answer in the input.
 */
export function rangeProblems(
  criterion: Checked,
  given: PartialAnswer,
  path: readonly string[],
): Refusal[] {
  const { called, question } = criterion;
  const { value, total, choice, text, doesNotApply } = given;
  const { kind } = question.answer;
  const problems: Refusal[] = [];
  const add = (...told: Parameters<ReturnType<typeof refusing>>) =>
    problems.push(refusing(called, path)(...told));

  if (value !== null && (kind === 'CHOICE' || kind === 'TEXT'))
    add('VALUE_UNEXPECTED', 'value', ' không hỏi một số.', ' asks for no number.');
  else if (value !== null) problems.push(...valueProblems(criterion, value, [...path, 'value']));
  if (choice !== null && !optionsOf(criterion).includes(choice))
    if (kind === 'CHOICE') {
      const known = optionsOf(criterion).join(', ');
      add(
        'CHOICE_UNKNOWN',
        'choice',
        `: không có lựa chọn ${choice}. Chọn một trong: ${known}.`,
        `: there is no option ${choice}. Choose one of: ${known}.`,
      );
    } else add('CHOICE_UNEXPECTED', 'choice', ' không có lựa chọn.', ' has no options.');
  if (text !== null && kind !== 'TEXT')
    add('TEXT_UNEXPECTED', 'text', ' không hỏi văn bản.', ' asks for no text.');
  problems.push(...textProblems(text, [...path, 'text']));
  if (doesNotApply !== null && !question.mayNotApply)
    add('ALWAYS_APPLIES', 'doesNotApply', ' luôn áp dụng.', ' always applies.');
  if (doesNotApply !== null && (value ?? choice ?? text) !== null)
    add(
      'ANSWERED_TWICE',
      'doesNotApply',
      ': đã có câu trả lời. Hãy bỏ một trong hai.',
      ': there is an answer too. Leave out one of the two.',
    );

  if (total !== null) problems.push(...totalProblems(criterion, { value, total }, path));
  return problems;
}

/** Makes refusals of the answer to a criterion; their sentences go on after its name. */
function refusing(called: Text, path: readonly string[]) {
  return (refused: string, field: string, vi: string, en: string): Refusal => ({
    code: refused,
    field: [...path, field],
    text: { vi: `${called.vi}${vi}`, en: `${called.en}${en}` },
  });
}

function totalProblems(
  { called, question }: Checked,
  { value, total }: { value: number | null; total: number },
  path: readonly string[],
): Refusal[] {
  const add = refusing(called, path);
  if (question.answer.kind !== 'SHARE')
    return [add('TOTAL_UNEXPECTED', 'total', ' không hỏi tổng số.', ' asks for no total.')];
  if (total < 0 || total > MOST)
    return [
      add(
        'TOTAL_OUT_OF_RANGE',
        'total',
        `: tổng số ${total} nằm ngoài khoảng từ 0 đến ${MOST}.`,
        `: the total ${total} is not from 0 to ${MOST}.`,
      ),
    ];
  if (value === null || value <= total) return [];
  return [
    add(
      'SHARE_ABOVE_TOTAL',
      'value',
      `: ${value} lớn hơn tổng số ${total}.`,
      `: ${value} is more than the total of ${total}.`,
    ),
  ];
}

function optionsOf({ question: { answer } }: Checked): string[] {
  return 'options' in answer ? answer.options.map(({ code }) => code) : [];
}

function valueProblems({ called, question, levels }: Checked, value: number, field: string[]) {
  const { answer } = question;
  const most = answer.kind === 'YES_NO' ? 1 : (levels ?? MOST);
  const within = value >= 0 && value <= most;
  if (within && (!('levels' in answer) || answer.levels.some(({ level }) => level === value)))
    return [];
  const text = within
    ? {
        vi: `${called.vi}: không có mức ${value}.`,
        en: `${called.en}: there is no level ${value}.`,
      }
    : {
        vi: `${called.vi}: ${value} nằm ngoài khoảng từ 0 đến ${most}.`,
        en: `${called.en}: ${value} is not from 0 to ${most}.`,
      };
  return [{ code: 'VALUE_OUT_OF_RANGE', field, text }];
}

/**
 * Everything that prevents answers from being submitted: out of range, missing, or without the
 * evidence that an answer above zero needs. The path to an answer is the code of its question.
 * @param evidence the number of links and files for each criterion.
 */
export function submissionProblems(
  criteria: readonly Checked[],
  answers: ReadonlyMap<number, PartialAnswer>,
  evidence: ReadonlyMap<number, number>,
): Refusal[] {
  return criteria.flatMap((criterion) => {
    const path = ['answers', criterion.question.code];
    const { vi, en } = criterion.called;
    const missing = refusing({ vi: `${vi}:`, en: `${en}:` }, path);
    const answer = answers.get(criterion.id) ?? NO_ANSWER;
    const { kind } = criterion.question.answer;
    if (isEmpty(answer))
      return criterion.optional
        ? []
        : [
            missing(
              'ANSWER_MISSING',
              kind === 'CHOICE' ? 'choice' : kind === 'TEXT' ? 'text' : 'value',
              ' chưa có câu trả lời.',
              ' there is no answer.',
            ),
          ];
    const problems = rangeProblems(criterion, answer, path);
    if (kind === 'SHARE' && answer.value !== null && answer.total === null)
      problems.push(
        missing('TOTAL_MISSING', 'total', ' chưa có tổng số.', ' the total is missing.'),
      );
    if (criterion.evidenceRequired && claims(criterion, answer) && !evidence.get(criterion.id))
      problems.push(
        missing(
          'EVIDENCE_MISSING',
          'evidence',
          ' cần minh chứng: một liên kết hoặc một tệp.',
          ' it needs evidence: a link or a file.',
        ),
      );
    return problems;
  });
}

function isEmpty({ value, choice, text, doesNotApply }: PartialAnswer): boolean {
  return (value ?? choice ?? text ?? doesNotApply) === null;
}

/** Whether an answer is more than “nothing yet”, so that evidence can support it. */
function claims({ question: { answer } }: Checked, given: PartialAnswer): boolean {
  if (given.choice !== null && 'options' in answer)
    return answer.options.some(({ code, share }) => code === given.choice && share !== 0);
  return given.text !== null || (given.value ?? 0) > 0;
}
