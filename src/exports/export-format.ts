import { csvLine, type CellValue } from '../shared/csv-line.js';

export type ExportRecord<Column extends string = string> = Record<Column, CellValue>;

/**
 * What a column holds, each of them or null: a text; a whole number; a number; true or false; a day, as
 * `2025-06-30`; a moment of RFC 3339. Formats that know types, unlike CSV, write it as such.
 */
export type ColumnType = 'text' | 'count' | 'number' | 'flag' | 'day' | 'moment';

export type Columns = Readonly<Record<string, ColumnType>>;

/** What a download is written from, whatever its format. */
export interface Table {
  columns: Columns;
  /** The rows, some at a time. */
  turns: AsyncIterable<ExportRecord[]>;
}

/** A value for a format that knows days and moments. */
export function typedValue(value: CellValue | undefined, type: ColumnType): CellValue | Date {
  const isTime = type === 'day' || type === 'moment';
  return isTime && typeof value === 'string' ? new Date(value) : (value ?? null);
}

/** Spreadsheets that do not ask for the encoding recognise UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

export async function* csvText({ turns, columns }: Table, bom: boolean): AsyncGenerator<string> {
  const names = Object.keys(columns);
  yield (bom ? BYTE_ORDER_MARK : '') + csvLine(names);
  for await (const records of turns)
    yield records.map((record) => csvLine(names.map((name) => record[name]!))).join('');
}

export async function* jsonLinesText({ turns }: Table): AsyncGenerator<string> {
  for await (const records of turns)
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** What is made as a whole, because it is small or its form cannot be written bit by bit. */
export async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
