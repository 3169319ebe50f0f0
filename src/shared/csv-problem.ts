import { OperatorError } from './errors.js';
import type { Text } from './text.js';

/** The problem and the solution, with a code for programs and a sentence in both languages. */
export interface Reason {
  code: string;
  text: Text;
  /** The cells that make the row one about what it looks like; only where it looks like something. */
  same?: Readonly<Record<string, string>>;
}

export interface Problem extends Reason {
  row: number;
  column: string | null;
  value: string | null;
}

/** A file that was refused as a whole; nothing of it was stored. */
export class ImportError extends OperatorError {
  /** @param notes what else was found before it was refused. */
  constructor(
    readonly problems: readonly Problem[],
    readonly notes: readonly Problem[] = [],
  ) {
    super('IMPORT_REFUSED', `The file has ${problems.length} problem(s); nothing was changed.`);
  }
}

/** The error of a file that cannot be read at all. */
export function unreadable(
  row: number,
  text: Text,
  place: { column: string | null; value: string | null } = { column: null, value: null },
): ImportError {
  return new ImportError([{ row, ...place, code: 'CSV_UNREADABLE', text }]);
}
