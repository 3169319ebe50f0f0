import { namesIn } from '../shared/enumeration.js';
import type { Columns } from './export-format.js';

/** What is counted in a line of progress. */
export const OF_LINE = {
  denominator: 'count',
  numerator: 'count',
  reported: 'count',
  in_review: 'count',
  not_reported: 'count',
  carried_forward: 'count',
  not_applicable: 'count',
  percent: 'number',
  percent_of_reported: 'number',
  upper_percent: 'number',
  coverage_percent: 'number',
} as const satisfies Columns;
export type Measure = keyof typeof OF_LINE;
export const MEASURES = namesIn(OF_LINE);
