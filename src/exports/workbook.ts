import type { CellValue } from '../shared/csv-line.js';
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

/** How what is typed in place of a value is read: a code stays a text. */
const NUMBER_FORMATS: Partial<Record<ColumnType, string>> = {
  text: '@',
  moment: 'yyyy-mm-dd hh:mm:ss',
};

/** The first day that all spreadsheets count alike. */
const FIRST_DAY = '1900-03-01';

/** A table as a workbook of one sheet. Codes stay texts; days and numbers are such, earlier days texts. */
export function workbookBytes(name: string, { columns, turns }: Table): AsyncIterable<Uint8Array> {
  return streamWorkbook({
    name,
    columns: Object.entries(columns).map(([header, type]) => {
      const format = NUMBER_FORMATS[type];
      const width = Math.max(WIDTHS[type], Math.min(header.length + 2, 30));
      return { header, width, ...(format && { format }) };
    }),
    rows: rowsOf({ columns, turns }),
  });
}

async function* rowsOf({ columns, turns }: Table) {
  const all = Object.entries(columns);
  for await (const records of turns)
    for (const record of records) yield all.map(([name, type]) => valueOf(record[name], type));
}

function valueOf(value: CellValue | undefined, type: ColumnType): CellValue | Date {
  const isEarly = type === 'day' && typeof value === 'string' && value < FIRST_DAY;
  return typedValue(value, isEarly ? 'text' : type);
}
