import type { SheetRow } from '../../shared/workbook/sheet.js';
import { readCell } from './cell-values.js';
import { text, type Column } from './columns.js';
import type { Findings } from './findings.js';
import { cellIn, type Table } from './table.js';

/** An object of the file that is being put together. */
export type Loose = Record<string, unknown>;

/** Puts a value where its path leads; what is on the way is made, and an undefined value is left out. */
export function put(target: Loose, path: string, value: unknown): void {
  if (value === undefined) return;
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inside = target[first];
  const next: Loose = isLoose(inside) ? inside : {};
  target[first] = next;
  put(next, rest.join('.'), value);
}

/** Of a pair of texts that is needed, each is told where it is missing. */
export function putField(target: Loose, { path, needed }: Column, value: unknown): void {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  if (needed && parent && !isLoose(target[parent])) put(target, parent, {});
  put(target, path, value);
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads cells of tables into places of the file, and tells those that cannot be read. */
export class Assembly {
  constructor(
    private readonly findings: Findings,
    /** The code of the framework, for requirements. */
    private readonly framework: string,
  ) {}

  /** The value of a cell; undefined where it is empty or was told. */
  value(table: Table, row: SheetRow, column: Column, path: string): unknown {
    const number = table.columns.get(column);
    this.findings.placed(path, {
      sheet: table.sheet,
      row: row.row,
      ...(number === undefined ? {} : { column: number }),
    });
    // That a needed column is missing is told once, at the header.
    if (number === undefined && column.needed) this.findings.hush(path);
    const cell = cellIn(table, row, column);
    if (!cell) return undefined;
    const read = readCell(cell, column, this.framework);
    if ('value' in read) return read.value;
    this.findings.tellOf(path, read.problem);
    return undefined;
  }

  /** The object of a row, from the columns given. */
  object(table: Table, row: SheetRow, base: string, columns: readonly Column[]): Loose {
    const target: Loose = {};
    for (const column of columns)
      putField(target, column, this.value(table, row, column, `${base}.${column.path}`));
    return target;
  }
}

/** What must be said of a code that leads nowhere. */
export function noQuestion(code: string) {
  return text(
    `Không có câu hỏi nào mang mã ${code}.`,
    `There is no question with the code ${code}.`,
  );
}
