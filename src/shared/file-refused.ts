import { OperatorError } from './errors.js';
import type { Text } from './text.js';

/** What is wrong at a place of a file that is no table. */
export interface PlacedProblem {
  /** Such as `components.0.formula`; empty for the whole file. */
  path: string;
  text: Text;
}

/** A file that is no table was refused; nothing of it was stored. */
export class FileRefused extends OperatorError {
  /** @param what what the file is, where a sentence begins. */
  constructor(
    code: string,
    what: string,
    readonly problems: readonly PlacedProblem[],
  ) {
    const lines = problems.map(({ path, text }) => `  ${path || 'the file'}: ${text.en}`);
    super(
      code,
      `${what} has ${problems.length} problem(s); nothing was changed.\n${lines.join('\n')}`,
    );
  }
}
