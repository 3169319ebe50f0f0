import { describe, expect, test } from '@jest/globals';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import { schemaChanges } from './schema-changes.js';

const GRAPH = `
type Query { unit(code: String!, on: String): Unit, found(filter: Filter): [Found!]! }
interface Node { id: ID! }
type Unit implements Node { id: ID!, name: String, kind: Kind! }
type School { name: String! }
union Found = Unit | School
enum Kind { PROVINCE DISTRICT }
input Filter { text: String, first: Int = 10 }
directive @private(why: String) on FIELD
`;
const UNTIL = 'since 2026-11-25, until 2027-11-25 at least: use `Unit.id`';
const EARLIER = UNTIL.replace('2027-11-25', '2027-01-01');

/** The changes that come of replacing a part of the graph above, or of a graph. */
async function replaced(part: string, by: string, graph = GRAPH) {
  expect(graph).toContain(part);
  const changes = await schemaChanges(graph, graph.replace(part, by));
  return changes.map(({ level, sentence }) => `${level} ${sentence}`);
}

/** A part, what replaces it, and what is said of it. */
const CASES: [part: string, by: string, ...said: string[]][] = [
  ['name: String,', '', 'BREAKING `Unit.name` is removed'],
  ['name: String,', 'name: [String],', 'BREAKING `Unit.name` is `[String]` now, and was `String`'],
  ['kind: Kind!', 'kind: Kind', 'BREAKING `Unit.kind` is `Kind` now, and was `Kind!`'],
  ['on: String', 'on: String!', 'BREAKING `Query.unit(on:)` is `String!` now, and was `String`'],
  [', on: String', '', 'BREAKING `Query.unit(on:)` is removed'],
  ['on: String', 'on: String, in: ID!', 'BREAKING `Query.unit(in:)` is new: `ID!`'],
  ['text: String,', '', 'BREAKING `Filter.text` is removed'],
  ['text: String,', 'text: ID!,', 'BREAKING `Filter.text` is `ID!` now, and was `String`'],
  ['first: Int = 10', 'first: Int = 10, in: ID!', 'BREAKING `Filter.in` is new: `ID!`'],
  [' DISTRICT', '', 'BREAKING `Kind.DISTRICT` is removed'],
  [' | School', '', 'BREAKING `Found` is never `School` any more'],
  ['Unit implements Node', 'Unit', 'BREAKING `Unit` does not implement `Node` any more'],
  [
    'enum Kind { PROVINCE DISTRICT }',
    'scalar Kind',
    'BREAKING `Kind` is `ScalarTypeDefinition` now, and was `EnumTypeDefinition`',
  ],
  [
    'on FIELD',
    'on QUERY',
    'BREAKING Location `FIELD` was removed from directive `private`',
    'SAFE Location `QUERY` was added to directive `private`',
  ],
  ['on: String', 'on: String, in: ID', 'DANGEROUS `Query.unit(in:)` is new: `ID`'],
  [
    'on: String',
    'on: String = "x"',
    'DANGEROUS `Query.unit(on:)` has the default `"x"` now, and had none',
  ],
  [
    'first: Int = 10',
    'first: Int = 20',
    'DANGEROUS `Filter.first` has the default `20` now, and had `10`',
  ],
  ['PROVINCE DISTRICT', 'PROVINCE DISTRICT COMMUNE', 'DANGEROUS `Kind.COMMUNE` is new'],
  ['Unit | School', 'Unit | School | Query', 'DANGEROUS `Found` may be `Query` now'],
  [
    'type School {',
    'type School implements Node { id: ID!,',
    'DANGEROUS `School` implements `Node` now',
    'SAFE `School.id` is new: `ID!`',
  ],
  ['name: String,', 'name: String!,', 'SAFE `Unit.name` is `String!` now, and was `String`'],
  ['code: String!', 'code: String', 'SAFE `Query.unit(code:)` is `String` now, and was `String!`'],
  [
    'kind: Kind!',
    'kind: Kind!, of(day: Day!): Day } scalar Day type New { a: Int',
    'SAFE `Day` is new',
    'SAFE `New` is new',
    'SAFE `Unit.of` is new: `Day`',
  ],
  ['enum Kind', '"""Of a unit."""\nenum Kind', 'SAFE `Kind` is described anew'],
  [
    'name: String,',
    `name: String @deprecated(reason: "${UNTIL}"),`,
    `SAFE \`Unit.name\` is deprecated ${UNTIL}`,
  ],
  [
    'on: String',
    `on: String @deprecated(reason: "${UNTIL}")`,
    `SAFE \`Query.unit(on:)\` is deprecated ${UNTIL}`,
  ],
  [
    'text: String',
    `text: String @deprecated(reason: "${UNTIL}")`,
    `SAFE \`Filter.text\` is deprecated ${UNTIL}`,
  ],
  [
    ' DISTRICT',
    ` DISTRICT @deprecated(reason: "${UNTIL}")`,
    `SAFE \`Kind.DISTRICT\` is deprecated ${UNTIL}`,
  ],
];

describe('the changes of a graph', () => {
  test('are none where nothing differs but the order', async () => {
    expect(await replaced('PROVINCE DISTRICT', 'DISTRICT PROVINCE')).toEqual([]);
  });

  test.each(CASES)('%j for %j', async (part, by, ...said) => {
    expect(await replaced(part, by)).toEqual(said);
  });

  test.each(CASES)('%j for %j are as grave as the reference says at least', async (part, by) => {
    const [before, after] = [buildSchema(GRAPH), buildSchema(GRAPH.replace(part, by))];
    const said = (await replaced(part, by)).join('\n');

    if (findBreakingChanges(before, after).length > 0) expect(said).toMatch(/^BREAKING/m);
    if (findDangerousChanges(before, after).length > 0)
      expect(said).toMatch(/^(BREAKING|DANGEROUS)/m);
  });

  test('tell every operation, also of a root that is new', async () => {
    expect(await replaced('interface', 'type Mutation { add(a: Int): Int } interface')).toEqual([
      'SAFE Schema mutation type was set to `Mutation`',
      'SAFE `Mutation` is new',
      'SAFE `Mutation.add` is new: `Int`',
    ]);
  });

  test('hide nothing below a type that gets an interface, or a field that is deprecated', async () => {
    const both = GRAPH.replace('Unit implements Node', 'Unit').replace(
      'found(filter: Filter)',
      `found(filter: Filter, all: Int)`,
    );

    expect(
      await replaced(
        'type Unit { id: ID!, name: String,',
        'type Unit implements Node { id: ID!,',
        both,
      ),
    ).toEqual(['DANGEROUS `Unit` implements `Node` now', 'BREAKING `Unit.name` is removed']);
    expect(
      await replaced(
        'found(filter: Filter, all: Int): [Found!]!',
        `found(filter: Filter): [Found!]! @deprecated(reason: "${UNTIL}")`,
        both,
      ),
    ).toEqual([
      `SAFE \`Query.found\` is deprecated ${UNTIL}`,
      'BREAKING `Query.found(all:)` is removed',
    ]);
  });

  test('tell of what is removed until when it was promised', async () => {
    const deprecated = `name: String @deprecated(reason: "${UNTIL}"),`;

    expect(await replaced(deprecated, '', GRAPH.replace('name: String,', deprecated))).toEqual([
      `BREAKING \`Unit.name\` is removed; it was deprecated ${UNTIL}`,
    ]);
  });

  test('break when a promise is shortened, not when it is prolonged or taken back', async () => {
    const graph = (reason: string) =>
      GRAPH.replace('name: String', `name: String @deprecated(reason: "${reason}")`);

    expect(await replaced(UNTIL, EARLIER, graph(UNTIL))).toEqual([
      `BREAKING \`Unit.name\` is deprecated ${EARLIER}; before, it was deprecated ${UNTIL}`,
    ]);
    expect(await replaced(EARLIER, UNTIL, graph(EARLIER))).toEqual([
      `SAFE \`Unit.name\` is deprecated ${UNTIL}; before, it was deprecated ${EARLIER}`,
    ]);
    expect(await replaced('name: String', '"Its name." name: String', graph(UNTIL))).toEqual([
      'SAFE `Unit.name` is described anew',
    ]);
    expect(await replaced(` @deprecated(reason: "${UNTIL}")`, '', graph(UNTIL))).toEqual([
      'SAFE `Unit.name` is not deprecated any more',
    ]);
  });
});
