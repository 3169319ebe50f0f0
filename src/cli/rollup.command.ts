import type { Command } from 'commander';
import { recordCommand } from '../changes/command.service.js';
import { COUNTERS } from '../counts/count.js';
import { rebuildCounts, verifyCounts } from '../counts/rebuild.service.js';
import { publish } from '../database/publish.js';
import { OperatorError } from '../shared/errors.js';
import { progressBar } from './progress-bar.js';
import { output, withDatabase } from './run.js';

export function rollupCommand(program: Command): void {
  const command = program.command('rollup').description('the counts that progress is read from');
  command
    .command('verify')
    .description(
      'recount everything from the updates and report any difference; status 1 if there is one',
    )
    .action(() =>
      withDatabase(async (em) => {
        const bar = progressBar('recounting');
        // The lock of all changes keeps the data still between the two counts.
        const { differences } = await publish(em, async (within) => ({
          changed: false,
          differences: await verifyCounts(within, bar.report),
        }));
        bar.stop();
        for (const { key, stored, recounted } of differences) {
          const counts = COUNTERS.filter(
            (counter) => (stored?.[counter] ?? 0) !== (recounted?.[counter] ?? 0),
          );
          output.note(
            `${key}: ${counts.map((counter) => `${counter} stored ${stored?.[counter] ?? 0}, recounted ${recounted?.[counter] ?? 0}`).join('; ')}`,
          );
        }
        if (differences.length > 0)
          throw new OperatorError(
            'ROLLUP_DIFFERS',
            `${differences.length} count(s) differ from the updates. Run “hub rollup rebuild”, and tell the developers how it came about.`,
          );
        output.result('every count equals the recount from the updates');
      }),
    );
  command
    .command('rebuild')
    .description('empty the counts and fill them from the updates')
    .action(() =>
      withDatabase(async (em) => {
        const bar = progressBar('recounting');
        await publish(em, async (within, _at, state) => {
          await rebuildCounts(within, bar.report);
          await recordCommand(within, 'rollup rebuild', state, null);
          return { changed: true };
        });
        bar.stop();
        output.result('the counts were rebuilt from the updates');
      }),
    );
}
