import { csvLine, type CellValue } from '../shared/csv-line.js';

export type ExportRecord<Column extends string = string> = Record<Column, CellValue>;

/** Spreadsheets that do not ask for the encoding recognise UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

export async function* csvText(
  turns: AsyncIterable<ExportRecord[]>,
  columns: readonly string[],
  bom: boolean,
): AsyncGenerator<string> {
  yield (bom ? BYTE_ORDER_MARK : '') + csvLine(columns);
  for await (const records of turns)
    yield records.map((record) => csvLine(columns.map((name) => record[name]!))).join('');
}

export async function* jsonLinesText(turns: AsyncIterable<ExportRecord[]>): AsyncGenerator<string> {
  for await (const records of turns)
    yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
