import type { Problem } from '../shared/csv.js';
import { csvLine } from '../shared/csv-line.js';

/** All problems of a file as CSV: the values in it are the file's, and may be anything. */
export function problemReport(problems: readonly Problem[]): string {
  return [
    csvLine(['row', 'column', 'value', 'reason']),
    ...problems.map(({ row, column, value, text }) => csvLine([row, column, value, text.en])),
  ].join('');
}
