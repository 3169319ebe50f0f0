import type { FileQuestion } from '../frameworks/framework-file.js';
import type { Text } from '../shared/text.js';
import type { Cell } from '../shared/workbook/sheet.js';
import { choicesOf, DOES_NOT_APPLY, UNANSWERED, type FormAnswer } from './form-answers.js';
import type { FormColumn } from './form-layout.js';
import { compared, textOf } from './open-form.js';

/** The columns that are filled in. */
export type FilledColumn = Extract<FormColumn, 'answer' | 'total' | 'reason' | 'comment'>;

/** What is wrong with a cell of a row. */
export interface CellProblem {
  column: FilledColumn;
  code: string;
  text: Text;
}

export type FilledCells = Partial<Record<FilledColumn, Cell>>;

/**
 * Reads what was filled in for a question. An empty cell is no answer, 0 is one, and what does not apply is another;
 * which values are possible is decided where answers of the page are checked.
 */
export function readAnswer(
  question: FileQuestion,
  cells: FilledCells,
): { answer: FormAnswer; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const tell = (column: FilledColumn, code: string, text: Text) => {
    problems.push({ column, code, text });
    return null;
  };
  for (const [column, cell] of Object.entries(cells) as [FilledColumn, Cell][])
    if (cell.kind === 'FORMULA') tell(column, 'CELL_FORMULA', FORMULA);
    else if (cell.kind === 'ERROR') tell(column, 'CELL_ERROR', showsError(cell.text));
    else if (cell.kind === 'DATE') tell(column, 'CELL_DATE', MADE_A_DATE);
  if (problems.length > 0) return { answer: UNANSWERED, problems };

  const reason = textOf(cells.reason);
  const comment = textOf(cells.comment) || null;
  const total = cells.total ? wholeIn(cells.total) : null;
  if (total === undefined) tell('total', 'NOT_WHOLE', notWhole(cells.total));
  const given = { ...UNANSWERED, comment, total: total ?? null };
  if (saysDoesNotApply(question, cells.answer)) {
    if (!question.mayNotApply) tell('answer', 'ALWAYS_APPLIES', ALWAYS_APPLIES);
    else if (reason === '') tell('reason', 'REASON_MISSING', REASON_MISSING);
    return { answer: { ...given, doesNotApply: reason }, problems };
  }
  if (reason !== '') tell('reason', 'REASON_UNEXPECTED', REASON_UNEXPECTED);
  const own = cells.answer ? givenIn(question, cells.answer) : {};
  if ('problem' in own) tell('answer', own.code, own.problem);
  return { answer: { ...given, ...('problem' in own ? {} : own) }, problems };
}

/** Where nothing may be left out, the words can be the text that is asked for. */
function saysDoesNotApply({ answer, mayNotApply }: FileQuestion, cell: Cell | undefined): boolean {
  const said = compared(textOf(cell));
  const matches = Object.values(DOES_NOT_APPLY).some((each) => compared(each) === said);
  return matches && (mayNotApply === true || answer.kind !== 'TEXT');
}

type Given = Partial<FormAnswer> | { problem: Text; code: string };

function givenIn(question: FileQuestion, cell: Cell): Given {
  const { kind } = question.answer;
  if (kind === 'TEXT') {
    const text = textOf(cell);
    return text === '' ? { problem: NO_TEXT, code: 'NO_TEXT' } : { text };
  }
  if (kind === 'COUNT' || kind === 'SHARE') {
    const value = wholeIn(cell);
    return value === undefined ? { problem: notWhole(cell), code: 'NOT_WHOLE' } : { value };
  }
  return chosenIn(question, cell);
}

/** Chosen by its word in either language, or by its code, level, 1 and 0, TRUE and FALSE. */
function chosenIn(question: FileQuestion, cell: Cell): Given {
  const choices = choicesOf(question);
  const said = compared(cell.kind === 'FLAG' ? String(Number(cell.flag)) : textOf(cell));
  const chosen =
    choices.find(({ label }) => [label.vi, label.en].some((each) => compared(each) === said)) ??
    choices.find(({ answer }) => compared(String(answer.choice ?? answer.value)) === said);
  if (chosen) return chosen.answer;
  const listed = (language: keyof Text) => choices.map(({ label }) => label[language]).join(' · ');
  return {
    code: 'CHOICE_UNKNOWN',
    problem: {
      vi: `“${shown(cell)}” không có trong các lựa chọn. Chọn một trong: ${listed('vi')}.`,
      en: `“${shown(cell)}” is none of the choices. Choose one of: ${listed('en')}.`,
    },
  };
}

/** A whole number; undefined for what is none, also where a point or a comma may mean two things. */
function wholeIn(cell: Cell): number | undefined {
  if (cell.kind === 'NUMBER') return Number.isSafeInteger(cell.number) ? cell.number : undefined;
  const digits = textOf(cell);
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

function shown(cell: Cell | undefined): string {
  return cell?.kind === 'FLAG' ? String(cell.flag).toUpperCase() : textOf(cell);
}

function notWhole(cell: Cell | undefined): Text {
  return {
    vi: `“${shown(cell)}” không phải số nguyên. Hãy chỉ gõ chữ số: dấu chấm và dấu phẩy có thể hiểu là hàng nghìn hoặc phần thập phân, và không ghi phần trăm.`,
    en: `“${shown(cell)}” is no whole number. Type digits only: a point or a comma may mean thousands or decimals, and percentages are not asked.`,
  };
}

function showsError(error: string): Text {
  return { vi: `Ô báo lỗi ${error}.`, en: `The cell shows the error ${error}.` };
}

const FORMULA: Text = {
  vi: 'Ô chứa công thức. Hãy dán giá trị thay cho công thức (Paste Special, Values).',
  en: 'The cell holds a formula. Paste its value instead (Paste Special, Values).',
};

const MADE_A_DATE: Text = {
  vi: 'Excel đã đổi ô này thành ngày hoặc giờ. Hãy định dạng ô là Văn bản (Text) hoặc Số (Number) rồi gõ lại.',
  en: 'Excel has made a date or a time of this cell. Format it as text or as a number, and type it again.',
};

const NO_TEXT: Text = { vi: 'Phải là chữ.', en: 'It must be a text.' };

const ALWAYS_APPLIES: Text = {
  vi: 'Câu hỏi này luôn áp dụng. Hãy trả lời, hoặc để trống nếu chưa có.',
  en: 'This question always applies. Answer it, or leave the cell empty while there is no answer.',
};

const REASON_MISSING: Text = {
  vi: 'Hãy nêu lý do không áp dụng ở ô này.',
  en: 'Say in this cell why it does not apply.',
};

const REASON_UNEXPECTED: Text = {
  vi: 'Có lý do không áp dụng, nhưng câu trả lời không phải “Không áp dụng”. Hãy chọn “Không áp dụng” ở cột câu trả lời, hoặc xoá lý do.',
  en: 'There is a reason why it does not apply, but the answer is not “Does not apply”. Choose “Does not apply” as the answer, or clear the reason.',
};
