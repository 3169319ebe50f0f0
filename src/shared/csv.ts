import { parse } from 'csv-parse/sync';
import { unguarded } from './csv-line.js';
import { isLocalDate, type LocalDate } from './dates.js';
import { OperatorError, messageOf } from './errors.js';
import type { Text } from './text.js';

/** The problem and the solution, with a code for programs and a sentence in both languages. */
export interface Reason {
  code: string;
  text: Text;
}

export interface Problem extends Reason {
  row: number;
  column: string | null;
  value: string | null;
}

/** A file that was refused as a whole; nothing of it was stored. */
export class ImportError extends OperatorError {
  constructor(readonly problems: readonly Problem[]) {
    super('IMPORT_REFUSED', `The file has ${problems.length} problem(s); nothing was changed.`);
  }
}

export interface Table {
  rows: Row[];
  problems: Problem[];
}

/** A file with more columns is no import file, and a problem for each would help nobody. */
const MOST_COLUMNS = 200;

/**
 * Reads a CSV file: UTF-8 with or without a byte-order mark, `,` or `;`, quoted fields. Columns may
 * come in any order; values stay text, so leading zeros are kept. The apostrophe that guards a text
 * against being a formula is removed.
 * @throws ImportError when the file has another form, or its header does not fit.
 */
export function readTable(
  content: Uint8Array,
  columns: { required: readonly string[]; optional: readonly string[] },
): Table {
  const text = decode(content);
  const [header = [], ...records] = parseRecords(text);
  const names = header.map((name) => name.trim().toLowerCase());
  if (names.length > MOST_COLUMNS)
    throw unreadable(1, {
      vi: `dòng tiêu đề có ${names.length} cột; nhiều nhất là ${MOST_COLUMNS}`,
      en: `the header has ${names.length} columns; at most ${MOST_COLUMNS} are taken`,
    });
  const problems = headerProblems(names, columns);
  if (problems.length > 0) throw new ImportError(problems);
  const rows = records.flatMap((record, index) => {
    // Empty lines, and rows of separators only, which spreadsheets like to leave.
    if (record.every((field) => field.trim() === '')) return [];
    const row = new Row(index + 2, names, record, problems);
    if (record.length !== names.length)
      row.refuse(null, {
        code: 'FIELDS_MISCOUNTED',
        text: {
          vi: `có ${record.length} ô, dòng tiêu đề có ${names.length}; hãy đặt ô có dấu ngăn cách trong dấu ngoặc kép`,
          en: `has ${record.length} fields, the header has ${names.length}; quote fields that contain the separator`,
        },
      });
    return [row];
  });
  return { rows, problems };
}

/** Dates beyond these are typing errors, or mean “no bound”, which is an empty field. */
const EARLIEST: LocalDate = '1900-01-01';
const LATEST: LocalDate = '2200-12-31';

/** Reads the fields of one row and adds their problems to those of the table. */
export class Row {
  readonly #fields: ReadonlyMap<string, string>;

  constructor(
    readonly number: number,
    names: readonly string[],
    record: readonly string[],
    readonly problems: Problem[],
  ) {
    this.#fields = new Map(
      names.map((name, index) => [name, unguarded(record[index] ?? '').trim()]),
    );
  }

  /** Whether the file has the column at all; what it does not have, it says nothing about. */
  says(column: string): boolean {
    return this.#fields.has(column);
  }

  /** Null when the field is empty or the column is missing. */
  optional(column: string): string | null {
    return this.#fields.get(column) || null;
  }

  required(column: string): string {
    const value = this.optional(column);
    if (value === null)
      this.refuse(column, {
        code: 'TEXT_MISSING',
        text: { vi: 'còn trống; ô này phải có', en: 'is empty; it is needed' },
      });
    return value ?? '';
  }

  /** Written 2025-06-30 or 30/06/2025. */
  date(column: string): LocalDate | null {
    const value = this.optional(column);
    if (value === null) return null;
    const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    const date = parts
      ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}`
      : value;
    if (isLocalDate(date)) {
      if (date >= EARLIEST && date <= LATEST) return date;
      this.refuse(column, {
        code: 'DATE_OUT_OF_RANGE',
        text: {
          vi: 'không nằm trong khoảng 1900 đến 2200; không có giới hạn thì để trống',
          en: 'is not between 1900 and 2200; leave it empty where there is no bound',
        },
      });
      return null;
    }
    this.refuse(column, {
      code: 'DATE_UNREADABLE',
      text: {
        vi: 'không phải là ngày; hãy ghi 2025-06-30 hoặc 30/06/2025',
        en: 'is not a date; write it 2025-06-30 or 30/06/2025',
      },
    });
    return null;
  }

  requiredDate(column: string): LocalDate {
    return this.required(column) === '' ? '' : (this.date(column) ?? '');
  }

  /** Written 3368. */
  wholeNumber(column: string): number | null {
    const value = this.optional(column);
    if (value === null) return null;
    if (/^\d+$/.test(value)) return Number(value);
    this.refuse(column, {
      code: 'NUMBER_UNREADABLE',
      text: {
        vi: 'không phải là số nguyên; hãy ghi 3368, chỉ gồm chữ số',
        en: 'is not a whole number; write it 3368, with digits only',
      },
    });
    return null;
  }

  oneOf<Value>(column: string, names: Record<string, Value>, value = this.required(column)): Value {
    const name = names[value.toUpperCase()];
    if (name === undefined && value !== '') {
      const known = Object.keys(names).join(', ');
      this.refuse(column, {
        code: 'NAME_UNKNOWN',
        text: { vi: `không phải là một trong ${known}`, en: `is none of ${known}` },
      });
    }
    return name ?? Object.values(names)[0]!;
  }

  /** Names separated by `|` or spaces. */
  someOf<Name extends string>(column: string, names: Record<string, Name>): Name[] {
    const values = this.required(column)
      .split(/[|\s]+/)
      .filter((value) => value !== '');
    return [...new Set(values.map((value) => this.oneOf(column, names, value)))];
  }

  /** @param reason a plain English sentence for files that only the command line accepts. */
  refuse(column: string | null, reason: Reason | string): void {
    const { code, text } =
      typeof reason === 'string' ? { code: 'ROW_UNFIT', text: { vi: reason, en: reason } } : reason;
    const value = column && this.optional(column);
    this.problems.push({ row: this.number, column, value, code, text });
  }
}

function decode(content: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // UTF-16 may pass as UTF-8, but no text in the database contains this character.
    if (!text.includes('\0')) return text;
  } catch {
    // Reported below.
  }
  throw unreadable(1, {
    vi: 'tệp không phải là văn bản UTF-8; hãy lưu lại dưới dạng “CSV UTF-8”',
    en: 'the file is not UTF-8 text; save it as “CSV UTF-8”',
  });
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
    const why = messageOf(error);
    throw unreadable(row, { vi: `không phải là CSV: ${why}`, en: `is not CSV: ${why}` });
  }
}

function unreadable(row: number, text: Text): ImportError {
  return new ImportError([{ row, column: null, value: null, code: 'CSV_UNREADABLE', text }]);
}

function headerProblems(
  names: readonly string[],
  columns: { required: readonly string[]; optional: readonly string[] },
): Problem[] {
  const known = [...columns.required, ...columns.optional];
  const problem = (column: string, code: string, vi: string, en: string): Problem => ({
    ...{ row: 1, column, value: null, code },
    text: { vi, en },
  });
  return [
    ...columns.required
      .filter((column) => !names.includes(column))
      .map((column) =>
        problem(column, 'COLUMN_MISSING', 'thiếu cột này', 'this column is missing'),
      ),
    ...names
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem(
          name,
          'COLUMN_UNKNOWN',
          `không có cột này; các cột là ${known.join(', ')}`,
          `there is no such column; the columns are ${known.join(', ')}`,
        ),
      ),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) =>
        problem(name, 'COLUMN_TWICE', 'cột này có hai lần', 'this column stands twice'),
      ),
  ];
}
