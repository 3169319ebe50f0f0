import { csvLine } from '../../src/shared/csv-line.js';

/** The demo goes the way of every other file, so that it is checked the same. */
export function csv(header: string[], rows: string[][]): Uint8Array {
  return new TextEncoder().encode([header, ...rows].map(csvLine).join(''));
}
