/** What can stand in a cell. */
export type CellValue = string | number | boolean | null;

/** One line of a CSV file as RFC 4180 has it; null is an empty field, and a text is `guarded`. */
export function csvLine(values: readonly CellValue[]): string {
  return `${csvFields(values)}\r\n`;
}

/** The same without the end of the line, for texts whose lines end otherwise. */
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
 * How a formula begins: spreadsheets skip spaces and take full-width signs as well. Apostrophes before it
 * count, so that every text with a guard is told from one that begins with an apostrophe itself.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠\t\r]/u;

/**
 * A text that a spreadsheet would take for a formula, with an apostrophe before it, as spreadsheets
 * themselves write it; any other as it is. `unguarded` undoes it exactly.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A text without the apostrophe that `guarded` put before it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
