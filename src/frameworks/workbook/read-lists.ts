import type { SheetRow } from '../../shared/workbook/sheet.js';
import { noQuestion, put, isLoose, type Assembly, type Loose } from './assemble.js';
import { text } from './columns.js';
import type { Findings } from './findings.js';
import { columnFor, SHEETS } from './sheets.js';
import type { Table } from './table.js';

/** The sections or criteria: one object a row. */
export function readRows(
  assembly: Assembly,
  table: Table,
  key: 'sections' | 'criteria' | 'questions',
): Loose[] {
  return table.rows.map((row, index) =>
    assembly.object(table, row, `${key}.${index}`, SHEETS[key].columns),
  );
}

/** The scales, each from the rows that share its code; where a level ends is null at an open top. */
export function readScales(assembly: Assembly, table: Table, findings: Findings): Loose[] {
  const scales = new Map<string, { scale: Loose; levels: Loose[]; index: number }>();
  const [codeColumn, byColumn] = [
    columnFor(SHEETS.levels, 'scale'),
    columnFor(SHEETS.levels, 'by'),
  ];
  const ofLevel = SHEETS.levels.columns.filter((each) => each !== codeColumn && each !== byColumn);
  for (const row of table.rows) {
    const at = scales.size;
    const code = assembly.value(table, row, codeColumn, `scales.${at}.code`);
    const key = typeof code === 'string' ? code : `row ${row.row}`;
    let known = scales.get(key);
    if (!known) {
      const levels: Loose[] = [];
      const scale: Loose = { levels };
      put(scale, 'code', code);
      put(scale, 'by', assembly.value(table, row, byColumn, `scales.${at}.by`));
      known = { scale, levels, index: at };
      scales.set(key, known);
    } else {
      const path = `scales.${known.index}.by.${row.row}`;
      const by = assembly.value(table, row, byColumn, path);
      if (by !== undefined && by !== known.scale['by']) findings.tellOf(path, OTHER_BY);
    }
    const base = `scales.${known.index}.levels.${known.levels.length}`;
    known.levels.push({ to: null, ...assembly.object(table, row, base, ofLevel) });
  }
  return [...scales.values()].map(({ scale }) => scale);
}

/** Adds the rows of the sheet “options” to the questions that they are of. */
export function readOptions(
  assembly: Assembly,
  table: Table,
  questions: readonly Loose[],
  findings: Findings,
): void {
  const byCode = new Map(
    questions.map((question, index) => [question['code'], { question, index }]),
  );
  for (const row of table.rows) {
    const base = `options.${row.row}`;
    const path = `${base}.question`;
    const code = assembly.value(table, row, columnFor(SHEETS.options, 'question'), path);
    const of = byCode.get(code);
    if (typeof code !== 'string') findings.tellOf(path, NO_CODE);
    else if (!of) findings.tellOf(path, noQuestion(code));
    else if (!addOption(assembly, table, row, of) && WITHOUT.has(kindOf(of.question)))
      findings.tellOf(path, hasNoOptions(code, kindOf(of.question)));
  }
}

/** Answers without levels and options; of other kinds it is told that there are none such. */
const WITHOUT = new Set<unknown>(['YES_NO', 'SHARE', 'COUNT', 'TEXT']);

function addOption(
  assembly: Assembly,
  table: Table,
  row: SheetRow,
  { question, index }: { question: Loose; index: number },
): boolean {
  const { answer } = question;
  const kind = kindOf(question);
  const list = kind === 'LEVEL' ? 'levels' : kind === 'CHOICE' ? 'options' : null;
  if (!list || !isLoose(answer)) return false;
  const before: unknown[] = Array.isArray(answer[list]) ? answer[list] : [];
  const base = `questions.${index}.answer.${list}.${before.length}`;
  const option = columnFor(SHEETS.options, 'option');
  const columns = SHEETS.options.columns.filter(
    (each) => each !== option && each.path !== 'question',
  );
  const entry = assembly.object(table, row, base, columns);
  // The column has another name in the file, by the kind of the question.
  const name = kind === 'LEVEL' ? 'level' : 'code';
  const value = assembly.value(table, row, option, `${base}.${name}`);
  const isNumber = kind === 'LEVEL' && typeof value === 'string' && /^\d+$/.test(value);
  put(entry, name, isNumber ? Number(value) : value);
  answer[list] = [...before, entry];
  return true;
}

function kindOf({ answer }: Loose): unknown {
  return isLoose(answer) ? answer['kind'] : undefined;
}

/** Tells which questions have no levels or options, though they are answered by one. */
export function tellWithoutOptions(questions: readonly Loose[], findings: Findings): void {
  questions.forEach((question, index) => {
    const kind = kindOf(question);
    const list = kind === 'LEVEL' ? 'levels' : kind === 'CHOICE' ? 'options' : null;
    if (list && isLoose(question['answer']) && question['answer'][list] === undefined)
      findings.tellOf(`questions.${index}.answer.${list}`, WITHOUT_OPTIONS);
  });
}

/** The new indicators, and the indicators that are decided; a row may be both. */
export function readIndicators(assembly: Assembly, table: Table) {
  const newIndicators: Loose[] = [];
  const indicators: Loose[] = [];
  const completedWhen = columnFor(SHEETS.indicators, 'completedWhen');
  const ofNew = SHEETS.indicators.columns.filter((each) => each !== completedWhen);
  const about = ofNew.filter(({ path }) => path !== 'code').map((each) => table.columns.get(each));
  for (const row of table.rows) {
    const number = table.columns.get(completedWhen);
    const isDecided = number !== undefined && row.cells.has(number);
    if (!isDecided || about.some((each) => each !== undefined && row.cells.has(each)))
      newIndicators.push(
        assembly.object(table, row, `newIndicators.${newIndicators.length}`, ofNew),
      );
    if (!isDecided) continue;
    const base = `indicators.${indicators.length}`;
    const entry: Loose = {};
    const code = columnFor(SHEETS.indicators, 'code');
    put(entry, 'indicator', assembly.value(table, row, code, `${base}.indicator`));
    put(entry, 'completedWhen', assembly.value(table, row, completedWhen, `${base}.completedWhen`));
    indicators.push(entry);
  }
  return { newIndicators, indicators };
}

function hasNoOptions(code: string, kind: unknown) {
  return text(
    `Câu hỏi ${code} trả lời bằng ${String(kind)}, nên không có mức hay lựa chọn.`,
    `The question ${code} is answered by ${String(kind)}, which has no levels or options.`,
  );
}

const NO_CODE = text('Thiếu mã của câu hỏi.', 'The code of the question is missing.');

const WITHOUT_OPTIONS = text(
  'Câu hỏi này chưa có mức hay lựa chọn nào. Hãy điền vào trang “options”.',
  'This question has no levels or options. Fill them in on the sheet “options”.',
);

const OTHER_BY = text(
  'Các mức của một thang phải tính theo cùng một cách.',
  'The levels of one scale have to be by the same.',
);
