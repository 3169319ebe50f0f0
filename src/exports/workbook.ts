import { streamWorkbook } from '../shared/workbook/write-workbook.js';
import { typedValue, type ColumnType, type Table } from './export-format.js';

/** In characters; a text may need more and can be widened by hand. */
const WIDTHS: Record<ColumnType, number> = {
  text: 18,
  count: 12,
  number: 12,
  flag: 10,
  day: 12,
  moment: 20,
};

/** A table as a workbook of one sheet. Codes stay texts; days and numbers are such. */
export function workbookBytes(name: string, { columns, turns }: Table): AsyncIterable<Uint8Array> {
  return streamWorkbook({
    name,
    columns: Object.entries(columns).map(([header, type]) => ({
      header,
      width: Math.max(WIDTHS[type], Math.min(header.length + 2, 30)),
      ...(type === 'moment' && { format: 'yyyy-mm-dd hh:mm:ss' }),
    })),
    rows: rowsOf({ columns, turns }),
  });
}

async function* rowsOf({ columns, turns }: Table) {
  const all = Object.entries(columns);
  for await (const records of turns)
    for (const record of records) yield all.map(([name, type]) => typedValue(record[name], type));
}
