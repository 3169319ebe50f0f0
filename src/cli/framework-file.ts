import { writeFile } from 'node:fs/promises';
import type { FileProblem, FrameworkFile } from '../frameworks/framework-file.js';
import type { KnownIndicator } from '../frameworks/requirement-check.js';
import { readEither } from '../frameworks/workbook/read-either.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { contentOf } from './run.js';

/**
 * The framework of a file, a workbook or JSON.
 * @param hub the indicators that the hub has besides the pillars.
 * @throws OperatorError FILE_UNREADABLE, or FRAMEWORK_REFUSED with all problems
 */
export async function frameworkIn(
  path: string,
  hub: readonly KnownIndicator[] = [],
): Promise<FrameworkFile> {
  const { file, problems } = await readEither(path, await contentOf(path), hub);
  if (file) return file;
  throw frameworkRefused(problems);
}

/** FRAMEWORK_REFUSED with all problems, each with its place. */
export function frameworkRefused(problems: readonly FileProblem[]): OperatorError {
  const lines = problems.map((problem) => `  ${placeOf(problem)}: ${problem.text.en}`);
  return new OperatorError(
    'FRAMEWORK_REFUSED',
    `The framework has ${problems.length} problem(s).\n${lines.join('\n')}`,
  );
}

/** In a workbook as its program shows it, such as `criteria E7`. */
export function placeOf({ path, sheet, row, column }: FileProblem): string {
  if (!sheet) return path || 'the file';
  if (row === undefined) return sheet;
  return column === undefined ? `${sheet}, row ${row}` : `${sheet} ${column}${row}`;
}

/** @throws OperatorError FILE_UNWRITABLE, also for a file that is there already */
export async function writeNew(path: string, content: string | Buffer): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: unknown) => {
    throw new OperatorError('FILE_UNWRITABLE', `${path} cannot be written: ${messageOf(error)}.`);
  });
}
