import { columnName, headerOf, type Columns, type Header } from './csv-header.js';
import { guarded } from './csv-line.js';
import { ImportError, unreadable, type Problem, type Reason } from './csv-problem.js';
import { recordsOf, type Records } from './csv-records.js';
import { Row, type Findings } from './csv-row.js';
import { textOf } from './csv-text.js';
import { itemAt } from './required.js';
import { NO_ANSWERS, type RowAnswers } from './row-answers.js';
import { tidy } from './text.js';

export { ImportError, type Problem, type Reason } from './csv-problem.js';
export { Row } from './csv-row.js';

export interface Table extends Findings {
  rows: Row[];
}

/**
 * Reads a CSV file: UTF-8 with or without a byte-order mark; `,`, `;` or tabs, quoted fields. Titles
 * above the header are skipped and told. Columns may come in any order; those without a name and
 * without values, and empty rows, are left out, as spreadsheets leave them behind. Values stay text,
 * so leading zeros are kept; what cannot be seen in them, and the apostrophe that guards a text
 * against being a formula, are removed. Damaged texts are refused.
 * @param answers what its author has answered about rows of the file.
 * @throws ImportError when the file has another form, or its header does not fit.
 */
export function readTable(
  content: Uint8Array,
  columns: Columns,
  { taken, leftOut, cells }: RowAnswers = NO_ANSWERS,
): Table {
  const file = recordsOf(textOf(content), [...columns.required, ...columns.optional]);
  if (file.broken) throw wrongQuote(file.broken, file.records, columns);
  if (file.records.every(isBlank)) throw empty(columns);
  const header = headerOf(file.records, columns);
  const table: Table = { rows: [], problems: [], notes: titlesAbove(header, file) };
  const places = new Map(header.names.map((name, at) => [name, at]));
  places.delete('');
  const once = textsOnce();
  file.records.slice(header.row).forEach((record, index) => {
    const number = header.row + index + 1;
    if (isBlank(record) || leftOut.has(number)) return;
    const answered = withCells(places, record, cells.get(number));
    const fields = answered.record.map(once);
    const row = new Row(number, answered.places, fields, table, columns.prose, taken.has(number));
    if (isHeaderAgain(record, columns)) return row.refuse(null, HEADER_AGAIN);
    checkFields(row, record, header, file.separator);
    table.rows.push(row);
  });
  if (table.rows.length === 0) table.notes.push(noRows(header.row));
  refuseUnnamed(table, header, file);
  return table;
}

/** A record with the cells that its author answers with, some in columns that the file does not have. */
function withCells(
  places: ReadonlyMap<string, number>,
  record: readonly string[],
  cells: Readonly<Record<string, string>> = {},
): { places: ReadonlyMap<string, number>; record: readonly string[] } {
  const answers = Object.entries(cells);
  if (answers.length === 0) return { places, record };
  const more = new Map(places);
  const fields = [...record];
  for (const [column, value] of answers) {
    const at = more.get(column) ?? Math.max(fields.length, ...more.values()) + 1;
    more.set(column, at);
    fields[at] = guarded(value);
  }
  return { places: more, record: Array.from(fields, (field) => field ?? '') };
}

/** Most texts of a long file are repeated, as kinds, units and days are: each is held once. */
function textsOnce(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined && texts.size < MOST_TEXTS) texts.set(text, text);
    return known ?? text;
  };
}

/** Codes and names, which are not repeated, fill no more than these. */
const MOST_TEXTS = 20_000;

function empty({ required }: Columns): ImportError {
  const listed = required.join(', ');
  return new ImportError([
    {
      ...{ row: 1, column: null, value: null, code: 'FILE_EMPTY' },
      text: {
        vi: `tệp trống; hãy ghi ở dòng đầu các cột ${listed}, và dữ liệu ở các dòng sau`,
        en: `the file is empty; write in the first row ${listed}, and the data below it`,
      },
    },
  ]);
}

/** A row with the names of all required columns, as files that were put together have it. */
function isHeaderAgain(record: readonly string[], { required }: Columns): boolean {
  const names = record.map(columnName);
  return required.every((column) => names.includes(column));
}

const HEADER_AGAIN: Reason = {
  code: 'HEADER_AGAIN',
  text: {
    vi: 'lại là dòng tiêu đề; hãy xoá dòng này, và xem các dòng sau có đúng các cột của dòng tiêu đề đầu không',
    en: 'is a header again; delete it, and see that the rows below have the columns of the first header',
  },
};

function noRows(row: number): Problem {
  return {
    ...{ row, column: null, value: null, code: 'NO_ROWS' },
    text: {
      vi: 'tệp không có dòng dữ liệu nào; hãy ghi dữ liệu ở dưới dòng tiêu đề',
      en: 'the file has no rows; write the data below the header',
    },
  };
}

const isBlank = (record: readonly string[]) => record.every((field) => tidy(field) === '');

/** A quotation mark that is not closed is told where it opens, not where the file ends. */
function wrongQuote(
  { row, field, value }: NonNullable<Records['broken']>,
  records: Records['records'],
  columns: Columns,
): ImportError {
  const column = nameOf(field, records, columns);
  return unreadable(row, OPEN_QUOTE, { column, value: value?.trim() ?? null });
}

const OPEN_QUOTE = {
  vi: 'không phải là CSV: dấu ngoặc kép mở ở ô này không được đóng ở cuối ô; hãy đóng lại hoặc xoá đi; bên trong một ô đã có ngoặc kép, mỗi dấu ngoặc kép viết hai lần ("")',
  en: 'is not CSV: the quotation mark that opens here is not closed at the end of the field; close it or delete it; inside a quoted field each quotation mark is written twice ("")',
};

/** Null when the file has no header that fits, or the column no name. */
function nameOf(field: number, records: readonly string[][], columns: Columns): string | null {
  try {
    return headerOf(records, columns).names[field] || null;
  } catch {
    return null;
  }
}

function titlesAbove({ row }: Header, { records }: Records): Problem[] {
  const titles = records.slice(0, row - 1).filter((record) => !isBlank(record));
  if (titles.length === 0) return [];
  const value = tidy(titles.flat().join(' '));
  return [
    {
      ...{ row: 1, column: null, value, code: 'ROWS_SKIPPED' },
      text: {
        vi: `tiêu đề cột ở dòng ${row}; phần phía trên đã được bỏ qua`,
        en: `the header is row ${row}; what stands above it was skipped`,
      },
    },
  ];
}

/** Refuses a row whose fields do not stand under their columns. */
function checkFields(
  row: Row,
  record: readonly string[],
  { names, width }: Header,
  separator: string,
): void {
  const miscounted = record.length < names.length || !isBlank(record.slice(width));
  const broken = record.findIndex((each) => LINE_BREAK.test(each));
  const field = record[broken];
  if (field !== undefined && (miscounted || joinsRows(field, broken, names.length, separator)))
    row.refuse(names[broken] || null, { code: 'CSV_UNREADABLE', text: OPEN_QUOTE });
  else if (miscounted)
    row.refuse(null, {
      code: 'FIELDS_MISCOUNTED',
      text: {
        vi: `có ${record.length} ô, dòng tiêu đề có ${width}; hãy đặt ô có dấu ngăn cách trong dấu ngoặc kép`,
        en: `has ${record.length} fields, the header has ${width}; quote fields that contain the separator`,
      },
    });
}

const LINE_BREAK = /\r\n?|\n/;

/**
 * Whether a field holds the end of one row and the beginning of another, because a quotation mark
 * that opens by mistake was closed by another mistake in the same column of a later row.
 */
function joinsRows(field: string, at: number, columns: number, separator: string): boolean {
  const lines = field.split(LINE_BREAK).map((line) => line.split(separator).length - 1);
  return columns > 2 && lines[0] === columns - 1 - at && lines.at(-1) === at;
}

/** A column without a name is left out only if nothing stands in it. */
function refuseUnnamed(
  { problems }: Table,
  { row: header, names, width }: Header,
  file: Records,
): void {
  for (const [index, record] of file.records.slice(header).entries()) {
    const at = record.slice(0, width).findIndex((field, at) => !names[at] && tidy(field) !== '');
    if (at < 0) continue;
    problems.push({
      ...{
        row: header + index + 1,
        column: null,
        value: itemAt(record, at),
        code: 'COLUMN_UNNAMED',
      },
      text: {
        vi: `nằm ở cột thứ ${at + 1}, cột này không có tên ở dòng tiêu đề; hãy ghi tên cột hoặc xoá cột`,
        en: `stands in column ${at + 1}, which has no name in the header; name the column or delete it`,
      },
    });
    return;
  }
}
