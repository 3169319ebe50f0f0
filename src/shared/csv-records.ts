import { parse } from 'csv-parse/sync';
import { columnName } from './csv-header.js';
import { propertyOf } from './errors.js';

/** What a file is made of. The first record is row 1, as a spreadsheet shows it. */
export interface Records {
  records: string[][];
  separator: string;
  /** Where quotation marks do not fit, and nothing after it can be read; null when all fit. */
  broken: { row: number; field: number; value: string | null } | null;
}

interface Options {
  delimiter: string;
  record_delimiter: string[];
  relax_column_count: true;
  trim: true;
}

const SEPARATORS = [',', ';', '\t'];

/** The header is among the first lines, below a few rows of titles at most. */
const FIRST_LINES = 50;

/** The line that tells Excel the separator; Excel does not show it as a row. */
const SEPARATOR_LINE = /^"?sep=([^"\r\n])"?[,;\t]*(?:\r\n?|\n|$)/i;

/**
 * Splits the text of a CSV file into fields.
 * @param columns the names of columns, by which the header and so the separator are known.
 */
export function recordsOf(text: string, columns: readonly string[]): Records {
  const said = SEPARATOR_LINE.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const separator = said?.[1] ?? separatorOf(body, columns);
  const options: Options = {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
  };
  try {
    return { records: parse(body, options), separator, broken: null };
  } catch (error) {
    const [whole, index] = [propertyOf(error, 'records'), propertyOf(error, 'index')];
    if (typeof whole !== 'number' || typeof index !== 'number') throw error;
    return {
      records: whole === 0 ? [] : parse(body, { ...options, to: whole }),
      separator,
      broken: { row: whole + 1, field: index, value: fieldAt(body, options, index) },
    };
  }
}

/** The separator that gives the most names of columns in one of the first lines. */
function separatorOf(text: string, columns: readonly string[]): string {
  const lines = text.split(/\r\n?|\n/, FIRST_LINES);
  const namesWith = (separator: string) =>
    Math.max(
      ...lines.map((line) => {
        const names = line.split(separator).map(columnName);
        return columns.filter((column) => names.includes(column)).length;
      }),
    );
  const found = SEPARATORS.map((separator) => ({ separator, names: namesWith(separator) }));
  return found.reduce((best, each) => (each.names > best.names ? each : best)).separator;
}

/** The field with the wrong quotation mark, up to the end of its line. */
function fieldAt(text: string, options: Options, field: number): string | null {
  try {
    parse(text, { ...options, raw: true });
    return null;
  } catch (error) {
    const raw = propertyOf(error, 'raw');
    const fields = (typeof raw === 'string' ? raw : '')
      .split(/[\r\n]/, 1)
      .flatMap((line) => line.split(options.delimiter));
    return fields.slice(field).find((each) => each.includes('"')) ?? null;
  }
}
