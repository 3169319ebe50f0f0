import { columnName } from '../csv-header.js';
import { csvLine } from '../csv-line.js';
import { ImportError, unreadable, type Problem } from '../csv-problem.js';
import { isWorkbook, WorkbookRefused } from './container.js';
import { readWorkbookSheets } from './read-workbook.js';
import { lettersOf, type Cell, type SheetContent, type SheetRow } from './sheet.js';

/** Of a file that one request brings; the sheets of explanations count too. */
const LIMITS = { rows: 2_000, columns: 200, cells: 40_000, characters: 2_000_000 };

/**
 * A file for `readTable`: one in CSV as it is, and of a workbook the first sheet that has the columns, written as
 * CSV with the same numbers of rows.
 * @param required the names of columns by which the sheet is known.
 * @throws ImportError when it is no workbook, or a cell holds what is no value.
 */
export async function csvOf(content: Buffer, required: readonly string[]): Promise<Uint8Array> {
  if (!isWorkbook('', content)) return content;
  try {
    const { sheets } = await readWorkbookSheets(content, () => true, LIMITS);
    const shown = sheets.flatMap(({ hidden, content: sheet }) => (hidden || !sheet ? [] : sheet));
    const sheet = shown.find(({ rows }) => rows.some((row) => isHeader(row, required))) ?? shown[0];
    return new TextEncoder().encode(sheet ? linesOf(sheet) : '');
  } catch (error) {
    if (error instanceof WorkbookRefused) throw unreadable(1, error.text);
    throw error;
  }
}

function isHeader({ cells }: SheetRow, required: readonly string[]): boolean {
  const names = [...cells.values()].map((cell) =>
    cell.kind === 'TEXT' ? columnName(cell.text) : '',
  );
  return required.every((column) => names.includes(column));
}

function linesOf({ rows, rowBeyond }: SheetContent): string {
  const problems: Problem[] = rowBeyond === null ? [] : [tooLong(rowBeyond)];
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const last = rows.at(-1)?.row ?? 0;
  const width = Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()]));
  const lines = Array.from({ length: last }, (_, index) => {
    const cells = byRow.get(index + 1)?.cells;
    if (!cells) return '\r\n';
    return csvLine(
      Array.from({ length: width }, (_each, column) => {
        const cell = cells.get(column + 1);
        const text = cell ? textOf(cell) : '';
        if (text === null) problems.push(noValue(index + 1, column));
        return text;
      }),
    );
  });
  if (problems.length > 0) throw new ImportError(problems);
  return lines.join('');
}

/** Null for what is no value. */
function textOf(cell: Cell): string | null {
  switch (cell.kind) {
    case 'TEXT':
      return cell.text;
    case 'NUMBER':
      return String(cell.number);
    case 'DATE':
      return cell.day;
    case 'FLAG':
      return cell.flag ? 'yes' : 'no';
    default:
      return null;
  }
}

const noValue = (row: number, column: number): Problem => ({
  ...{ row, column: lettersOf(column + 1), value: null, code: 'CELL_UNREADABLE' },
  text: {
    vi: 'ô này chứa công thức, lỗi hoặc giờ không có ngày; hãy chép rồi dán riêng giá trị (Paste Special → Values)',
    en: 'the cell holds a formula, an error, or a time without a day; copy it and paste its value only (Paste Special → Values)',
  },
});

const tooLong = (row: number): Problem => ({
  ...{ row, column: null, value: null, code: 'FILE_TOO_LONG' },
  text: {
    vi: `sổ tính có quá nhiều dòng, ô hoặc ký tự: nhiều nhất ${LIMITS.rows} dòng; từ dòng này trở đi không được đọc`,
    en: `the workbook has too many rows, cells or characters: at most ${LIMITS.rows} rows; from this row on nothing was read`,
  },
});
