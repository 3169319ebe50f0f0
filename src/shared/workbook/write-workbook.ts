import { writeXlsx, writeXlsxStream, type WriteSheet } from 'hucre/xlsx';
import { lettersOf } from './sheet.js';

export type WrittenCell = string | number | null;

export interface WrittenSheet {
  name: string;
  rows: WrittenCell[][];
  /** How many rows at the top stay in sight and are shown as headers. */
  headers: number;
  columns: WrittenColumn[];
  /** Whether it is for programs and not shown. */
  isHidden?: boolean;
  /** The cells that are to be filled in, such as C4; of such a sheet no others can be changed by accident. */
  open?: readonly OpenCell[];
  /** Rows that begin a part and look like it, from 0. */
  headings?: readonly number[];
}

export interface OpenCell {
  /** From 0. */
  row: number;
  column: number;
  /** Where the choices stand, such as lists!$A$1:$A$3. */
  choices?: string;
  /** As for a column. */
  isText?: boolean;
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

function sheetOf(sheet: WrittenSheet): WriteSheet {
  const { name, rows: given, headers, columns, isHidden = false, open, headings = [] } = sheet;
  const rows = given.map((row) => row.map(escaped));
  const prepared = open ? 0 : PREPARED;
  const opened = new Map(open?.map((each) => [`${each.row},${each.column}`, each]));
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  columns.forEach(({ isText = false }, column) => {
    for (let row = 0; row < rows.length + prepared; row += 1) {
      const value = rows[row]?.[column] ?? null;
      if (row >= rows.length && !isText) break;
      const place = `${row},${column}`;
      const isHeader = row < headers || headings.includes(row);
      const own = opened.get(place);
      const style = styleOf(isHeader, own?.isText ?? isText, own !== undefined);
      cells.set(place, { value, style });
    }
  });
  return {
    name,
    rows,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: headers },
    hidden: isHidden,
    ...(open && { protection: PROTECTION }),
    dataValidations: [...listsOf(sheet, rows.length + prepared), ...choicesOf(open ?? [])],
  };
}

/** Without a password: whoever means to change the rest can. Columns and rows can be made wider and higher. */
const PROTECTION = { sheet: true, formatColumns: true, formatRows: true, formatCells: true };

/** What may be chosen in whole columns. */
function listsOf({ columns, headers }: WrittenSheet, rows: number): Validation[] {
  return columns.flatMap(({ choices = [] }, column) =>
    choices.length > 0 && choices.join(',').length <= LONGEST_LIST
      ? [
          {
            type: 'list' as const,
            values: [...choices],
            allowBlank: true,
            range: `${lettersOf(column + 1)}${headers + 1}:${lettersOf(column + 1)}${rows}`,
          },
        ]
      : [],
  );
}

/** What is offered in single cells; something else may be typed, because what is wrong is told when it is read. */
function choicesOf(open: readonly OpenCell[]): Validation[] {
  return open.flatMap(({ row, column, choices }) =>
    choices === undefined
      ? []
      : [
          {
            type: 'list' as const,
            formula1: choices,
            allowBlank: true,
            showErrorMessage: false,
            range: `${lettersOf(column + 1)}${row + 1}`,
          },
        ],
  );
}

type Validation = NonNullable<WriteSheet['dataValidations']>[number];

/** A text that a cell holds: of a longer one its beginning, because Excel repairs a file that has it whole. */
function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

/** What XML cannot hold, and what looks like its replacement, as `_x000D_`; the library leaves this to others. */
function escaped(value: WrittenCell): WrittenCell {
  return typeof value === 'string' ? value.replace(UNWRITABLE, (sign) => `_x${hex(sign)}_`) : value;
}

// Control codes are what is meant here.
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

function styleOf(isHeader: boolean, isText: boolean, isOpen: boolean) {
  return {
    alignment: { wrapText: true, vertical: 'top' as const },
    ...(isHeader && {
      font: { bold: true },
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'DDE7F3' } },
    }),
    ...(isOpen && {
      protection: { locked: false },
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF9E0' } },
      border: { bottom: { style: 'thin' as const, color: { rgb: 'C9B458' } } },
    }),
    ...(isText && { numFmt: '@' }),
  };
}
