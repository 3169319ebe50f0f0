import type { Change, TypeOfChangeType } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { compareText } from '../shared/compare-text.js';
import type { LocalDate } from '../shared/dates.js';
import { CHANGE_WORDS } from './schema-change-words.js';
import { deprecationsOf, isInGraph, readDeprecation } from './schema-deprecation.js';

/** BREAKING: documents stop working. DANGEROUS: answers may surprise. SAFE: nothing to do. */
type ChangeLevel = 'BREAKING' | 'DANGEROUS' | 'SAFE';

export interface SchemaChange {
  level: ChangeLevel;
  /** The kind of change as graphql-inspector names it, or one of `DEPRECATION_…`. */
  kind: TypeOfChangeType | 'DEPRECATION_ADDED' | 'DEPRECATION_CHANGED' | 'DEPRECATION_REMOVED';
  /** The schema coordinate, `Type.field(argument:)`; empty for the whole graph. */
  coordinate: string;
  /** The difference in words, with the coordinate and without a full stop. */
  sentence: string;
  /** The reason of the deprecation in the earlier graph; null when it was not deprecated. */
  deprecated: string | null;
}

export const REMOVALS: ReadonlySet<SchemaChange['kind']> = new Set([
  'FIELD_REMOVED',
  'FIELD_ARGUMENT_REMOVED',
  'INPUT_FIELD_REMOVED',
  'ENUM_VALUE_REMOVED',
] as const);

/** A change as graphql-inspector gives it, without the types that it leaves open. */
type Difference = Omit<Change, 'type' | 'meta'> & { type: TypeOfChangeType; meta: unknown };

/**
 * All differences between two graphs, sorted by coordinate. Parts of something new – the fields of
 * a new type, the arguments of a new field – are not listed again.
 * @param before the text of the earlier graph.
 * @param after the text of the later graph.
 */
export async function schemaChanges(before: string, after: string): Promise<SchemaChange[]> {
  // A development tool: the rest of the command line works without it.
  const { diff } = await import('@graphql-inspector/core');
  const [earlier, later] = [buildSchema(before), buildSchema(after)];
  const changes: Difference[] = await diff(earlier, later);
  const reasons = deprecationsOf(earlier);
  return [
    ...withoutParts(changes, rootsOf(later)).flatMap((change) => said(change, reasons)),
    ...deprecationChanges(earlier, later),
  ].sort((a, b) => compareText(a.coordinate, b.coordinate) || compareText(a.sentence, b.sentence));
}

const ADDITIONS: ReadonlySet<string> = new Set<TypeOfChangeType>([
  'TYPE_ADDED',
  'FIELD_ADDED',
  'FIELD_ARGUMENT_ADDED',
  'INPUT_FIELD_ADDED',
  'ENUM_VALUE_ADDED',
  'DIRECTIVE_ADDED',
  'DIRECTIVE_ARGUMENT_ADDED',
]);

/**
 * Leaves out the parts of new things. The library's own `simplifyChanges` also hides breaking
 * changes below a type that got an interface or a field that became deprecated.
 * @param roots the types whose fields are always listed, because clients look for what they can
 * query.
 */
function withoutParts(changes: readonly Difference[], roots: ReadonlySet<string>): Difference[] {
  const added = new Set(
    changes.filter(({ type }) => ADDITIONS.has(type)).map(({ path }) => path ?? ''),
  );
  const isPart = ({ type, path }: Difference) => {
    if (path === undefined) return false;
    const steps = path.split('.');
    const above = steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'));
    return (
      above.some((each) => added.has(each) && !roots.has(each)) ||
      (added.has(path) && !ADDITIONS.has(type))
    );
  };
  return changes.filter((change) => !isPart(change));
}

function rootsOf(schema: GraphQLSchema): Set<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Set(roots.flatMap((type) => (type ? [type.name] : [])));
}

const LEVELS = { BREAKING: 'BREAKING', DANGEROUS: 'DANGEROUS', NON_BREAKING: 'SAFE' } as const;

function said(change: Difference, reasons: ReadonlyMap<string, string>): SchemaChange[] {
  const kind = change.type;
  // Covered by deprecationChanges, which also knows those of arguments and input fields.
  if (kind.includes('_DEPRECATION_') || change.path?.includes('.@deprecated')) return [];
  const coordinate = coordinateOf(change);
  const words = CHANGE_WORDS[kind] as ((meta: unknown) => string) | undefined;
  const deprecated = reasons.get(coordinate) ?? null;
  const sentence = words
    ? `\`${coordinate}\` ${words(change.meta)}`
    : // Rare ones, in the words of the library, which quotes names like 'this'.
      change.message.replaceAll(/'([^']+)'/g, '`$1`').replace(/\.$/, '');
  return [
    {
      level: LEVELS[change.criticality.level],
      kind,
      coordinate,
      sentence:
        deprecated !== null && REMOVALS.has(kind)
          ? `${sentence}; it was deprecated ${deprecated}`
          : sentence,
      deprecated,
    },
  ];
}

function coordinateOf({ path = '' }: Difference): string {
  const [first = '', second, third] = path.replace(/\.@.*/, '').split('.');
  if (first.startsWith('@')) return second === undefined ? first : `${first}(${second}:)`;
  const field = second === undefined ? first : `${first}.${second}`;
  return third === undefined ? field : `${field}(${third}:)`;
}

/** The deprecations that were added, changed or taken back; none for removed things. */
function deprecationChanges(earlier: GraphQLSchema, later: GraphQLSchema): SchemaChange[] {
  const [before, after] = [deprecationsOf(earlier), deprecationsOf(later)];
  const changes: SchemaChange[] = [];
  for (const [coordinate, reason] of after) {
    const was = before.get(coordinate);
    if (was === undefined)
      changes.push({
        level: 'SAFE',
        kind: 'DEPRECATION_ADDED',
        coordinate,
        sentence: `\`${coordinate}\` is deprecated ${reason}`,
        deprecated: null,
      });
    else if (was !== reason)
      changes.push({
        // A client that relied on the later date breaks on the earlier one.
        level: promisedUntil(reason) < promisedUntil(was) ? 'BREAKING' : 'SAFE',
        kind: 'DEPRECATION_CHANGED',
        coordinate,
        sentence: `\`${coordinate}\` is deprecated ${reason}; before, it was deprecated ${was}`,
        deprecated: was,
      });
  }
  for (const [coordinate, was] of before)
    if (!after.has(coordinate) && isInGraph(later, coordinate))
      changes.push({
        level: 'SAFE',
        kind: 'DEPRECATION_REMOVED',
        coordinate,
        sentence: `\`${coordinate}\` is not deprecated any more`,
        deprecated: was,
      });
  return changes;
}

function promisedUntil(reason: string): LocalDate {
  return readDeprecation(reason)?.until ?? '';
}
