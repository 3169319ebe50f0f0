import { isLocalDate, type LocalDate } from '../shared/dates.js';
import type { SchemaChange } from './schema-changes.js';
import type { AllowedChange } from './schema-gate.js';

const HEADER = `# Changes of the graph

What differs from release to release, for those who build on the graph. **Breaking** changes make documents fail, **dangerous** ones let answers hold what a client may not expect, **safe** ones ask nothing of anybody. What is going to be removed is under **Deprecated**, with the day until when it stays at least.

The part “Unreleased” is written by \`npm run schema:write\`: edit the graph, or the reasons in \`allowed-breaking-changes.txt\`.
`;

const UNRELEASED = '## Unreleased\n';

/**
 * A changelog whose part “Unreleased” lists these changes; its other parts stay unchanged.
 * @param changelog the present text; empty for the first time.
 */
export function withUnreleased(
  changelog: string,
  changes: readonly SchemaChange[],
  allowed: readonly AllowedChange[],
): string {
  return [HEADER, `${UNRELEASED}\n${told(changes, allowed)}`, ...releasesOf(changelog)].join('\n');
}

/**
 * Turns “Unreleased” into the release of a version.
 * @throws Error when the version or the date is invalid, or the version was released already.
 */
export function released(changelog: string, version: string, date: LocalDate): string {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`“${version}” is no version: write three numbers, as 0.2.0`);
  if (!isLocalDate(date)) throw new Error(`“${date}” is no date: write it as 2026-11-25`);
  if (changelog.includes(`\n## ${version} `)) throw new Error(`${version} was released already`);
  const unreleased = changelog.indexOf(UNRELEASED);
  return [
    withUnreleased('', [], []),
    `## ${version} – ${date}\n${changelog.slice(unreleased + UNRELEASED.length)}`,
  ].join('\n');
}

function releasesOf(changelog: string): string[] {
  return changelog
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## ') && !part.startsWith(UNRELEASED))
    .map((part) => `${part.trimEnd()}\n`);
}

function told(changes: readonly SchemaChange[], allowed: readonly AllowedChange[]): string {
  if (changes.length === 0) return 'Nothing differs.\n';
  const deprecations = changes.filter(
    ({ level, kind }) => level === 'SAFE' && kind.startsWith('DEPRECATION_'),
  );
  const safe = changes.filter(
    (change) => change.level === 'SAFE' && !deprecations.includes(change),
  );
  const described = safe.filter(({ kind }) => kind.includes('_DESCRIPTION_'));
  const types = safe.filter(({ kind }) => kind === 'TYPE_ADDED');
  const others = safe.filter((change) => !described.includes(change) && !types.includes(change));
  const reasonOf = new Map(allowed.map(({ change, reason }) => [change, reason]));
  const breaking = changes.filter(({ level }) => level === 'BREAKING');
  const dangerous = changes.filter(({ level }) => level === 'DANGEROUS');
  return [
    part(
      'Breaking',
      breaking.map(({ sentence }) => because(sentence, reasonOf.get(sentence))),
    ),
    part(
      'Dangerous',
      dangerous.map(({ sentence }) => sentence),
    ),
    part(
      'Deprecated',
      deprecations.map(({ sentence }) => sentence),
    ),
    part('Safe', [
      ...named('new types', types),
      ...others.map(({ sentence }) => sentence),
      ...named('described anew', described),
    ]),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function part(heading: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `### ${heading}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

function because(sentence: string, reason: string | undefined): string {
  return reason === undefined ? sentence : `${sentence}: ${reason}`;
}

/** One line, wrapped like text, for many coordinates with the same change. */
function named(what: string, changes: readonly SchemaChange[]): string[] {
  if (changes.length === 0) return [];
  const words = changes.map(({ coordinate }) => `\`${coordinate}\``).join(', ');
  const lines = `${what}: ${words}`.match(/.{1,98}(?: |$)/g) ?? [];
  return [lines.map((line) => line.trimEnd()).join('\n  ')];
}
