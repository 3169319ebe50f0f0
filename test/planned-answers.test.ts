import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import {
  execute,
  getNamedType,
  getOperationAST,
  isLeafType,
  isAbstractType,
  isRequiredArgument,
  parse,
  validate,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createContext } from '../src/request/context.js';
import { UploadRoom } from '../src/evidence/upload-room.js';
import { buildSchema } from '../src/graph.js';
import { PlannedRun } from '../src/execution/planned-run.js';
import { FallBacks, NotPlannedError } from '../src/execution/fall-backs.js';
import { plannedAnswersPlugin } from '../src/execution/planned-answers.js';
import { planQuery } from '../src/execution/query-plan.js';
import { RateLimits, UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const NO_COOKIE = { read: () => null, write: () => undefined, clear: () => undefined };

let hub: TestHub;
let schema: GraphQLSchema;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  schema = await buildSchema();
});
afterAll(() => hub.close());

const context = () =>
  createContext(hub.orm, {
    language: 'en',
    now: now(),
    address: '127.0.0.1',
    viewer: null,
    apiKey: null,
    publicRead: true,
    licence: null,
    mail: null,
    tokenSecret: TOKEN_SECRET,
    signIns: new RateLimits(UNLIMITED, pino({ level: 'silent' })).signIns,
    refreshCookie: NO_COOKIE,
    issuerCookie: NO_COOKIE,
    signInIssuers: null,
    secondFactorRequired: false,
    smallCount: 5,
    uploads: new UploadRoom(0, null),
  });

/** The same question answered by graphql and by its plan; null where the plan leaves it to graphql. */
async function answers(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const byGraphql = await execute({
    schema,
    document,
    contextValue: context(),
    variableValues: variables,
  });
  let byPlan: unknown = null;
  let reason: string | null = null;
  try {
    const plan = planQuery(schema, document, operation, variables);
    byPlan = await new PlannedRun(plan, variables, context()).answer();
  } catch (error) {
    reason = error instanceof NotPlannedError ? error.reason : 'an error';
  }
  return { byGraphql, byPlan, reason };
}

const ROOTS: Record<string, string> = {
  administrativeUnit: '(code: "67", on: "2024-12-31")',
  administrativeUnits: '(first: 2)',
  institutions: '(first: 3)',
  reportingRounds: '(first: 2)',
  statusUpdates: '(first: 3)',
  frameworks: '',
  plans: '(first: 2)',
  changes: '(first: 2)',
  workforceIndices: '',
};

/** Made-up questions, the same for the same seed: other names, fragments, conditions, twice the same. */
class Questioner {
  #fragments: string[] = [];

  constructor(private seed: number) {}

  ask(): string {
    const query = schema.getQueryType()!;
    const roots = Object.keys(ROOTS).filter(
      (name) => query.getFields()[name] && this.#chance(0.25),
    );
    const asked = (roots.length > 0 ? roots : ['frameworks']).map((name) => {
      const type = getNamedType(query.getFields()[name]!.type);
      return `${name}${ROOTS[name]} ${this.#selection(type, 4)}`;
    });
    return `query ($yes: Boolean = true, $no: Boolean = false) { ${asked.join(' ')} ... @skip(if: $no) @include(if: $yes) { __typename } } ${this.#fragments.join(' ')}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const fields = Object.values((type as GraphQLObjectType).getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      // Interfaces are left to graphql.
      if (!this.#chance(0.45) || isAbstractType(inner)) return [];
      const paged = field.args.some(({ name }) => name === 'first');
      // One page in twelve is none, which is an error.
      const size = this.#chance(0.08) ? 0 : 2;
      if (field.args.some((argument) => isRequiredArgument(argument))) return [];
      const name = this.#chance(0.2) ? `other_${field.name}: ${field.name}` : field.name;
      const given = `${name}${paged ? `(first: ${size})` : ''}${this.#condition()}`;
      if (isLeafType(inner)) return [given];
      return depth > 0 ? [`${given} ${this.#selection(inner, depth - 1)}`] : [];
    });
    const body = `{ ${['__typename', ...fields].join(' ')} }`;
    if (!this.#chance(0.2)) return body;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ again: __typename ...${name} ... on ${type.name} { ...${name} } }`;
  }

  #condition(): string {
    if (this.#chance(0.9)) return '';
    return this.#chance(0.5) ? ' @include(if: $yes)' : ' @skip(if: $yes)';
  }

  #chance(share: number): boolean {
    this.seed = (this.seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.seed / 2_147_483_648 < share;
  }
}

test('plans answer made-up questions as graphql does, to the letter, or leave them to it', async () => {
  let planned = 0;
  let refused = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const text = new Questioner(seed).ask();
    const { byGraphql, byPlan } = await answers(text, { yes: true, no: false });
    if (byGraphql.errors) refused += 1;
    else planned += 1;
    // As text, so that the order counts.
    expect([text, JSON.stringify(byPlan)]).toEqual([
      text,
      JSON.stringify(byGraphql.errors ? null : byGraphql.data),
    ]);
  }
  expect(planned).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(5);
}, 120_000);

test.each([
  ['introspection', '{ __schema { queryType { name } } }'],
  ['an interface or a union', '{ node(id: "QWRtaW5pc3RyYXRpdmVVbml0OjE") { id } }'],
  ['a name that a plain object cannot have', '{ __proto__: frameworks { code } }'],
])('%s is left to graphql, for that reason', async (what, text) => {
  const { byGraphql, byPlan, reason } = await answers(text);
  expect([byPlan, reason, byGraphql.errors]).toEqual([null, what, undefined]);
});

test('queries that graphql answers are counted by the reason, and logged once a minute', async () => {
  const lines: object[] = [];
  const debug = (line: object) => void lines.push(line);
  const fallBacks = new FallBacks({ debug });
  const listener = await plannedAnswersPlugin(fallBacks).requestDidStart?.({} as never);
  const ask = (text: string, variables: Record<string, unknown> | null = {}) => {
    const document = parse(text);
    const contextValue = Object.assign(context(), { variables });
    const operation = getOperationAST(document);
    return listener?.responseForOperation?.({ document, operation, schema, contextValue } as never);
  };

  const planned = await ask('{ frameworks { code } }');
  const left = [
    await ask('{ __typename __schema { queryType { name } } }'),
    await ask('{ node(id: "QWRtaW5pc3RyYXRpdmVVbml0OjE") { id } }'),
    await ask('query ($first: Int!) { plans(first: $first) { totalCount } }', null),
    await ask('{ plans(first: 0) { totalCount } }'),
    await ask('{ plans(first: 1000) { totalCount } }'),
  ];

  expect(planned).toMatchObject({ body: { kind: 'single' } });
  expect(left).toEqual([null, null, null, null, null]);
  expect(Object.fromEntries(fallBacks.counts)).toEqual({
    introspection: 1,
    'an interface or a union': 1,
    'variables that do not fit': 1,
    'an error': 2,
  });
  expect(lines).toEqual([{ planned: 1, fallBacks: { introspection: 1 } }]);
});

test('what a condition leaves out changes with its variable', async () => {
  const text = 'query ($all: Boolean!) { frameworks { code name @include(if: $all) } }';
  const few = await hub.data(text, { all: false });
  const all = await hub.data(text, { all: true });
  expect(Object.keys(few.frameworks[0])).toEqual(['code']);
  expect(Object.keys(all.frameworks[0])).toEqual(['code', 'name']);
});

test('an error is graphql’s own, with its path, and the rest is answered', async () => {
  const { data, errors } = await hub.ask(
    '{ good: frameworks { code } bad: administrativeUnit(code: "67", on: "2024-12-31") { code children(first: 1, after: "x") { nodes { name } } } }',
  );
  expect(data.good.length).toBeGreaterThan(0);
  expect(data.bad).toBeNull();
  expect(errors).toMatchObject([
    { path: ['bad', 'children'], extensions: { code: 'INVALID_CURSOR' } },
  ]);
});

test('an operation that is not in the document is refused, not a bug', async () => {
  const response = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: 'query A { frameworks { code } }', operationName: 'B' },
  });
  expect(response.statusCode).toBe(400);
  expect(response.json().errors).toMatchObject([
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  ]);
});
