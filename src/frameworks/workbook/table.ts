import {
  columnOf,
  lettersOf,
  type Cell,
  type SheetContent,
  type SheetRow,
} from '../../shared/workbook/sheet.js';
import { compared, isNamed, isRemark, text, type Column, type SheetForm } from './columns.js';
import type { Findings } from './findings.js';

/** The rows of a sheet below its header, with the columns by what they mean. */
export interface Table {
  sheet: string;
  rows: SheetRow[];
  /** The numbers of the columns; those that the sheet does not have are left out. */
  columns: ReadonlyMap<Column, number>;
}

/** Reads the header of a sheet, and tells what makes it another table than the one that is meant. */
export function tableOf(content: SheetContent, form: SheetForm, findings: Findings): Table {
  tellShape(content, findings);
  const [header, ...below] = content.rows;
  const headerRow = header?.row ?? 1;
  const columns = new Map<Column, number>();
  const remarks = new Set<number>();
  for (const [number, cell] of header?.cells ?? []) {
    const place = { sheet: content.name, row: headerRow, column: number };
    const written = cell.kind === 'TEXT' ? cell.text : '';
    const column = form.columns.find((each) => isNamed(each.header, written));
    if (column && columns.has(column)) findings.tell(place, TWICE);
    else if (column) columns.set(column, number);
    else if (isRemark(written)) remarks.add(number);
    else findings.tell(place, unknownColumn(written, form));
  }
  for (const column of form.columns)
    if (column.needed && !columns.has(column))
      findings.tell({ sheet: content.name, row: headerRow }, missingColumn(column));
  const [second] = below;
  const rows = second && repeatsHeader(second, columns) ? below.slice(1) : below;
  tellStray(content, rows, new Set([...columns.values(), ...remarks]), header, findings);
  return { sheet: content.name, rows, columns };
}

/** What a row says in a column; undefined for an empty cell and for a column that is not there. */
export function cellIn(table: Table, row: SheetRow, column: Column): Cell | undefined {
  const number = table.columns.get(column);
  return number === undefined ? undefined : row.cells.get(number);
}

/** Whether a row says the names of its columns once more, in either language. */
function repeatsHeader({ cells }: SheetRow, columns: ReadonlyMap<Column, number>): boolean {
  const known = [...columns].filter(([, number]) => cells.has(number));
  return (
    known.length > 1 &&
    known.every(([{ header }, number]) => {
      const cell = cells.get(number);
      return cell?.kind === 'TEXT' && isNamed(header, cell.text);
    })
  );
}

/** What hides values, or makes one of several cells. */
export function tellShape(content: SheetContent, findings: Findings): void {
  const { name: sheet, rows, merged, hiddenColumns, rowBeyond, wideRow } = content;
  for (const ref of merged) {
    const row = Number(/\d+/.exec(ref)?.[0] ?? 1);
    findings.tell({ sheet, row, column: columnOf(ref) ?? 1 }, mergedCells(ref));
  }
  for (const { row, hidden } of rows) if (hidden) findings.tell({ sheet, row }, HIDDEN_ROW);
  for (const { from, to } of hiddenColumns) {
    const used = rows.find(({ cells }) =>
      [...cells.keys()].some((each) => each >= from && each <= to),
    );
    if (used) findings.tell({ sheet, row: used.row, column: from }, hiddenColumn(lettersOf(from)));
  }
  if (rowBeyond !== null) findings.tellCut({ sheet, row: rowBeyond }, TOO_MUCH);
  if (wideRow !== null) findings.tell({ sheet, row: wideRow }, TOO_WIDE);
}

/** The first cell of each column that has no header. */
function tellStray(
  { name: sheet }: SheetContent,
  rows: readonly SheetRow[],
  known: Set<number>,
  header: SheetRow | undefined,
  findings: Findings,
): void {
  const told = new Set([...known, ...(header?.cells.keys() ?? [])]);
  for (const { row, cells } of rows)
    for (const column of cells.keys())
      if (!told.has(column)) {
        told.add(column);
        findings.tell({ sheet, row, column }, NO_HEADER);
      }
}

function unknownColumn(written: string, form: SheetForm) {
  const names = form.columns.map(({ header }) => header);
  return text(
    `Không có cột “${compared(written)}”. Các cột của trang này: ${names.map(({ vi }) => vi).join(', ')}; cột ghi chú bắt đầu bằng “ghi chú”.`,
    `There is no column “${compared(written)}”. The columns of this sheet: ${names.map(({ en }) => en).join(', ')}; a column of remarks begins with “note”.`,
  );
}

function missingColumn({ header }: Column) {
  return text(
    `Thiếu cột “${header.vi}” (“${header.en}”) ở dòng tiêu đề.`,
    `The column “${header.en}” is missing in the header.`,
  );
}

function mergedCells(ref: string) {
  return text(
    `Các ô ${ref} đã được gộp. Hãy bỏ gộp và điền từng ô.`,
    `The cells ${ref} are merged. Unmerge them, and fill in each.`,
  );
}

function hiddenColumn(letters: string) {
  return text(
    `Cột ${letters} bị ẩn. Hãy cho hiện, hoặc xoá cột.`,
    `The column ${letters} is hidden. Show it, or delete it.`,
  );
}

const TOO_MUCH = text(
  'Quá nhiều dòng, ô hoặc ký tự: mỗi trang được nhiều nhất 2.000 dòng, cả sổ tính 40.000 ô và 2 triệu ký tự. Từ dòng này trở đi không được đọc.',
  'There are too many rows, cells or characters: a sheet may have 2,000 rows, and the whole workbook 40,000 cells with 2 million characters. From this row on nothing was read.',
);
const TWICE = text('Cột này có hai lần.', 'This column stands twice.');
const HIDDEN_ROW = text(
  'Dòng này bị ẩn. Hãy cho hiện, hoặc xoá dòng.',
  'This row is hidden. Show it, or delete it.',
);
const TOO_WIDE = text(
  'Có ô ở quá xa bên phải, ngoài các cột của trang này. Hãy xoá.',
  'There is a cell too far to the right, beyond the columns of this sheet. Delete it.',
);
const NO_HEADER = text(
  'Ô này ở cột không có tiêu đề. Hãy đặt tiêu đề, hoặc xoá ô.',
  'This cell is in a column without a header. Give it one, or delete the cell.',
);
