import type { Command } from 'commander';
import { buildSchema, printGraph } from '../graph.js';
import { checkSchema, releaseSchema, writeSchema } from '../schema-gate/schema-folder.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import { output } from './run.js';

const FOLDER = 'schema';

/** `hub schema write|check|release` is for developers who change the graph. */
export function schemaCommand(program: Command): void {
  const command = program.command('schema').description('the text of the graph, for developers');
  command
    .command('write')
    .description('write the graph of the code, and to its changelog what differs since the release')
    .action(async () => {
      await writeSchema(FOLDER, await graphOfNow());
      output.result('the graph and its changelog are written');
    });
  command
    .command('check')
    .description('refuse stale files, and what breaks clients without being announced or allowed')
    .action(async () => {
      await check();
      output.result('the graph is current, its changes are told, and it breaks nothing');
    });
  command
    .command('release <version>')
    .description('make the graph of now the one that later changes are held against')
    .option('--date <date>', 'the day of the release', today())
    .action(async (version: string, { date }: { date: LocalDate }) => {
      await releaseSchema(FOLDER, await check(), version, date);
      output.result(`the graph is released as ${version}`);
    });
}

async function check(): Promise<string> {
  const graph = await graphOfNow();
  for (const line of await checkSchema(FOLDER, graph, today())) output.note(line);
  return graph;
}

async function graphOfNow(): Promise<string> {
  return printGraph(await buildSchema());
}

function today(): LocalDate {
  return dateInVietnam(new Date());
}
