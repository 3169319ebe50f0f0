import type { Text } from '../shared/text.js';
import { lettersOf } from '../shared/workbook/sheet.js';
import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import type { FormAnswer } from './form-answers.js';
import { textOf, type OpenedForm } from './open-form.js';
import { readAnswer, type FilledColumn } from './read-answer.js';

/** What is wrong with a form, and where, as the program of the workbook shows it. */
export interface FormProblem {
  code: string;
  sheet: string;
  /** Null where the whole sheet is meant. */
  row: number | null;
  column: string | null;
  /** The code of the question; null where there is none. */
  question: string | null;
  text: Text;
}

/** What was filled in for a question. */
export interface FilledAnswer {
  criterion: AskedCriterion;
  answer: FormAnswer;
  row: number;
}

/** Reads the answers of a form: each question once, and every problem of every row. */
export function readForm(
  form: OpenedForm,
  asked: readonly AskedCriterion[],
): { filled: FilledAnswer[]; problems: FormProblem[] } {
  const byCode = new Map(asked.map((each) => [each.question.code, each]));
  const problems: FormProblem[] = [];
  const filled: FilledAnswer[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of form.rows) {
    const given = Object.fromEntries(
      FILLED.flatMap((column) => {
        const cell = cells.get(form.columns[column]);
        return cell ? [[column, cell] as const] : [];
      }),
    );
    const code = textOf(cells.get(form.columns.question));
    const tell = (refused: string, text: Text) =>
      problems.push({ code: refused, ...placeOf(form, row, 'question'), question: code, text });
    const criterion = byCode.get(code);
    // Titles of sections, and what people write below the form, have no code and no answer.
    if (code === '' && Object.keys(given).length === 0) continue;
    if (code === '') tell('QUESTION_MISSING', NO_CODE);
    else if (!criterion) tell('QUESTION_UNKNOWN', unknown(code));
    else if (seen.has(code)) tell('QUESTION_TWICE', twice(code));
    if (!criterion || seen.has(code)) continue;
    seen.add(code);
    const read = readAnswer(criterion.question, given);
    filled.push({ criterion, answer: read.answer, row });
    for (const { column, ...problem } of read.problems)
      problems.push({ ...problem, ...placeOf(form, row, column), question: code });
  }
  for (const { code, question } of asked)
    if (!seen.has(question.code))
      problems.push({
        code: 'QUESTION_ROW_MISSING',
        sheet: form.sheet,
        row: null,
        column: null,
        question: question.code,
        text: rowMissing(code, question.code),
      });
  return { filled, problems };
}

const FILLED = ['answer', 'total', 'reason', 'comment'] as const satisfies FilledColumn[];

export function placeOf(
  { sheet, columns }: OpenedForm,
  row: number,
  column: FilledColumn | 'question',
): Pick<FormProblem, 'sheet' | 'row' | 'column'> {
  return { sheet, row, column: lettersOf(columns[column]) };
}

/** The column that a part of an answer stands in. */
export function columnOfPart(part: string | undefined): FilledColumn {
  if (part === 'total' || part === 'comment') return part;
  return part === 'doesNotApply' ? 'reason' : 'answer';
}

const NO_CODE: Text = {
  vi: 'Dòng này có câu trả lời nhưng không có mã câu hỏi. Hãy ghi lại mã, hoặc xoá dòng.',
  en: 'The row has an answer and no question code. Write the code again, or clear the row.',
};

function unknown(code: string): Text {
  return {
    vi: `Phiếu này không có câu hỏi mang mã “${code}”: mã đã bị sửa. Hãy ghi lại mã đúng, hoặc tải phiếu mới.`,
    en: `This form has no question with the code “${code}”: it was changed. Write the right code again, or download the form anew.`,
  };
}

function twice(code: string): Text {
  return {
    vi: `Câu hỏi “${code}” có hai dòng. Hãy chỉ giữ một dòng.`,
    en: `The question “${code}” has two rows. Keep one of them.`,
  };
}

function rowMissing(number: string, code: string): Text {
  return {
    vi: `Thiếu dòng của câu ${number} (mã “${code}”). Hãy ghi lại, hoặc tải phiếu mới; muốn bỏ trống thì chỉ xoá câu trả lời.`,
    en: `The row of ${number} (code “${code}”) is missing. Write it again, or download the form anew; to leave it unanswered clear the answer only.`,
  };
}
