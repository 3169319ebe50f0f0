import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema } from '../src/graph.js';
import { startHub, UNBOUNDED, type Answer, type TestHub } from './support/hub.js';
import { signIn, type Headers } from './support/people.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let schema: GraphQLSchema;
let operator: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED, cacheMegabytes: 1 });
  schema = await buildSchema();
  operator = await signIn(hub, { role: 'OPERATOR' });
});
afterAll(() => hub.close());

/** Both began and ended with July 2025. */
const UNITS = `now: administrativeUnits(first: 5, filter: { kind: PROVINCE }) { nodes { ...Asked } }
  then: administrativeUnits(first: 5, filter: { kind: PROVINCE, on: "2024-12-31" }) { nodes { ...Asked } }`;

describe('one unit outside its period does not take the others with it', () => {
  test('in the progress of a list of units', async () => {
    const { status, data, errors } = await hub.ask(
      '{ administrativeUnits(first: 5, filter: {kind: PROVINCE}) { nodes { code progress(asOf: "2024-12-31") { asOf } } } }',
    );

    expect(status).toBe(200);
    expect(data).toEqual({ administrativeUnits: { nodes: [{ code: '68', progress: null }] } });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('began on 2025-07-01, after 2024-12-31'),
        locations: expect.anything(),
        path: ['administrativeUnits', 'nodes', 0, 'progress'],
        extensions: { code: 'OUTSIDE_UNIT_SPAN', validFrom: '2025-07-01', validTo: null },
      },
    ]);
  });

  test.each([
    ['progress', 'progress(asOf: "2024-12-31") { asOf }', { asOf: '2024-12-31' }, null, []],
    ['workforce', 'workforce(asOf: "2024-12-31") { asOf }', { asOf: '2024-12-31' }, null, []],
    [
      'workforceIndex',
      'workforceIndex(year: 2021, asOf: "2021-12-31") { year }',
      { year: 2021 },
      null,
      [],
    ],
    [
      'progressSeries',
      'progressSeries(on: ["2025-12-31", "2024-12-31", "2023-12-31"]) { asOf }',
      [null, { asOf: '2024-12-31' }, { asOf: '2023-12-31' }],
      [{ asOf: '2025-12-31' }, null, null],
      [1, 2],
    ],
  ])('in %s', async (field, asked, ofThen, ofNow, items) => {
    const { data, errors } = await hub.ask(
      `{ ${UNITS} } fragment Asked on AdministrativeUnit { code ${asked} }`,
    );
    const dakNong = data.then.nodes.find(({ code }: any) => code === '67');
    const paths = errors.map(({ path }) => path);

    expect(data.then.nodes.length).toBeGreaterThan(1);
    expect(dakNong[field]).toEqual(ofThen);
    expect(data.now.nodes).toEqual([{ code: '68', [field]: ofNow }]);
    for (const item of items.length === 0 ? [[]] : items.map((each) => [each]))
      expect(paths).toContainEqual(['now', 'nodes', 0, field, ...item]);
    for (const { extensions } of errors) expect(extensions.code).toBe('OUTSIDE_UNIT_SPAN');
  });

  test('in an assumption that fits only one of the units', async () => {
    const { administrativeUnits } = await hub.data(`{
      administrativeUnits(first: 100, filter: { kind: COMMUNE }) {
        nodes { code institutions(first: 1) { nodes { id group } } } } }`);
    const home = administrativeUnits.nodes.find(
      ({ institutions }: any) => institutions.nodes[0]?.group === 'GENERAL_EDUCATION',
    );
    const { data, errors } = await hub.ask(
      `query ($id: ID!) { administrativeUnits(first: 100, filter: { kind: COMMUNE }) {
        nodes { code progress(assume: [{ institution: $id }]) { hypothetical } } } }`,
      { id: home.institutions.nodes[0].id },
    );
    const { nodes } = data.administrativeUnits;

    expect(nodes.length).toBeGreaterThan(2);
    for (const { code, progress } of nodes)
      expect(progress).toEqual(code === home.code ? { hypothetical: true } : null);
    expect(errors).toHaveLength(nodes.length - 1);
    for (const { extensions } of errors) expect(extensions.code).toBe('ASSUMPTION_REFUSED');
  });

  test('and no cache keeps such an answer', async () => {
    const query =
      '{ administrativeUnits(first: 5, filter: { kind: PROVINCE, on: "2024-12-31" }) { nodes { code progress(asOf: "2025-12-31") { asOf } } } }';
    const ask = () => hub.server.inject({ url: '/graphql', query: { query } });

    for (const answer of [await ask(), await ask()]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json().errors.length).toBeGreaterThan(1);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers).not.toHaveProperty('etag');
    }
  });
});

/** Errors of the request itself, which are the same for every object. */
const OF_THE_REQUEST = [
  'BAD_USER_INPUT',
  'CURSOR_OUTDATED',
  'INVALID_CURSOR',
  'INVALID_PAGE',
  'LIST_TOO_LONG',
  'TOO_MANY_DATES',
  'TOO_MANY_IDS',
  'INDICATOR_UNKNOWN',
  'DATES_OUT_OF_ORDER',
  'FRAMEWORK_UNKNOWN',
  'INVALID_SERIES',
];

/** Values of arguments that something may refuse, as literals. */
const VALUES: Record<string, readonly string[]> = {
  Boolean: ['true', 'false'],
  DateTime: ['"1970-01-01T00:00:00Z"', '"2099-01-01T00:00:00Z"'],
  Float: ['0', '-1.5'],
  ID: ['"nope"'],
  Int: ['0', '-1', '1', '2021'],
  LocalDate: ['"0001-01-01"', '"1990-01-01"', '"2024-12-31"', '"2031-01-01"', '"9999-12-31"'],
  NonNegativeInt: ['0', '2024'],
  String: ['""', '"x"'],
};

/** Something for each argument; the variations come from those of its parts. */
function literals(type: GraphQLInputType): string[] {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const items = literals(inner.ofType);
    return ['[]', ...items.map((item) => `[${item}]`), `[${items.join(', ')}]`];
  }
  if (isEnumType(inner)) return inner.getValues().map(({ name }) => name);
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(isRequiredInputField);
    const given = fields.map(({ name, type: of }) => `${name}: ${literals(of)[0]!}`);
    return [`{ ${given.join(', ')} }`];
  }
  return [...(VALUES[getNamedType(type).name] ?? [])];
}

/** What is given to a field on the way: a page, and values that fit. */
function fitting({ args }: GraphQLField<unknown, unknown>): string[] {
  return args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 5'];
    if (!isRequiredArgument(argument)) return [];
    // Of a list one item, because not all items go together.
    const place = isListType(getNullableType(argument.type)) ? 1 : -1;
    return [`${argument.name}: ${literals(argument.type).at(place)!}`];
  });
}
const call = (name: string, given: readonly string[]) =>
  given.length === 0 ? name : `${name}(${given.join(', ')})`;

/** Fields that lead to nothing in the demo, so that a way through them would try nothing: it has no shapes of units. */
const EMPTY = ['unitBoundaries'];

/** Each object type, and the shortest way to one below a list: `units(first: 5) { nodes {`. */
function waysBelowLists(): Map<GraphQLObjectType, string[]> {
  const ways = new Map<GraphQLObjectType, string[]>();
  const seen = new Set<string>();
  let turn: { type: GraphQLObjectType; way: string[]; inList: boolean }[] = [
    { type: schema.getQueryType()!, way: [], inList: false },
  ];
  while (turn.length > 0) {
    const next: typeof turn = [];
    for (const { type, way, inList } of turn) {
      if (seen.has(`${type.name} ${inList}`)) continue;
      seen.add(`${type.name} ${inList}`);
      if (inList) ways.set(type, way);
      for (const field of Object.values(type.getFields())) {
        const inner = getNamedType(field.type);
        if (!isObjectType(inner) || EMPTY.includes(field.name)) continue;
        const step = call(field.name, fitting(field));
        next.push({ type: inner, way: [...way, step], inList: inList || holdsList(field.type) });
      }
    }
    turn = next;
  }
  return ways;
}

const holdsList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** What is selected of a value, whatever it is. */
const inside = (type: GraphQLOutputType) =>
  isLeafType(getNamedType(type)) ? '' : '{ __typename }';

/** Every field with arguments below a list, once with each value of each argument. */
function* questions(): Generator<{ field: string; query: string }> {
  for (const [type, way] of waysBelowLists())
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args)
        for (const value of valuesOf(argument)) {
          const others = fitting(field).filter((each) => !each.startsWith(`${argument.name}:`));
          const asked = call(field.name, [...others, `${argument.name}: ${value}`]);
          yield {
            field: `${type.name}.${field.name}`,
            query: `{ ${way.join(' { ')} { __typename ${asked} ${inside(field.type)} ${'}'.repeat(way.length)} }`,
          };
        }
}

const valuesOf = ({ name, type }: GraphQLArgument) =>
  ['first', 'last', 'after', 'before', 'direction'].includes(name) ? [] : literals(type);

/** Whether everything on the way to a failed field is there, and null is only in its own place. */
function isPartial(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const step of path) {
    if (value === null || value === undefined) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value === null;
}

test('of all fields below a list, those that may fail for one object are null alone, and are these', async () => {
  const failing = new Set<string>();
  const greedy: object[] = [];
  const codes = new Set<string>();
  let asked = 0;
  for (const { field, query } of questions()) {
    const { data, errors }: Answer<unknown> = await hub.ask(query, {}, operator);
    asked += 1;
    for (const { path, extensions, message } of errors ?? []) {
      if (!path || OF_THE_REQUEST.includes(extensions.code)) {
        // What the schema itself refuses would try nothing.
        if (!path && !OF_THE_REQUEST.includes(extensions.code)) greedy.push({ query, message });
        continue;
      }
      codes.add(extensions.code);
      failing.add(field);
      if (!isPartial(data, path)) greedy.push({ query, path, message });
    }
  }

  expect(asked).toBeGreaterThan(100);
  expect(greedy).toEqual([]);
  expect([...codes].sort()).toEqual(['ASSUMPTION_REFUSED', 'OUTSIDE_UNIT_SPAN']);
  expect([...failing].sort()).toEqual([
    'AdministrativeUnit.criterionFigures',
    'AdministrativeUnit.progress',
    'AdministrativeUnit.progressSeries',
    'AdministrativeUnit.workforce',
    'AdministrativeUnit.workforceIndex',
  ]);
}, 120_000);
