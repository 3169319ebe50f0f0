import type { Command } from 'commander';
import { databaseOf } from '../database/orm.js';
import { dateInVietnam, isLocalDate } from '../shared/dates.js';
import { OperatorError } from '../shared/errors.js';
import { runTrial } from '../trials/run-trial.queries.js';
import { summaryOf, type TrialSummary } from '../trials/trial-summary.js';
import { frameworkIn } from './framework-file.js';
import { progressBar } from './progress-bar.js';
import { output, withDatabase } from './run.js';

/** `hub trial framework FILE`: what a framework would give on the answers that exist. */
export function trialCommand(program: Command): void {
  program
    .command('trial')
    .description('try what would be, without storing anything')
    .command('framework')
    .description(
      'try a framework file on the answers approved for a date, over all institutions: levels, indicators, who would move, and what cannot be said because it was never asked',
    )
    .argument('<file>', 'the file, an XLSX workbook or JSON in UTF-8')
    .option('--on <date>', 'the date, YYYY-MM-DD; today if left out')
    .action(async (path: string, { on }: { on?: string }) => {
      const file = await frameworkIn(path);
      const asOf = on ?? dateInVietnam(new Date());
      if (!isLocalDate(asOf))
        throw new OperatorError('DATE_INVALID', `${asOf} is no date. Write it as 2026-12-31.`);
      await withDatabase(async (em) => {
        const bar = progressBar('trying');
        const run = await runTrial(databaseOf(em), file, null, asOf, bar.report);
        bar.stop();
        output.result(`${file.code} ${file.version} on ${asOf}: hypothetical, nothing is stored`);
        for (const line of linesOf(summaryOf(run.tried, run.indicators))) output.result(line);
      });
    });
}

function linesOf(summary: TrialSummary): string[] {
  const { institutions, unknown, levels, levelUp, levelDown, indicators } = summary;
  return [
    `${institutions} institutions; of ${unknown} something cannot be said`,
    ...levels.map(
      ({ level, institutions: count }) =>
        `${level === null ? 'level not known' : `level ${level}`}: ${count}`,
    ),
    ...(levels.length > 0 ? [`to a higher level: ${levelUp}; to a lower: ${levelDown}`] : []),
    ...indicators.map(
      ({ indicator, completed, inProgress, notStarted, unknown: open, up, down }) =>
        `${indicator}: completed ${completed}, in progress ${inProgress}, not started ${notStarted}, not known ${open}; up ${up}, down ${down}`,
    ),
  ];
}
