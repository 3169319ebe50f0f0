import type { Text } from '../../shared/text.js';
import type { Cell } from '../../shared/workbook/sheet.js';
import { compared, text, type Column } from './columns.js';
import { parseRequirement } from './parse-requirement.js';

/** What a cell means, or why it means nothing; a value that is undefined is as if the cell were empty. */
export type CellRead = { value: unknown } | { problem: Text };

/**
 * Reads a cell by the form of its column. Only what would be lost or misread is refused here; which values are possible
 * is the same question as in JSON.
 * @param framework the code of the framework, for requirements.
 */
export function readCell(cell: Cell, column: Column, framework: string): CellRead {
  if (cell.kind === 'FORMULA') return { problem: FORMULA };
  if (cell.kind === 'ERROR') return { problem: showsError(cell.text) };
  if (column.mayBeNone && cell.kind === 'TEXT' && NONE.has(compared(cell.text)))
    return { value: null };
  switch (column.form) {
    case 'TEXT':
      return cell.kind === 'NUMBER' ? { value: String(cell.number) } : written(cell);
    case 'CODE':
      return cell.kind === 'NUMBER' ? codeOfNumber(cell.number) : trimmed(cell);
    case 'CODES':
      return cell.kind === 'NUMBER'
        ? listed(codeOfNumber(cell.number))
        : mapped(written(cell), (list) => ({ value: itemsOf(list) }));
    case 'NUMBER':
      return numberOf(cell);
    case 'FLAG':
      return flagOf(cell);
    case 'DAY':
      return dayOf(cell);
    case 'NAME':
      return mapped(written(cell), (name) => ({ value: nameOf(name) }));
    case 'NAMES':
      return mapped(written(cell), (list) => ({ value: itemsOf(list).map(nameOf) }));
    case 'BANDS':
      return mapped(written(cell), bandsOf);
    case 'REQUIREMENT':
      return cell.kind === 'NUMBER'
        ? mapped(codeOfNumber(cell.number), (code) => requirementOf(code, framework))
        : mapped(written(cell), (words) => requirementOf(words, framework));
  }
}

const NONE = new Set(['none', 'không có', '–', '-']);
const YES = new Set(['yes', 'có', 'true', 'x', '1']);
const NO = new Set(['no', 'không', 'false', '0']);

function mapped(read: CellRead, next: (text: string) => CellRead): CellRead {
  return 'value' in read && typeof read.value === 'string' ? next(read.value) : read;
}

function listed(read: CellRead): CellRead {
  return 'value' in read ? { value: [read.value] } : read;
}

function written(cell: Cell): CellRead {
  if (cell.kind === 'TEXT') return { value: cell.text };
  return { problem: cell.kind === 'DATE' ? MADE_A_DATE : NO_TEXT };
}

function trimmed(cell: Cell): CellRead {
  return mapped(written(cell), (code) => ({ value: code.normalize('NFC').trim() }));
}

/** A whole number lost nothing but zeros before it; 1.1 and 1.10 are one number and two codes. */
function codeOfNumber(number: number): CellRead {
  if (Number.isSafeInteger(number) && number >= 0) return { value: String(number) };
  return {
    problem: text(
      `Ô chứa số ${number}, không phải mã: 1.1 và 1.10 là cùng một số. Hãy định dạng cột là Văn bản (Text) rồi gõ lại mã.`,
      `The cell holds the number ${number} and no code: 1.1 and 1.10 are the same number. Format the column as text, and type the code again.`,
    ),
  };
}

function itemsOf(list: string): string[] {
  return list
    .normalize('NFC')
    .split(/[;,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function nameOf(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
}

function numberOf(cell: Cell): CellRead {
  if (cell.kind === 'NUMBER') return { value: cell.number };
  if (cell.kind === 'DATE') return { problem: MADE_A_DATE };
  if (cell.kind !== 'TEXT') return { problem: NO_NUMBER };
  const digits = cell.text.trim();
  if (/^\d+$/.test(digits)) return { value: Number(digits) };
  if (!/^-?\d[\d.,\s]*$/.test(digits)) return { problem: NO_NUMBER };
  return {
    problem: text(
      `“${digits}” là chữ, không phải số: dấu phẩy và dấu chấm có thể hiểu theo hai cách. Hãy định dạng ô là Số (Number) rồi gõ lại.`,
      `“${digits}” is a text and no number: its comma or point can mean two things. Format the cell as a number, and type it again.`,
    ),
  };
}

function flagOf(cell: Cell): CellRead {
  if (cell.kind === 'FLAG') return { value: cell.flag };
  const said =
    cell.kind === 'TEXT' ? compared(cell.text) : cell.kind === 'NUMBER' ? String(cell.number) : '';
  if (YES.has(said)) return { value: true };
  return NO.has(said) ? { value: false } : { problem: NO_FLAG };
}

/** Vietnamese offices write the day first. */
function dayOf(cell: Cell): CellRead {
  if (cell.kind === 'DATE') return cell.day ? { value: cell.day } : { problem: NO_DAY };
  if (cell.kind !== 'TEXT') return { problem: NO_DAY };
  const said = cell.text.trim();
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : said;
  return isDay(iso) ? { value: iso } : { problem: NO_DAY };
}

function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  // A day that a month does not have is another one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function bandsOf(words: string): CellRead {
  const bands: { from: number; points: number }[] = [];
  for (const item of words.split(/[;\n]/).filter((each) => each.trim() !== '')) {
    const [, from, points] = /^\s*(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(item) ?? [];
    if (from === undefined || points === undefined) return { problem: noBand(item.trim()) };
    bands.push({ from: Number(from), points: Number(points) });
  }
  return { value: bands };
}

function requirementOf(words: string, framework: string): CellRead {
  if (words.length > LONGEST_REQUIREMENT) return { problem: TOO_LONG };
  const read = parseRequirement(words, framework);
  return 'problem' in read ? read : { value: read.requirement };
}

const LONGEST_REQUIREMENT = 20_000;

const TOO_LONG = text(
  `Điều kiện quá dài: nhiều nhất ${LONGEST_REQUIREMENT} ký tự.`,
  `The requirement is too long: at most ${LONGEST_REQUIREMENT} characters.`,
);

function noBand(item: string): Text {
  return text(
    `“${item}” không phải bậc điểm. Viết “1: 10; 20: 25”: từ 1 được 10 điểm, từ 20 được 25; số thập phân viết với dấu chấm.`,
    `“${item}” is no band. Write “1: 10; 20: 25”: 10 points from 1 on, 25 from 20; decimals have a point.`,
  );
}

function showsError(error: string): Text {
  return text(`Ô báo lỗi ${error}.`, `The cell shows the error ${error}.`);
}

const FORMULA = text(
  'Ô chứa công thức. Hãy dán giá trị thay cho công thức (Paste Special, Values).',
  'The cell holds a formula. Paste its value instead (Paste Special, Values).',
);

const MADE_A_DATE = text(
  'Excel đã đổi ô này thành ngày hoặc giờ. Hãy định dạng cột là Văn bản (Text) rồi gõ lại.',
  'Excel has made a date or a time of this cell. Format the column as text, and type it again.',
);

const NO_TEXT = text('Phải là chữ.', 'It must be a text.');
const NO_NUMBER = text('Phải là số.', 'It must be a number.');
const NO_FLAG = text('Phải là “yes” (có) hoặc “no” (không).', 'It must be “yes” or “no”.');
const NO_DAY = text(
  'Phải là một ngày: ô dạng ngày của Excel, 2026-01-31 hoặc 31/01/2026.',
  'It must be a day: a date of Excel, 2026-01-31, or 31/01/2026 with the day first.',
);
