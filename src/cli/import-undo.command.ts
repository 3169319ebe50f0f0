import type { Command } from 'commander';
import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { recordCommand } from '../changes/command.service.js';
import { databaseOf } from '../database/orm.js';
import { publish } from '../database/publish.js';
import { allRuns, runById, type ImportRunRow } from '../imports/import-run.queries.js';
import { alreadyUndone, restedOn } from '../imports/import-undo.service.js';
import { undoImport } from '../imports/undo.service.js';
import type { Problem } from '../shared/csv.js';
import { OperatorError } from '../shared/errors.js';
import { showSome, tellProblems } from './import-report.js';
import { undoneLines } from './imported-lines.js';
import { output, withDatabase } from './run.js';

interface UndoOptions {
  dryRun?: boolean;
  report?: string;
}

/** Adds the commands that list imports and undo them. */
export function importUndoCommands(command: Command): void {
  command
    .command('list')
    .description('the files that were imported, newest first')
    .action(() =>
      withDatabase(async (em) => {
        const runs = await allRuns(databaseOf(em));
        for (const run of runs) output.result(lineOf(run));
        if (runs.length === 0) output.result('nothing was imported');
      }),
    );
  command
    .command('undo')
    .description('undo an import as a whole, as long as nothing rests on what it changed')
    .argument('<id>', 'its number, as list shows it')
    .option('--dry-run', 'report what would change, and change nothing')
    .option('--report <file>', 'write everything that rests on it, as CSV')
    .action(undo);
}

function lineOf(run: ImportRunRow): string {
  const { id, kind, file, accountName, at, created, updated, undoneAt, undoneBy } = run;
  const undone = undoneAt && `, undone ${new Date(undoneAt).toISOString()} by ${undoneBy}`;
  const name = file ?? 'without a file name';
  return `${id}  ${new Date(at).toISOString()}  ${kind}  ${name}, by ${accountName}: ${created} created, ${updated} updated${undone ?? ''}`;
}

async function undo(id: string, options: UndoOptions): Promise<void> {
  const { dryRun = false, report } = options;
  await withDatabase(async (em) => {
    const run = /^\d{1,9}$/.test(id) ? await runById(databaseOf(em), Number(id)) : null;
    if (!run)
      throw new OperatorError(
        'IMPORT_UNKNOWN',
        `There is no import ${id}; “hub import list” shows all.`,
      );
    if (run.undoneAt !== null) throw refusalOf(alreadyUndone(run));
    let obstacles: Problem[] = [];
    const { rows } = await publish(
      em,
      async (within, at, state) => {
        const undone = await undoImport(within, run, COMMAND_LINE.name);
        ({ obstacles } = undone);
        await recordCommand(within, 'import undo', state, { import: run.id, file: run.file });
        await trailOf(COMMAND_LINE, 'import undo', undone.events, at).execute(databaseOf(within));
        return { ...undone, changed: obstacles.length === 0 };
      },
      { dryRun },
    );
    if (obstacles.length > 0) {
      await tellProblems(run.file ?? `import ${run.id}`, obstacles, report);
      throw refusalOf(restedOn(obstacles.length));
    }
    output.result(`import ${run.id} ${dryRun ? 'would be' : 'is'} undone: ${rows.length} row(s)`);
    showSome(undoneLines(rows), undefined, output.result);
    if (dryRun) output.result('dry run: nothing was changed');
  });
}

function refusalOf({ code, text }: { code: string; text: { en: string } }): OperatorError {
  return new OperatorError(code, text.en);
}
