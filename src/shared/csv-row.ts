import { unguarded } from './csv-line.js';
import type { Problem, Reason } from './csv-problem.js';
import { DAMAGES, damageOf } from './damaged-text.js';
import { isLocalDate, type LocalDate } from './dates.js';
import { firstOf } from './required.js';
import { paragraphs, tidy, type Language, type Text } from './text.js';

/** Dates beyond these are typing errors, or mean “no bound”, which is an empty field. */
const EARLIEST: LocalDate = '1900-01-01';
const LATEST: LocalDate = '2200-12-31';

const MOST_CHARACTERS = 200;

/** What is found in a file while it is read. */
export interface Findings {
  /** Each of them refuses the file. */
  problems: Problem[];
  /** What the author should know; the file is taken all the same. */
  notes: Problem[];
}

/** Reads the fields of one row and adds what it finds to that of the table. */
export class Row {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #fields: string[] = [];

  /**
   * @param columns where each column stands in the record; rows of one file share it.
   * @param prose the columns that hold sentences.
   * @param isTaken whether the author has seen what is asked about the row, and says that it is so.
   */
  constructor(
    readonly number: number,
    columns: ReadonlyMap<string, number>,
    record: readonly string[],
    readonly findings: Findings,
    prose: readonly string[] = [],
    readonly isTaken = false,
  ) {
    this.#columns = columns;
    for (const [column, at] of columns) {
      const written = unguarded(record[at] ?? '');
      const sentences = prose.includes(column);
      this.#fields[at] = sentences ? paragraphs(written) : tidy(written);
      const damage = damageOf(written, { sentences });
      if (damage) this.refuse(column, DAMAGES[damage]);
    }
  }

  get problems(): readonly Problem[] {
    return this.findings.problems;
  }

  /** Whether the file has the column at all; what it does not have, it says nothing about. */
  says(column: string): boolean {
    return this.#columns.has(column);
  }

  /** Null when the field is empty or the column is missing. */
  optional(column: string): string | null {
    const at = this.#columns.get(column);
    return (at !== undefined && this.#fields[at]) || null;
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
    const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
    const date = day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value;
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

  /** @param words what people call the names, for who has written another. */
  oneOf<Value>(
    column: string,
    names: Record<string, Value>,
    words: Partial<Record<string, Text>> = {},
    value = this.required(column),
  ): Value {
    const name = names[value.toUpperCase()];
    if (name === undefined && value !== '') {
      const known = (language: Language) =>
        Object.keys(names)
          .map((each) => (words[each] ? `${words[each][language]} (${each})` : each))
          .join(', ');
      this.refuse(column, {
        code: 'NAME_UNKNOWN',
        text: { vi: `không phải là một trong ${known('vi')}`, en: `is none of ${known('en')}` },
      });
    }
    return name ?? firstOf(Object.values(names));
  }

  /** Names separated by `|` or spaces. */
  someOf<Name extends string>(
    column: string,
    names: Record<string, Name>,
    words: Partial<Record<string, Text>> = {},
  ): Name[] {
    const values = this.required(column)
      .split(/[|\s]+/)
      .filter((value) => value !== '');
    return [...new Set(values.map((value) => this.oneOf(column, names, words, value)))];
  }

  refuse(column: string | null, reason: Reason): void {
    this.findings.problems.push(this.#found(column, reason));
  }

  /** Tells the author something that does not refuse the file. */
  note(column: string | null, reason: Reason): void {
    this.findings.notes.push(this.#found(column, reason));
  }

  #found(column: string | null, { code, text, same }: Reason): Problem {
    const value = column && this.optional(column);
    const found = { row: this.number, column, value: value && shortened(value), code, text };
    return same ? { ...found, same } : found;
  }
}

/** As much of a value as tells which one it is. */
function shortened(value: string): string {
  return value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value;
}
