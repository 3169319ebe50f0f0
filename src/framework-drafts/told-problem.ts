import type { Language } from '../shared/text.js';
import type { FoundProblem } from './draft-import.service.js';

/** A problem in the language of the request. */
export interface ToldProblem {
  path: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  code: string;
  message: string;
}

/** As many as anybody reads; the user error gives their total number. */
const MOST_PROBLEMS = 1000;

export function toldProblems(problems: readonly FoundProblem[], language: Language): ToldProblem[] {
  return problems
    .slice(0, MOST_PROBLEMS)
    .map(({ path, code = 'FRAMEWORK_INVALID', text, sheet, row, column }) => ({
      path,
      sheet: sheet ?? null,
      row: row ?? null,
      column: column ?? null,
      code,
      message: text[language],
    }));
}
