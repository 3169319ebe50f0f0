import { csvLine, type CellValue } from '../../../src/shared/csv-line';

/** A file of these lines, with the byte-order mark by which spreadsheets know UTF-8. */
export const csvFile = (lines: readonly (readonly CellValue[])[]): string =>
  `\uFEFF${lines.map(csvLine).join('')}`;
