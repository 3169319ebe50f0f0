import { basename } from 'node:path';
import type { Command } from 'commander';
import { recordCommand } from '../changes/command.service.js';
import { publish } from '../database/publish.js';
import { recordPlan, type PlanRecorded } from '../plans/plan-file.service.js';
import { readPlan, type PlanFile } from '../plans/plan-file.js';
import type { FileProblem } from '../frameworks/framework-file.js';
import { OperatorError } from '../shared/errors.js';
import { utf8Text } from '../shared/utf8.js';
import { contentOf, output, withDatabase } from './run.js';

const DONE: Record<Exclude<PlanRecorded['outcome'], 'REFUSED'>, string> = {
  RECORDED: 'recorded',
  UNCHANGED: 'no change: the hub has it as it is',
};

/** `hub import plan FILE` records a document with its targets. */
export function planImportCommand(command: Command): void {
  command
    .command('plan')
    .description('a document with its targets, a JSON file as docs/plans.md describes it')
    .argument('<file>', 'the file, JSON in UTF-8')
    .option('--dry-run', 'report what would be done, and change nothing')
    .action(async (path: string, { dryRun = false }: { dryRun?: boolean }) => {
      const content = await contentOf(path);
      const { file, problems } = readPlan(utf8(content));
      if (!file) throw planRefused(problems);
      await withDatabase(async (em) => {
        const recorded = await publish(
          em,
          async (within, at, state) => {
            const recorded = await recordPlan(within, file, at);
            const told = { file: basename(path), plan: file.document };
            if (recorded.changed) await recordCommand(within, 'import plan', state, told);
            return recorded;
          },
          { dryRun },
        );
        if (recorded.outcome === 'REFUSED') throw planRefused(recorded.problems);
        for (const line of linesOf(file)) output.result(line);
        output.result(dryRun ? 'dry run: nothing was changed' : DONE[recorded.outcome]);
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

function utf8(content: Uint8Array): string {
  const text = utf8Text(content);
  if (text !== null) return text;
  throw new OperatorError('PLAN_REFUSED', 'The plan is not UTF-8 text; save it as UTF-8.');
}

function planRefused(problems: readonly FileProblem[]): OperatorError {
  const lines = problems.map(({ path, text }) => `  ${path || 'the file'}: ${text.en}`);
  return new OperatorError(
    'PLAN_REFUSED',
    `The plan has ${problems.length} problem(s); nothing was changed.\n${lines.join('\n')}`,
  );
}
