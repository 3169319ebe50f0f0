import { ImportError, type Problem } from '../csv-problem.js';
import { csvFields } from '../csv-line.js';
import type { Text } from '../text.js';
import { readBook } from './book.js';
import { openContainer, WORKBOOK_LIMITS, WorkbookRefused } from './container.js';
import { lettersOf, readSheet, type Cell, type SheetContent } from './sheet.js';

/** Of an import, which may bring the institutions of a country. */
const LIMITS = {
  sheet: { rows: 100_000, columns: 100, cells: 2_000_000, characters: 40_000_000 },
  container: { ...WORKBOOK_LIMITS, file: 20_000_000, unpacked: 200_000_000 },
};

/** The sheet of a template that explains its columns; it is not read. */
export const EXPLANATIONS = 'Giải thích – Columns';

/** Cells that cannot be read are listed up to this many. */
const MOST_PROBLEMS = 1000;

export interface SheetAsCsv {
  csv: Uint8Array;
  /** What its author should know of the workbook. */
  findings: Problem[];
}

/**
 * The first sheet in sight as a CSV file with the same rows, so that both kinds of files are read by the
 * same rules: texts stay what they are, days are written 2026-01-31, and a formula is what it came to.
 * @throws ImportError when it is no workbook, or a cell says nothing that a file could say.
 */
export async function sheetAsCsv(bytes: Buffer): Promise<SheetAsCsv> {
  try {
    return await read(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    throw new ImportError([problemAt(1, null, 'WORKBOOK_REFUSED', error.text)]);
  }
}

async function read(bytes: Buffer): Promise<SheetAsCsv> {
  const container = await openContainer(bytes, LIMITS.container);
  const book = await readBook(container, LIMITS.sheet.cells);
  const [sheet, ...others] = book.sheets.filter(({ hidden }) => !hidden);
  if (!sheet) throw new ImportError([problemAt(1, null, 'WORKBOOK_REFUSED', NO_SHEET)]);
  const content = await readSheet(container, book, sheet, LIMITS.sheet, { ...LIMITS.sheet });
  const beyond = content.rowBeyond ?? content.wideRow;
  if (beyond !== null)
    throw new ImportError([problemAt(beyond, null, 'WORKBOOK_REFUSED', TOO_LONG)]);
  const skipped = others.filter(({ name }) => name !== EXPLANATIONS);
  return { csv: csvOf(content), findings: findingsOf(content, skipped.length) };
}

function csvOf({ rows }: SheetContent): Uint8Array {
  const problems: Problem[] = [];
  const width = rows.reduce((most, { cells }) => Math.max(most, ...cells.keys()), 0);
  const lines: string[] = [];
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push('');
    const values = Array.from({ length: width }, (_, index) => {
      const cell = cells.get(index + 1);
      const text = cell ? textOf(cell) : '';
      if (typeof text === 'string') return text;
      if (problems.length < MOST_PROBLEMS)
        problems.push(problemAt(row, `${lettersOf(index + 1)}${row}`, 'CELL_UNREADABLE', text));
      return '';
    });
    lines.push(csvFields(values));
  }
  if (problems.length > 0) throw new ImportError(problems);
  return new TextEncoder().encode(lines.join('\n'));
}

/** What a cell says in a file, or why it says nothing. */
function textOf(cell: Cell): string | Text {
  switch (cell.kind) {
    case 'TEXT':
      return cell.text;
    case 'NUMBER':
      // As many digits as a spreadsheet shows; what follows them comes from how it counts.
      return String(Number(cell.number.toPrecision(15)));
    case 'DATE':
      return cell.day ?? TIME_ALONE;
    case 'FLAG':
      return cell.flag ? 'yes' : 'no';
    case 'FORMULA':
      return cell.value ? textOf(cell.value) : FORMULA_ALONE;
    case 'ERROR':
      return {
        vi: `báo lỗi ${cell.text}; hãy sửa công thức, hoặc gõ giá trị`,
        en: `shows the error ${cell.text}; mend the formula, or type the value`,
      };
  }
}

function findingsOf({ name, rows }: SheetContent, others: number): Problem[] {
  const hidden = rows.filter((row) => row.hidden);
  return [
    ...(others > 0 ? [problemAt(1, null, 'SHEETS_SKIPPED', onlySheet(name))] : []),
    ...(hidden[0]
      ? [problemAt(hidden[0].row, null, 'ROWS_HIDDEN', hiddenRows(hidden.length))]
      : []),
  ];
}

function problemAt(row: number, value: string | null, code: string, text: Text): Problem {
  return { row, column: null, value, code, text };
}

function onlySheet(name: string): Text {
  return {
    vi: `chỉ đọc trang tính đầu tiên, “${name}”; các trang khác không được đọc`,
    en: `only the first sheet, “${name}”, was read; the others were not`,
  };
}

function hiddenRows(count: number): Text {
  return {
    vi: `${count} dòng đang bị ẩn trong bảng tính cũng được đọc; nếu không muốn nhập, hãy xoá các dòng đó`,
    en: `${count} row(s) that are hidden in the sheet were read as well; delete them if they are not meant`,
  };
}

const NO_SHEET: Text = {
  vi: 'sổ tính không có trang tính nào đang hiện',
  en: 'the workbook has no sheet that is in sight',
};

const TOO_LONG: Text = {
  vi: `trang tính quá lớn: nhiều nhất ${LIMITS.sheet.rows} dòng và ${LIMITS.sheet.columns} cột; hãy chia tệp`,
  en: `the sheet is too large: at most ${LIMITS.sheet.rows} rows and ${LIMITS.sheet.columns} columns; split the file`,
};

const TIME_ALONE: Text = {
  vi: 'chứa giờ mà không có ngày; hãy gõ lại giá trị',
  en: 'holds a time without a day; type the value again',
};

const FORMULA_ALONE: Text = {
  vi: 'chứa công thức mà tệp không ghi kết quả; hãy mở tệp trong Excel hay LibreOffice và lưu lại, hoặc dán giá trị thay cho công thức',
  en: 'holds a formula of which the file does not say the result; open the file in Excel or LibreOffice and save it, or paste the value',
};
