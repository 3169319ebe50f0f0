import { writeFile } from 'node:fs/promises';
import type { Problem } from '../shared/csv.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import type { Imported } from '../vocabulary/imported-row.js';
import { importedLines, importedReport } from './imported-lines.js';
import { problemReport } from './problem-report.js';
import { output } from './run.js';

/** The terminal shows at most this many lines of a kind; `--report` writes all of them. */
const SHOWN = 50;

/** Tells what a file changed or would change: the counts first, then row by row. */
export async function tellImported(
  { changed, created, updated, unchanged, rows }: Imported,
  notes: readonly string[],
  { dryRun = false, report }: { dryRun?: boolean; report?: string | undefined },
): Promise<void> {
  const verb = dryRun ? 'would be ' : '';
  output.result(`${created} ${verb}created, ${updated} ${verb}updated, ${unchanged} unchanged`);
  for (const note of notes) output.result(note);
  showSome(importedLines([...rows]), report, output.result);
  if (dryRun) output.result('dry run: nothing was changed');
  else if (!changed) output.result('no change');
  if (report) await writeReport(report, importedReport([...rows]), 'every row');
}

/** Tells what its author should know of a file that was taken, or asks about it. */
export function tellFindings(file: string, findings: readonly Problem[]): void {
  showSome(
    findings.map((finding) => `${file}: ${sentence(finding)}`),
    undefined,
    output.note,
  );
}

/**
 * Tells what is wrong with a file, or what prevents that it is undone.
 * @param part what the file has numbers of.
 */
export async function tellProblems(
  file: string,
  problems: readonly Problem[],
  report: string | undefined,
  part = 'row',
): Promise<void> {
  showSome(
    problems.map((problem) => `${file}: ${sentence(problem, part)}`),
    report,
    output.note,
  );
  if (report) await writeReport(report, problemReport(problems), 'all problems');
}

export function showSome(
  lines: readonly string[],
  report: string | undefined,
  show: (line: string) => void,
): void {
  lines.slice(0, SHOWN).forEach(show);
  if (lines.length > SHOWN)
    show(`… and ${lines.length - SHOWN} more${report ? '' : '; --report FILE writes them all'}`);
}

async function writeReport(file: string, content: string, what: string): Promise<void> {
  await writeFile(file, content).catch((error: unknown) => {
    throw new OperatorError(
      'FILE_UNWRITABLE',
      `The report ${file} cannot be written: ${messageOf(error)}.`,
    );
  });
  output.note(`${what}: ${file}`);
}

function sentence({ row, column, value, text }: Problem, part = 'row'): string {
  const place = column === null ? `${part} ${row}` : `${part} ${row}, ${column}`;
  return value === null ? `${place}: ${text.en}` : `${place}, “${value}”: ${text.en}`;
}
