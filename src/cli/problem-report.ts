import type { Problem } from '../shared/csv.js';
import { csvLine } from '../shared/csv-line.js';

/** All problems of a file as CSV. The values come from the file and may be anything. */
export function problemReport(problems: readonly Problem[]): string {
  return [
    csvLine(['row', 'column', 'value', 'reason']),
    ...problems.map(({ row, column, value, text }) => csvLine([row, column, value, text.en])),
  ].join('');
}
