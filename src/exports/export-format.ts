import { csvLine, type CellValue } from '../shared/csv-line.js';

/** One row of an export: a value for each of its columns, in their order. */
export type ExportRecord<Column extends string = string> = Record<Column, CellValue>;

/** By this, spreadsheets that do not ask see that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file: the names of the columns, then a line for each row. */
export async function* csvText(
  turns: AsyncIterable<ExportRecord[]>,
  columns: readonly string[],
  bom: boolean,
): AsyncGenerator<string> {
  yield (bom ? BYTE_ORDER_MARK : '') + csvLine(columns);
  for await (const records of turns)
    yield records.map((record) => csvLine(columns.map((name) => record[name]!))).join('');
}

/** JSON Lines: an object for each row. */
export async function* jsonLinesText(turns: AsyncIterable<ExportRecord[]>): AsyncGenerator<string> {
  for await (const records of turns)
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
