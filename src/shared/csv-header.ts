import { ImportError, unreadable, type Problem } from './csv-problem.js';
import { tidy } from './text.js';

/** The columns of a kind of file. */
export interface Columns {
  required: readonly string[];
  optional: readonly string[];
  /** Those that hold sentences, which keep their line breaks and may ask something. */
  prose?: readonly string[];
}

export interface Header {
  /** The row that it is, as a spreadsheet counts. */
  row: number;
  /** The name of each column; empty where it has none. */
  names: readonly string[];
  /** How many fields the row has, those after the last name too. */
  width: number;
}

/** A row that may be the header. */
interface Candidate {
  row: number;
  names: string[];
  /** How many fields the row has, those without a name too. */
  width: number;
  /** Whether it has all required columns. */
  all: boolean;
  /** How many columns it has. */
  known: number;
}

const NO_HEADER: Candidate = { row: 1, names: [], width: 0, all: false, known: 0 };

/** A file with more columns is no import file, and a problem for each would help nobody. */
const MOST_COLUMNS = 200;

/** Below so many rows of titles nobody writes a header. */
const MOST_TITLE_ROWS = 50;

/** A name of a column as people write it: in capitals, with spaces, with what cannot be seen. */
export function columnName(cell: string): string {
  return tidy(tidy(cell).replace(/^"|"$/g, ''))
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Finds the header: the first row that has all required columns; titles may stand above it.
 * @throws ImportError when there is none, or it does not fit.
 */
export function headerOf(records: readonly string[][], columns: Columns): Header {
  const known = [...columns.required, ...columns.optional];
  const headers = records.slice(0, MOST_TITLE_ROWS + 1).map((record, index): Candidate => {
    const names = record.map(columnName);
    while (names.at(-1) === '') names.pop();
    const has = (column: string) => names.includes(column);
    const all = columns.required.every(has);
    return { row: index + 1, names, width: record.length, all, known: known.filter(has).length };
  });
  const most = headers.reduce((best, each) => (each.known > best.known ? each : best), NO_HEADER);
  const { row, names, width } = headers.find(({ all }) => all) ?? most;
  if (names.length > MOST_COLUMNS)
    throw unreadable(row, {
      vi: `dòng tiêu đề có ${names.length} cột; nhiều nhất là ${MOST_COLUMNS}`,
      en: `the header has ${names.length} columns; at most ${MOST_COLUMNS} are taken`,
    });
  const problems =
    most.known * 2 < columns.required.length
      ? [noHeader(row, columns.required)]
      : headerProblems(names, columns).map((problem) => ({ row, ...problem }));
  if (problems.length > 0) throw new ImportError(problems);
  return { row, names, width };
}

/** One problem, because a problem for each column would hide what is wrong. */
function noHeader(row: number, required: readonly string[]): Problem {
  const listed = required.join(', ');
  return {
    ...{ row, column: null, value: null, code: 'COLUMN_MISSING' },
    text: {
      vi: `không có dòng nào ghi tên cột; hãy ghi ở dòng đầu các cột ${listed}`,
      en: `no row has the names of the columns; write in the first row ${listed}`,
    },
  };
}

function headerProblems(
  names: readonly string[],
  { required, optional }: Columns,
): Omit<Problem, 'row'>[] {
  const known = [...required, ...optional];
  const problem = (column: string, code: string, vi: string, en: string) => ({
    ...{ column, value: null, code },
    text: { vi, en },
  });
  return [
    ...required
      .filter((column) => !names.includes(column))
      .map((column) =>
        problem(column, 'COLUMN_MISSING', 'thiếu cột này', 'this column is missing'),
      ),
    ...names
      .filter((name) => name !== '' && !known.includes(name))
      .map((name) =>
        problem(
          name,
          'COLUMN_UNKNOWN',
          `không có cột này; các cột là ${known.join(', ')}`,
          `there is no such column; the columns are ${known.join(', ')}`,
        ),
      ),
    ...names
      .filter((name, index) => name !== '' && names.indexOf(name) !== index)
      .map((name) =>
        problem(name, 'COLUMN_TWICE', 'cột này có hai lần', 'this column stands twice'),
      ),
  ];
}
