import { InvalidArgumentError, type Command } from 'commander';
import { COMMAND_LINE } from '../changes/change.service.js';
import { readConfig } from '../config.js';
import { cleanEvidence } from '../evidence/clean.service.js';
import { openEvidenceStore } from '../evidence/evidence-store.js';
import { KEPT_DAYS } from '../evidence/kept-days.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { output, withDatabase } from './run.js';

const MEGABYTE = 1024 * 1024;

const SHOWN = 50;

const FOREIGN =
  'The store belongs to another database: files that this database does not know were kept. If no ' +
  'other hub uses the store any more, take it over with --adopt-store.';

interface CleanOptions {
  dryRun?: boolean;
  olderThan: number;
  adoptStore?: boolean;
}

/** `hub evidence clean` removes contents that no evidence uses. */
export function evidenceCommand(program: Command): void {
  const command = program.command('evidence').description('the files that back answers');
  command
    .command('clean')
    .description('remove files that no revision of any report has; a hub does it once a day')
    .option('--dry-run', 'say what would be removed, and leave everything as it is')
    .option('--older-than <days>', 'only what nothing has named for so long', daysOf, KEPT_DAYS)
    .option('--adopt-store', 'take over a store that belongs to another database, for good')
    .action(({ dryRun = false, olderThan, adoptStore = false }: CleanOptions) =>
      withDatabase(async (em) => {
        const store = await openEvidenceStore(readConfig(), { clear: !dryRun });
        const now = new Date();
        const cleaning = { author: COMMAND_LINE, now, olderThan, dryRun, adopt: adoptStore };
        const done = await cleanEvidence(em, store, cleaning);
        if (done === null)
          throw new OperatorError(
            'EVIDENCE_CLEANING',
            'A hub or another command is removing files, or making a backup, at this moment. Try again later.',
          );
        const { contents, foreign, failures } = done;
        if (foreign) output.note(FOREIGN);
        for (const { sha256, size } of contents.slice(0, SHOWN))
          output.note(`${sha256}  ${size} bytes`);
        if (contents.length > SHOWN) output.note(`… and ${contents.length - SHOWN} more`);
        const bytes = contents.reduce((sum, { size }) => sum + size, 0);
        output.result(
          `${contents.length} file(s), ${(bytes / MEGABYTE).toFixed(1)} MB, ${dryRun ? 'would be removed' : 'removed'}`,
        );
        if (failures.length > 0)
          throw new OperatorError(
            'EVIDENCE_NOT_CLEANED',
            `Some files could not be ${dryRun ? 'found' : 'removed'}: ${messageOf(failures[0])}. Try again later.`,
            { cause: failures[0] },
          );
      }),
    );
}

function daysOf(text: string): number {
  const days = Number(text);
  if (/^\d{1,4}$/.test(text)) return days;
  throw new InvalidArgumentError('Give a number of days from 0 to 9999.');
}
