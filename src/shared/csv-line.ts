/** What can stand in a cell. */
export type CellValue = string | number | boolean | null;

/**
 * One line of a CSV file as RFC 4180 has it; null is an empty field. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it, as spreadsheets themselves write it.
 */
export function csvLine(values: readonly CellValue[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: CellValue): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
