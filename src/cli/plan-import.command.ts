import { basename } from 'node:path';
import type { Command } from 'commander';
import { COMMAND_LINE } from '../changes/change.service.js';
import { recordCommand } from '../changes/command.service.js';
import { publish } from '../database/publish.js';
import { importFile } from '../imports/import-file.service.js';
import { planIn } from '../plans/plan-file.service.js';
import type { PlanFile } from '../plans/plan-file.js';
import { contentOf, output, withDatabase } from './run.js';

const RECORDED = 'recorded';
const UNCHANGED = 'no change: the hub has it as it is';

/** `hub import plan FILE` records a document with its targets. */
export function planImportCommand(command: Command): void {
  command
    .command('plan')
    .description('a document with its targets, a JSON file as docs/plans.md describes it')
    .argument('<file>', 'the file, JSON in UTF-8')
    .option('--dry-run', 'report what would be done, and change nothing')
    .action(async (path: string, { dryRun = false }: { dryRun?: boolean }) => {
      const content = await contentOf(path);
      const file = planIn(content);
      const action = 'import plan';
      const source = { kind: 'PLAN', file: basename(path), author: COMMAND_LINE, action } as const;
      await withDatabase(async (em) => {
        const { changed } = await publish(
          em,
          async (within, at, state) => {
            const imported = await importFile(within, source, content, at);
            const told = { file: source.file, plan: file.document, import: imported.id };
            if (imported.changed) await recordCommand(within, action, state, told);
            return imported;
          },
          { dryRun },
        );
        for (const line of linesOf(file)) output.result(line);
        output.result(dryRun ? 'dry run: nothing was changed' : changed ? RECORDED : UNCHANGED);
      });
    });
}

/** What the plan aims at, with how sure it is, and what it says beside that. */
function linesOf(file: PlanFile): string[] {
  return [
    `${file.document}: ${file.title.en} (${file.sourceStatus})`,
    `  ${file.note.en}`,
    ...file.targets.map(
      ({ indicator, group, year, percent, sourceStatus }) =>
        `  target ${year}: ${indicator}, ${group}, ${percent}% (${sourceStatus})`,
    ),
    ...file.otherShares.map(({ text, of, percents, sourceStatus }) => {
      const years = percents.map(({ year, percent }) => `${year} ${percent}%`).join(', ');
      return `  no target, because it is of ${of.en}: ${text.en}: ${years} (${sourceStatus})`;
    }),
  ];
}
