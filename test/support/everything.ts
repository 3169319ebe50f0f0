import { readFileSync } from 'node:fs';
import {
  type GraphQLObjectType,
  buildSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  parse,
  visit,
} from 'graphql';
import { LIMITS } from '../../src/execution/limits/limits.js';

/** The graph as it is committed. */
const SCHEMA = buildSchema(
  readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'),
);

/** The names of the fields of a root type, sorted. */
export function rootFields(root: 'Query' | 'Mutation'): string[] {
  return Object.keys((SCHEMA.getType(root) as GraphQLObjectType).getFields()).sort();
}

/** The names of the types that `node` finds, sorted. */
export function nodeTypes(): string[] {
  const node = SCHEMA.getType('Node')!;
  if (!isAbstractType(node)) throw new Error('Node is no interface');
  return SCHEMA.getPossibleTypes(node)
    .map(({ name }) => name)
    .sort();
}

/**
 * Everything that can be read of a type: every field, of every object in it, until a type would come
 * twice on the way or the depth is used up. Units in it are not gone into: all figures hang on them,
 * and they are asked for by themselves.
 * @param rows how many of each list.
 */
export function everythingOf(typeName: string, depth: number, rows = 5): string {
  return selection(SCHEMA.getType(typeName)!, depth, rows, []);
}

function selection(
  type: GraphQLNamedType,
  depth: number,
  rows: number,
  above: readonly string[],
): string {
  if (isAbstractType(type)) {
    const fragments = SCHEMA.getPossibleTypes(type).map((each) =>
      // Fields of one name differ between the types, so each gets a name of its own.
      fragment(each, depth, rows, above, `${each.name}_`),
    );
    return `{ __typename ${fragments.join(' ')} }`;
  }
  return `{ ${fieldsOf(type as GraphQLObjectType, depth, rows, above, '')} }`;
}

function fragment(
  type: GraphQLObjectType,
  depth: number,
  rows: number,
  above: readonly string[],
  prefix: string,
): string {
  if (above.includes(type.name)) return `... on ${type.name} { ${prefix}id: id }`;
  return `... on ${type.name} { ${fieldsOf(type, depth, rows, above, prefix)} }`;
}

function fieldsOf(
  type: GraphQLObjectType,
  depth: number,
  rows: number,
  above: readonly string[],
  prefix: string,
): string {
  const path = [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const selected = fieldOf(field, depth, rows, path);
    if (selected === null) return [];
    return [prefix === '' ? selected : `${prefix}${field.name}: ${selected}`];
  });
  return ['__typename', ...fields].join(' ');
}

/** What is given where an argument has to be: a new one needs a line here. */
const REQUIRED: Record<string, string> = {
  'counted.figure': 'REPORTED',
  'criterionFigures.framework': '"four-pillar"',
  'importColumns.kind': 'UNITS',
  'form.kind': 'UPPER_SECONDARY_SCHOOL',
  'workforceIndex.year': '2026',
};

function argumentsOf(field: GraphQLField<unknown, unknown>, rows: number): string[] {
  return field.args.flatMap((argument) => {
    if (argument.name === 'first') return [`first: ${rows}`];
    if (!isRequiredArgument(argument)) return [];
    const value = REQUIRED[`${field.name}.${argument.name}`];
    if (value === undefined) throw new Error(`what is ${argument.name} of ${field.name} to be?`);
    return [`${argument.name}: ${value}`];
  });
}

function fieldOf(
  field: GraphQLField<unknown, unknown>,
  depth: number,
  rows: number,
  path: readonly string[],
): string | null {
  const given = argumentsOf(field, rows);
  const asked = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return asked;
  // Connections and their edges are no step of their own.
  const step = /(Connection|Edge|PageInfo)$/.test(type.name) ? 0 : 1;
  if (depth < step || path.includes(type.name)) return null;
  if (field.name === 'edges') return 'edges { cursor }';
  const left = type.name === 'AdministrativeUnit' ? 0 : depth - step;
  return `${asked} ${selection(type, left, rows, path)}`;
}

/** A mutation of the graph with all that its payload says, as `result`; less deep where the hub would not read as much. */
export function mutationOf(name: string, depth = 2): string {
  const mutation = (SCHEMA.getType('Mutation') as GraphQLObjectType).getFields()[name]!;
  const payload = everythingOf(getNamedType(mutation.type).name, depth);
  const [input] = mutation.args;
  const document = input
    ? `mutation ($input: ${String(input.type)}) { result: ${name}(input: $input) ${payload} }`
    : `mutation { result: ${name} ${payload} }`;
  return fieldsIn(document) > LIMITS.fields ? mutationOf(name, depth - 1) : document;
}

function fieldsIn(document: string): number {
  let fields = 0;
  visit(parse(document), { Field: () => void (fields += 1) });
  return fields;
}
