export type CellValue = string | number | boolean | null;

/** One line of a CSV file by RFC 4180; null is an empty field, and texts are `guarded`. */
export function csvLine(values: readonly CellValue[]): string {
  return `${csvFields(values)}\r\n`;
}

/** Without the end of the line, for texts with other line ends. */
export function csvFields(values: readonly CellValue[]): string {
  return values.map(field).join(',');
}

function field(value: CellValue): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = guarded(value);
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

/**
 * The beginning of a formula: spreadsheets skip spaces and accept full-width signs. Apostrophes
 * before it count too, so that a guarded text differs from one that begins with an apostrophe
 * itself.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠\t\r]/u;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets
 * themselves write it. `unguarded` reverses this exactly.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
