import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { buildSchema, printGraph } from '../graphql/build-schema.js';
import { compareGraphs, parseAllowedChanges } from '../graphql/schema-gate.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { output } from './run.js';

const CURRENT = 'schema/schema.graphql';
const RELEASED = 'schema/released.graphql';
const ALLOWED = 'schema/allowed-breaking-changes.txt';

const ALLOWED_HEADER = `# Breaking changes since schema/released.graphql that are meant, each with its reason:
# FIELD_REMOVED Institution.example was removed. # why clients can live without it
`;

/** `hub schema write|check|release`: for those who change the graph. */
export function schemaCommand(program: Command): void {
  const command = program.command('schema').description('the text of the graph, for developers');
  command
    .command('write')
    .description(`write ${CURRENT} from the code`)
    .action(async () => {
      await writeFile(CURRENT, await graphOfNow());
      output.result(`${CURRENT} is written`);
    });
  command
    .command('check')
    .description(`refuse a stale ${CURRENT}, and breaking changes that ${ALLOWED} does not list`)
    .action(check);
  command
    .command('release')
    .description(`make the graph of now the one that later changes are held against`)
    .action(async () => {
      await check();
      await writeFile(RELEASED, await graphOfNow());
      await writeFile(ALLOWED, ALLOWED_HEADER);
      output.result(`${RELEASED} is written`);
    });
}

async function graphOfNow(): Promise<string> {
  return printGraph(await buildSchema());
}

async function check(): Promise<void> {
  const current = await graphOfNow();
  if ((await readFile(CURRENT, 'utf8').catch(() => '')) !== current)
    throw new OperatorError(
      'SCHEMA_STALE',
      `${CURRENT} is not what the code says. Run “npm run schema:write” and review the difference.`,
    );
  const released = await readFile(RELEASED, 'utf8').catch(() => current);
  const allowed = await readAllowed();
  const { refused, dangerous, unused } = compareGraphs(released, current, allowed);
  for (const change of dangerous) output.note(`dangerous: ${change}`);
  for (const change of unused) output.note(`no longer needed in ${ALLOWED}: ${change}`);
  if (refused.length > 0)
    throw new OperatorError(
      'SCHEMA_BREAKS',
      `The graph breaks its clients:\n${refused.map((change) => `  ${change}`).join('\n')}\nDeprecate instead; or list the change with its reason in ${ALLOWED}.`,
    );
  output.result('the graph is current and breaks nothing');
}

async function readAllowed() {
  try {
    return parseAllowedChanges(await readFile(ALLOWED, 'utf8'));
  } catch (error) {
    throw new OperatorError('SCHEMA_ALLOWANCE_INVALID', `${ALLOWED}: ${messageOf(error)}.`);
  }
}
