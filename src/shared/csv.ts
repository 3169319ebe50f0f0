import { parse } from 'csv-parse/sync';
import { isLocalDate, type LocalDate } from './dates.js';
import { OperatorError, messageOf } from './errors.js';

/** One thing that is wrong in a file: the row as a spreadsheet numbers it, and what to do. */
export interface Problem {
  row: number;
  column: string | null;
  value: string | null;
  reason: string;
}

/** A file that was refused as a whole; nothing of it was stored. */
export class ImportError extends OperatorError {
  constructor(readonly problems: readonly Problem[]) {
    super('IMPORT_REFUSED', `The file has ${problems.length} problem(s); nothing was changed.`);
  }
}

/** The rows of a CSV file, with every problem found in them so far. */
export interface Table {
  rows: Row[];
  problems: Problem[];
}

/**
 * Reads a CSV file: UTF-8 with or without a byte-order mark, `,` or `;`, quoted fields. Columns may
 * come in any order; values stay text, so leading zeros are kept.
 * @throws ImportError when it is not such a file, or its header does not fit.
 */
export function readTable(
  content: Uint8Array,
  columns: { required: readonly string[]; optional: readonly string[] },
): Table {
  const text = decode(content);
  const [header = [], ...records] = parseRecords(text);
  const names = header.map((name) => name.trim().toLowerCase());
  const problems = headerProblems(names, columns);
  if (problems.length > 0) throw new ImportError(problems);
  const rows = records.flatMap((record, index) => {
    // Empty lines, and the rows of nothing but separators that spreadsheets like to leave.
    if (record.every((field) => field.trim() === '')) return [];
    const row = new Row(index + 2, names, record, problems);
    if (record.length !== names.length)
      row.refuse(
        null,
        `has ${record.length} fields, the header has ${names.length}; quote fields that contain the separator`,
      );
    return [row];
  });
  return { rows, problems };
}

/** Dates beyond these are slips or mean “no bound”, which is an empty field. */
const EARLIEST: LocalDate = '1900-01-01';
const LATEST: LocalDate = '2200-12-31';

/** Reads the fields of one row; what is wrong is added to the table's problems. */
export class Row {
  readonly #fields: ReadonlyMap<string, string>;

  constructor(
    readonly number: number,
    names: readonly string[],
    record: readonly string[],
    readonly problems: Problem[],
  ) {
    this.#fields = new Map(names.map((name, index) => [name, (record[index] ?? '').trim()]));
  }

  /** The text of a field, null when empty or without such a column. */
  optional(column: string): string | null {
    return this.#fields.get(column) || null;
  }

  required(column: string): string {
    const value = this.optional(column);
    if (value === null) this.refuse(column, 'is empty; it is needed');
    return value ?? '';
  }

  /** A date, written 2025-06-30 or 30/06/2025. */
  date(column: string): LocalDate | null {
    const value = this.optional(column);
    if (value === null) return null;
    const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    const date = parts
      ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`
      : value;
    if (isLocalDate(date)) {
      if (date >= EARLIEST && date <= LATEST) return date;
      this.refuse(column, 'is not between 1900 and 2200; leave it empty where there is no bound');
      return null;
    }
    this.refuse(column, 'is not a date; write it 2025-06-30 or 30/06/2025');
    return null;
  }

  requiredDate(column: string): LocalDate {
    return this.required(column) === '' ? '' : (this.date(column) ?? '');
  }

  /** A number of things, written 3368. */
  wholeNumber(column: string): number | null {
    const value = this.optional(column);
    if (value === null) return null;
    if (/^\d+$/.test(value)) return Number(value);
    this.refuse(column, 'is not a whole number; write it 3368, with digits only');
    return null;
  }

  oneOf<Value>(column: string, names: Record<string, Value>, value = this.required(column)): Value {
    const name = names[value.toUpperCase()];
    if (name === undefined && value !== '')
      this.refuse(column, `is none of ${Object.keys(names).join(', ')}`);
    return name ?? Object.values(names)[0]!;
  }

  /** Names separated by `|` or spaces. */
  someOf<Name extends string>(column: string, names: Record<string, Name>): Name[] {
    const values = this.required(column)
      .split(/[|\s]+/)
      .filter((value) => value !== '');
    return [...new Set(values.map((value) => this.oneOf(column, names, value)))];
  }

  refuse(column: string | null, reason: string): void {
    this.problems.push({
      row: this.number,
      column,
      value: column && this.optional(column),
      reason,
    });
  }
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new ImportError([
      {
        row: 1,
        column: null,
        value: null,
        reason: 'the file is not UTF-8 text; save it as “CSV UTF-8”',
      },
    ]);
  }
}

function parseRecords(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '');
  const semicolons = firstLine.split(';').length > firstLine.split(',').length;
  try {
    return parse(text, {
      delimiter: semicolons ? ';' : ',',
      relax_column_count: true,
    });
  } catch (error) {
    const row = (error as { lines?: number }).lines ?? 1;
    throw new ImportError([
      { row, column: null, value: null, reason: `is not CSV: ${messageOf(error)}` },
    ]);
  }
}

function headerProblems(
  names: readonly string[],
  columns: { required: readonly string[]; optional: readonly string[] },
): Problem[] {
  const known = new Set([...columns.required, ...columns.optional]);
  const problem = (column: string, reason: string): Problem => ({
    row: 1,
    column,
    value: null,
    reason,
  });
  return [
    ...columns.required
      .filter((column) => !names.includes(column))
      .map((column) => problem(column, 'this column is missing')),
    ...names
      .filter((name) => !known.has(name))
      .map((name) =>
        problem(name, `there is no such column; the columns are ${[...known].join(', ')}`),
      ),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => problem(name, 'this column stands twice')),
  ];
}
