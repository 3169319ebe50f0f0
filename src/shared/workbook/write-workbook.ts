import { writeXlsx, writeXlsxStream, type WriteSheet } from 'hucre/xlsx';
import { lettersOf } from './sheet.js';

export type WrittenCell = string | number | null;

export interface WrittenSheet {
  name: string;
  rows: WrittenCell[][];
  /** How many rows at the top stay in sight and are shown as headers. */
  headers: number;
  columns: WrittenColumn[];
}

export interface WrittenColumn {
  /** In characters. */
  width: number;
  /** Whether what is typed stays a text, of which no program makes a number or a date. */
  isText?: boolean;
  /** What may be chosen. */
  choices?: readonly string[];
}

/** Below the rows that are written, so many more have the formats of their columns. */
const PREPARED = 200;

/** The longest list of choices that Excel takes in a cell. */
const LONGEST_LIST = 255;

/** The most characters that a cell holds. */
const LONGEST_TEXT = 32_767;

/** Writes a workbook for people: headers stay in sight, texts wrap, and codes stay as they are typed. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: sheets.map(sheetOf) }));
}

export interface LongSheet {
  name: string;
  columns: { header: string; width: number; format?: string }[];
  rows: AsyncIterable<(WrittenCell | boolean | Date)[]>;
}

/**
 * Writes a workbook of one sheet row by row, so that memory does not grow with its length; what does not fit
 * into a sheet goes on in another one, with the headers.
 */
export function streamWorkbook({ name, columns, rows }: LongSheet): AsyncIterable<Uint8Array> {
  return writeXlsxStream(escapedRows(rows), {
    name,
    columns: columns.map(({ header, width, format }) => ({
      header,
      width,
      ...(format && { numFmt: format }),
    })),
    freezePane: { rows: 1 },
  });
}

async function* escapedRows(rows: LongSheet['rows']) {
  for await (const row of rows)
    yield row.map((value) => (typeof value === 'string' ? escaped(shortened(value)) : value));
}

function sheetOf({ name, rows: given, headers, columns }: WrittenSheet): WriteSheet {
  const rows = given.map((row) => row.map(escaped));
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  columns.forEach(({ isText = false }, column) => {
    for (let row = 0; row < rows.length + PREPARED; row += 1) {
      const value = rows[row]?.[column] ?? null;
      if (row >= rows.length && !isText) break;
      cells.set(`${row},${column}`, { value, style: styleOf(row < headers, isText) });
    }
  });
  return {
    name,
    rows,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: headers },
    dataValidations: columns.flatMap(({ choices = [] }, column) =>
      choices.length > 0 && choices.join(',').length <= LONGEST_LIST
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              range: `${lettersOf(column + 1)}${headers + 1}:${lettersOf(column + 1)}${rows.length + PREPARED}`,
            },
          ]
        : [],
    ),
  };
}

/** What XML cannot hold, and what looks like its replacement, as `_x000D_`; the library leaves this to others. */
/** A text that a cell holds: of a longer one its beginning, because Excel repairs a file that has it whole. */
function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

function escaped(value: WrittenCell): WrittenCell {
  return typeof value === 'string' ? value.replace(UNWRITABLE, (sign) => `_x${hex(sign)}_`) : value;
}

// Control codes are what is meant here.
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

function styleOf(isHeader: boolean, isText: boolean) {
  return {
    alignment: { wrapText: true, vertical: 'top' as const },
    ...(isHeader && {
      font: { bold: true },
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'DDE7F3' } },
    }),
    ...(isText && { numFmt: '@' }),
  };
}
