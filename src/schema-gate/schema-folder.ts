import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { LocalDate } from '../shared/dates.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { released, withUnreleased } from './schema-changelog.js';
import { schemaChanges } from './schema-changes.js';
import { deprecationProblems } from './schema-deprecation.js';
import { judge, parseAllowedChanges } from './schema-gate.js';

const CURRENT = 'schema.graphql';
const RELEASED = 'released.graphql';
const ALLOWED = 'allowed-breaking-changes.txt';
const CHANGELOG = 'CHANGELOG.md';

const ALLOWED_HEADER = `# Breaking changes since schema/released.graphql that are meant, each with its reason:
# \`Institution.example\` is removed # why clients can live without it
`;

/**
 * Writes the graph, and the differences since the last release.
 * @param folder the folder of the files.
 * @param graph the text of the graph in the code.
 * @throws OperatorError `SCHEMA_FILE_UNREADABLE` or `SCHEMA_ALLOWANCE_INVALID`.
 */
export async function writeSchema(folder: string, graph: string): Promise<void> {
  const { changelog } = await stateOf(folder, graph);
  await writeFile(join(folder, CURRENT), graph);
  await writeFile(join(folder, CHANGELOG), changelog);
}

/**
 * Compares the files with the graph, and the graph with what clients were promised.
 * @returns remarks about changes that are allowed, a line each.
 * @throws OperatorError `SCHEMA_FILE_UNREADABLE`, `SCHEMA_STALE`, `SCHEMA_DEPRECATION_INVALID`,
 * `SCHEMA_BREAKS`, `SCHEMA_CHANGELOG_STALE` or `SCHEMA_ALLOWANCE_INVALID`, saying what to do.
 */
export async function checkSchema(
  folder: string,
  graph: string,
  today: LocalDate,
): Promise<string[]> {
  const { changes, allowed, changelog } = await stateOf(folder, graph);
  if ((await textOf(folder, CURRENT)) !== graph)
    throw new OperatorError(
      'SCHEMA_STALE',
      `schema/${CURRENT} is not what the code says. Run “npm run schema:write” and review the difference.`,
    );
  const problems = deprecationProblems(buildSchema(graph));
  if (problems.length > 0)
    throw new OperatorError(
      'SCHEMA_DEPRECATION_INVALID',
      `Clients cannot plan with these deprecations:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  const { refused, dangerous, unused } = judge(changes, allowed, today);
  if (refused.length > 0)
    throw new OperatorError(
      'SCHEMA_BREAKS',
      `The graph breaks its clients:\n${refused.map(({ change, why }) => `  ${change}\n    ${why}`).join('\n')}\nDeprecate instead, and remove after the date; or list the change with its reason in schema/${ALLOWED}.`,
    );
  if ((await textOf(folder, CHANGELOG)) !== changelog)
    throw new OperatorError(
      'SCHEMA_CHANGELOG_STALE',
      `schema/${CHANGELOG} does not tell what differs from the last release. Run “npm run schema:write” and review the difference.`,
    );
  return [
    ...dangerous.map((change) => `dangerous: ${change}`),
    ...unused.map((change) => `no longer needed in schema/${ALLOWED}: ${change}`),
  ];
}

/**
 * Makes the present graph the one with which later changes are compared.
 * @param date the day of the release.
 * @throws OperatorError `SCHEMA_RELEASE_INVALID` or `SCHEMA_FILE_UNREADABLE`, before anything is
 * written.
 */
export async function releaseSchema(
  folder: string,
  graph: string,
  version: string,
  date: LocalDate,
): Promise<void> {
  const { changelog } = await stateOf(folder, graph);
  await writeFile(join(folder, CHANGELOG), releasedOrRefused(changelog, version, date));
  await writeFile(join(folder, RELEASED), graph);
  await writeFile(join(folder, ALLOWED), ALLOWED_HEADER);
}

function releasedOrRefused(changelog: string, version: string, date: LocalDate): string {
  try {
    return released(changelog, version, date);
  } catch (error) {
    throw new OperatorError('SCHEMA_RELEASE_INVALID', `${messageOf(error)}.`);
  }
}

async function stateOf(folder: string, graph: string) {
  const changes = await schemaChanges(await releasedIn(folder), graph);
  const allowed = await allowedIn(folder);
  const changelog = withUnreleased(await textIfAny(folder, CHANGELOG), changes, allowed);
  return { changes, allowed, changelog };
}

async function releasedIn(folder: string): Promise<string> {
  const text = await textOf(folder, RELEASED);
  try {
    buildSchema(text);
  } catch (error) {
    throw unreadable(RELEASED, error);
  }
  return text;
}

async function allowedIn(folder: string) {
  const text = await textOf(folder, ALLOWED);
  try {
    return parseAllowedChanges(text);
  } catch (error) {
    throw new OperatorError('SCHEMA_ALLOWANCE_INVALID', `schema/${ALLOWED}: ${messageOf(error)}.`);
  }
}

/** The text of a required file: without it, the gate would compare the graph with nothing. */
function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch((error: unknown) => {
    throw unreadable(name, error);
  });
}

/** The text of a file that is about to be written; empty when it does not exist yet. */
async function textIfAny(folder: string, name: string): Promise<string> {
  return existsSync(join(folder, name)) ? textOf(folder, name) : '';
}

function unreadable(name: string, error: unknown): OperatorError {
  return new OperatorError(
    'SCHEMA_FILE_UNREADABLE',
    `schema/${name} cannot be read, and without it nothing can be checked: ${messageOf(error)}. Restore it from the repository.`,
    { cause: error },
  );
}
