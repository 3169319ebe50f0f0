import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { PlannerProvincesSeriesDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, idOfUnit, type Headers } from './support/people.js';

let hub: TestHub;
let planner: Headers;

beforeAll(async () => {
  hub = await startHub({ from: 'demo', cacheMegabytes: 1 });
  planner = (await demoPeople(hub)).planner!.headers;
});
afterAll(() => hub.close());

/** How many statements the work sends, once what was asked before it is kept. */
async function statementsOf(work: () => Promise<void>): Promise<number> {
  for (let time = 0; time < 3; time += 1) await hub.ask('{ __typename }');
  return hub.countStatements(work);
}

interface Question {
  query: string;
  variables?: object;
}

/** The same by GET, with the hash of the document, and by the hash alone. */
async function otherwise({ query, variables }: Question) {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash('sha256', query) } };
  const headers = { 'accept-language': 'en' };
  const parts = { query, variables: JSON.stringify(variables ?? {}) };
  const url = `/graphql?${new URLSearchParams(parts).toString()}`;
  return [
    await hub.server.inject({ url, headers }),
    await post({ query, variables, extensions }, headers),
    await post({ variables, extensions }, headers),
  ];
}

const post = (payload: object | string, headers: Headers = {}) =>
  hub.server.inject({ method: 'POST', url: '/graphql', headers, payload });

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** `{ administrativeUnit { parent { … code } } }`, so many fields inside each other. */
const deep = (levels: number) =>
  `{ administrativeUnit(code: "68") ${'{ parent '.repeat(levels - 2)}{ code }${' }'.repeat(levels - 2)} }`;

/** Four lists: 78 words and signs around their items. */
const tokens = (count: number) =>
  `{ ${[230, 230, 230, count - 768]
    .map(
      (length, index) =>
        `a${index}: institutions(first: 1, filter: { kinds: [${repeat(length, () => 'COLLEGE')}] }) { totalCount }`,
    )
    .join(' ')} }`;

const page = (size: number, argument = 'first'): Question => ({
  query: `query ($size: Int) { institutions(${argument}: $size) { nodes { code } } }`,
  variables: { size },
});

const list = (length: number): Question => ({
  query: `query ($kinds: [InstitutionKind!]) { institutions(first: 1, filter: { kinds: $kinds }) { totalCount } }`,
  variables: { kinds: Array.from({ length }, () => 'PRIMARY_SCHOOL') },
});

/** The same by the edges of lists, as Relay writes it: a row is an edge with its node. */
const edges = (levels: number) =>
  `{ administrativeUnits(first: 1) { edges { node ${'{ parent '.repeat(levels - 3)}{ code }${' }'.repeat(levels - 3)} } } }`;

/** A page of 100 with 28 objects each is 2,901, an empty page 1, and each of its rows 1 more. */
const costly = (cost: number): Question => ({
  query: `{
    institutions(first: 100) { nodes { ${repeat(28, (index) => `u${index}: unit { code }`)} } }
    more: institutions(first: ${cost - 2902}) { nodes { code } }
  }`,
});

type Limit = [what: string, code: string, limit: number, question: (size: number) => Question];

const LIMITS_OF_A_REQUEST: Limit[] = [
  ['tokens', 'DOCUMENT_TOO_LONG', 1000, (size) => ({ query: tokens(size) })],
  ['levels', 'DOCUMENT_TOO_DEEP', 8, (size) => ({ query: deep(size) })],
  ['levels through edges', 'DOCUMENT_TOO_DEEP', 8, (size) => ({ query: edges(size) })],
  [
    'levels through fragments',
    'DOCUMENT_TOO_DEEP',
    8,
    (size) => ({
      query: `{ administrativeUnit(code: "68") { ...A } } fragment A on AdministrativeUnit { parent { ...B } } fragment B on AdministrativeUnit ${'{ parent '.repeat(size - 3)}{ code }${' }'.repeat(size - 3)}`,
    }),
  ],
  [
    'aliases',
    'TOO_MANY_ALIASES',
    40,
    (size) => ({ query: `{ ${repeat(size, (index) => `a${index}: __typename`)} }` }),
  ],
  [
    'directives',
    'TOO_MANY_DIRECTIVES',
    10,
    (size) => ({ query: `{ ${repeat(size, () => '__typename @include(if: true)')} }` }),
  ],
  [
    'fields',
    'TOO_MANY_FIELDS',
    400,
    (size) => ({ query: `{ ${repeat(size, () => '__typename')} }` }),
  ],
  [
    'fields through fragments',
    'TOO_MANY_FIELDS',
    400,
    (size) => ({
      query: `{ ${repeat(size - 390, () => '__typename')} ${repeat(39, () => '...Ten')} } fragment Ten on Query { ${repeat(10, () => '__typename')} }`,
    }),
  ],
  ['rows from the start', 'INVALID_PAGE', 100, (size) => page(size)],
  ['rows from the end', 'INVALID_PAGE', 100, (size) => page(size, 'last')],
  [
    'rows as a literal',
    'INVALID_PAGE',
    100,
    (size) => ({ query: `{ institutions(first: ${size}) { totalCount } }` }),
  ],
  [
    'rows by default',
    'INVALID_PAGE',
    100,
    (size) => ({
      query: `query ($size: Int = ${size}) { institutions(first: $size) { totalCount } }`,
    }),
  ],
  ['items of a list', 'LIST_TOO_LONG', 250, list],
  [
    'items of a literal',
    'LIST_TOO_LONG',
    250,
    (size) => ({
      query: `{ institutions(first: 1, filter: { kinds: [${repeat(size, () => 'PRIMARY_SCHOOL')}] }) { totalCount } }`,
    }),
  ],
  ['objects', 'COST_TOO_HIGH', 3000, costly],
  [
    // Unit and report are 2 with the lines 3; ten pages of 49 are 500 with theirs, and so the rest is 2,497.
    'objects in pages of a short list',
    'COST_TOO_HIGH',
    3000,
    (size) => ({
      query: `{ administrativeUnit(code: "68") { progress { lines {
          counted(figure: COMPLETED, first: 49) { nodes { kind } } } }
        institutions(first: 100) { nodes { ${repeat(23, (index) => `u${index}: unit { code }`)} } }
        more: institutions(first: ${size - 2905}) { nodes { code } } } }`,
    }),
  ],
];

describe.each(LIMITS_OF_A_REQUEST)('of %s', (_what, code, limit, question) => {
  test(`${limit} are taken`, async () => {
    const { query, variables } = question(limit);

    const { errors, status } = await hub.ask(query, variables);

    expect([status, errors]).toEqual([200, []]);
  });

  test(`${limit + 1} are ${code}, before any SQL`, async () => {
    const { query, variables } = question(limit + 1);
    const answers = await Promise.all(
      ['en', 'vi'].map((language) => hub.ask(query, variables, { 'accept-language': language })),
    );

    const statements = await statementsOf(async () => {
      const signedIn = await hub.ask(query, variables, planner);
      expect(signedIn.errors).toEqual(answers[0]!.errors);
      for (const response of await otherwise({ query, variables }))
        expect([response.statusCode, response.json().errors]).toEqual([400, answers[0]!.errors]);
    });

    expect(answers.map(({ status, data, errors }) => [status, data, errors.length])).toEqual([
      [400, null, 1],
      [400, null, 1],
    ]);
    expect(answers[0]!.errors[0]!.extensions.code).toBe(code);
    expect(answers[0]!.errors[0]!.message).not.toBe(answers[1]!.errors[0]!.message);
    expect(statements).toBe(0);
  });
});

test('docs/limits.md names these limits, each with its number and its code', async () => {
  const [table] = /\| what [\s\S]*?\n\n/.exec(await readFile('docs/limits.md', 'utf8')) ?? [''];
  const told = [...table.matchAll(/\| ([^|]+) \| `([A-Z_]+)` +\|/g)].map(([, most, code]) => [
    code,
    Number(/[\d,]+$/.exec(most!.replace(' KiB', '').trim())?.[0].replace(',', '')),
  ]);
  const tested = LIMITS_OF_A_REQUEST.map(([, code, limit]) => [code, limit]);

  expect(told).toHaveLength(9);
  expect(new Map([...tested, ['REQUEST_TOO_LARGE', 256]] as [string, number][])).toEqual(
    new Map(told as [string, number][]),
  );
});

test('Relay’s pages of the units below, with their targets, are within the limits', async () => {
  const { status, errors } = await hub.ask(
    `query Below($first: Int! = 20, $after: String) {
    administrativeUnit(code: "68") { ...Below_unit id } }
    fragment Below_unit on AdministrativeUnit {
      children(first: $first, after: $after) {
        edges { node { name progress { lines { targets { target { year percent } standing } } } id __typename }
          cursor }
        pageInfo { endCursor hasNextPage } } }`,
  );

  expect([status, errors]).toEqual([200, []]);
});

describe('questions that planners ask at once are within the limits', () => {
  const asked = async (query: string, variables: object = {}) => {
    const { status, errors, extensions } = await hub.ask(query, variables);
    expect([status, errors]).toEqual([200, []]);
    return (extensions as unknown as { cost: { requested: number } }).cost.requested;
  };
  const DATES = ['2022-12-31', '2023-12-31', '2024-05-31', '2024-12-31', '2025-06-30'];

  test.each([
    ['63 provinces on five dates with targets', 'PROVINCE', 63],
    ['100 communes on five dates with targets', 'COMMUNE', 100],
  ])('%s', async (_what, kind, first) => {
    const cost = await asked(PlannerProvincesSeriesDocument.toString(), {
      ...{ kind, first, unitsOn: '2025-06-30', on: DATES },
    });

    // The list, and of each unit itself and five reports with lines, indicator, targets and target.
    expect(cost).toBe(1 + first * (1 + 5 * 5));
  });

  test('a unit as it was known at thirty moments', async () => {
    const known = (index: number) => new Date(Date.UTC(2024, index, 1)).toISOString();
    const cost = await asked(`{ administrativeUnit(code: "68") { id
      ${repeat(30, (index) => `k${index}: progress(asOf: "2025-12-31", knownAt: "${known(index)}") { ...Figures }`)} } }
      fragment Figures on ProgressReport {
        knownAt lines { group pillar institutions completed reported percent targets { standing } } }`);

    // Each report with its lines and targets, and 20 because it is counted again.
    expect(cost).toBe(1 + 30 * (3 + 20));
  });
});

test.each([
  ['a report', 'administrativeUnit(code: "68") { progress(KNOWN) { asOf } }', 20],
  [
    'each report of a series',
    'administrativeUnit(code: "68") { progressSeries(on: ["2025-12-31", "2026-05-31", "2026-06-30"], KNOWN) { asOf } }',
    3 * 20,
  ],
  [
    'each report of a page of units',
    'administrativeUnits(first: 5, filter: { kind: PROVINCE }) { nodes { progress(KNOWN) { asOf } } }',
    5 * 20,
  ],
  [
    'a breakdown',
    `breakdown(unit: "UNIT", by: [KIND], groups: [GENERAL_EDUCATION], first: 5, KNOWN) { totalCount }`,
    20,
  ],
])(
  '%s as it was known at a moment costs more, because it is counted again',
  async (_, field, more) => {
    const unit = await idOfUnit(hub, '68', '2026-01-01');
    const costOf = async (at: string | null) => {
      const known = field.replace('UNIT', unit).replace('KNOWN', 'knownAt: $at');
      const { errors, extensions } = await hub.ask(`query ($at: DateTime) { ${known} }`, { at });
      expect(errors).toEqual([]);
      return (extensions as unknown as { cost: { requested: number } }).cost.requested;
    };
    expect(await costOf('2025-12-31T00:00:00Z')).toBe((await costOf(null)) + more);
  },
);

test('a page in each of a few is paid for as the answer may hold it', async () => {
  const costOf = async (first: number, groups = 1) => {
    const { status, errors, extensions } = await hub.ask(`{ administrativeUnit(code: "68") {
      progress { lines { pillar ${repeat(groups, (index) => `c${index}: counted(figure: COMPLETED, first: ${first}) { nodes { kind } }`)} } } } }`);
    const { cost } = extensions as unknown as { cost?: { requested: number } };
    return status === 200 ? cost?.requested : errors[0]!.extensions;
  };

  expect(await costOf(10)).toBe(3 + 10 * (1 + 10));
  expect(await costOf(100, 3)).toEqual({ code: 'COST_TOO_HIGH', cost: 3033, limit: 3000 });
});

test('a body of 256 KiB is taken, and one byte more is REQUEST_TOO_LARGE, before any SQL', async () => {
  const body = (bytes: number) => {
    const start = '{"query":"{ __typename }","more":"';
    return `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
  };
  const headers = { ...planner, 'content-type': 'application/json' };
  const taken = await post(body(256 * 1024), headers);
  const statements = await statementsOf(async () => {
    const { statusCode, body: text } = await post(body(256 * 1024 + 1), headers);
    expect([statusCode, JSON.parse(text).errors[0].extensions.code]).toEqual([
      413,
      'REQUEST_TOO_LARGE',
    ]);
  });

  expect(taken.statusCode).toBe(200);
  expect(statements).toBe(0);
});

test('what GraphiQL asks about the graph is within the limits', async () => {
  const { status, errors } = await hub.ask(
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
  );

  expect([status, errors]).toEqual([200, []]);
});

test('fragments that double each other are refused at once', async () => {
  const doubling = (inner: string, type: string) =>
    repeat(60, (index) => `fragment F${index} on ${type} { ...F${index + 1} ...F${index + 1} }`) +
    ` fragment F60 on ${type} { ${inner} }`;
  const fields = await hub.ask(`{ ...F0 } ${doubling('__typename', 'Query')}`);
  const introspection = await hub.ask(
    `{ __schema { ...F0 } } ${doubling('__typename', '__Schema')}`,
  );

  expect(fields.errors[0]!.extensions.code).toBe('TOO_MANY_FIELDS');
  expect(introspection.errors[0]!.extensions.code).toBe('COST_TOO_HIGH');
});

test('a page of 100 institutions with unit, pillars and their latest updates is affordable', async () => {
  const { errors } = await hub.ask(`{
    institutions(first: 100) {
      totalCount
      nodes {
        code name
        unit { code name }
        pillars { pillar stage update { id } }
        statusUpdates(first: 1) { nodes { id state } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`);

  expect(errors).toEqual([]);
});

test('variables that fit no type are refused before any SQL', async () => {
  const statements = await statementsOf(async () => {
    const { status, errors } = await hub.ask(
      'query ($code: String!) { institution(code: $code) { id } }',
      { code: { deep: [] } },
    );
    expect([status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  expect(statements).toBe(0);
});

test('an argument that cannot be does not hide the cost of the rest', async () => {
  const { status, errors } = await hub.ask(
    'query ($code: String! = "x") { institution(code: $code) { id } }',
    { code: null },
  );

  expect([status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
});

test('the cost of one document changes with its page sizes, conditions and lists', async () => {
  const document = `query ($first: Int!, $all: Boolean!, $ids: [ID!]!) {
    institutions(first: $first) { nodes { id unit @include(if: $all) { id } } }
    nodes(ids: $ids) { id } }`;
  const costOf = async (first: number, all: boolean, length: number) => {
    const ids = Array.from({ length }, () => 'x');
    const { extensions } = await hub.ask(document, { first, all, ids });
    return (extensions as unknown as { cost: { requested: number } }).cost.requested;
  };

  // An institution and its unit, so often; the connection; each id.
  expect(await costOf(10, true, 1)).toBe(1 + 10 * 2 + 1);
  expect(await costOf(20, true, 1)).toBe(1 + 20 * 2 + 1);
  expect(await costOf(20, false, 1)).toBe(1 + 20 + 1);
  expect(await costOf(20, false, 3)).toBe(1 + 20 + 3);
  expect(await costOf(10, true, 1)).toBe(1 + 10 * 2 + 1);
});
