// Without imports of ours and with types only, as bench/fuzz.js reads it as it is.
import * as fc from 'fast-check';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Which requests are sent, and how many of either kind. */
export const SEED = 20_261_126;
export const COUNT = 10_000;

/** A request as `server.inject` sends it. */
export interface Sent {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}

/** What is wrong with an answer, whatever was asked; null when nothing is. */
export function problemWith({ statusCode, body }: { statusCode: number; body: string }) {
  if (statusCode >= 500) return `${statusCode} ${body}`;
  if (/\\n\s+at |node_modules|\.[jt]s:\d|INTERNAL_SERVER_ERROR/.test(body)) return body;
  try {
    JSON.parse(body);
  } catch {
    return `no JSON: ${statusCode} ${body}`;
  }
  return null;
}

/** The same requests for the same seed. */
export function requestsOf(arbitrary: fc.Arbitrary<Sent>, seed: number, count: number): Sent[] {
  return fc.sample(arbitrary, { seed, numRuns: count });
}

/** Choices out of numbers that fast-check makes. */
class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(limit: number): number {
    const numbers = this.#numbers;
    const number = numbers[this.#next % numbers.length]!;
    this.#next += 1;
    // Later rounds over the same numbers choose otherwise.
    return (number + Math.floor(this.#next / numbers.length) * 7) % limit;
  }

  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

/** A value of an enum, which literals write without quotation marks. */
class Name {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

const IDS = [
  'AdministrativeUnit',
  'Institution',
  'Framework',
  'Criterion',
  'ReportingRound',
  'StatusUpdate',
  'Plan',
  'Target',
  'Account',
  'WorkforceRecord',
].flatMap((type) =>
  [1, 2, 5, 99_999].map((row) => Buffer.from(`${type}:${row}`).toString('base64url')),
);

const FITTING: Record<string, readonly unknown[]> = {
  ID: [...IDS, 'Institution:1', '%%%', ''],
  String: ['67', '68', '24611', 'Đắk Nông', 'https://example.edu.vn', '%_\\', 'x'.repeat(300), ''],
  Int: [1, 2, 5, 10, 0, -1, 100, 2025, 2_147_483_647],
  Float: [0, 1.5, 60, -3, 1e300],
  Boolean: [true, false],
  LocalDate: ['2024-12-31', '2025-07-01', '2021-12-31', '0001-01-01', '9999-12-31'],
  EmailAddress: ['operator@demo.example', 'a@b.vn'],
  URL: ['https://example.edu.vn/a?b=c', 'ftp://example.edu.vn', 'http://localhost'],
  JSON: [null, { a: [1, 'b'] }, [], 'text'],
  DateTime: ['2024-12-31T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
};

const ODD: readonly unknown[] = [
  0,
  -1,
  1e21,
  2 ** 53,
  true,
  null,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  '2025-02-30',
  '0000-00-00',
  '2024-12-31T00:00:00Z',
  [],
  {},
  [[[]]],
  { constructor: 1 },
  new Name('CODE'),
];

/** What is written into the middle of a document to break it. */
const SCRAPS = ['{', '}', '(', '!', '$', '...', '@', ':', '"', '"""', '\\', '#', '0x', 'null', 'é'];

/** Who asks: nobody mostly, so that changes are tried by somebody who may make them. */
export type Askers = readonly Record<string, string>[];

/**
 * Documents made from the schema: with arguments, variables, fragments, aliases and directives; every
 * sixth is a little broken.
 */
export function documents(schema: GraphQLSchema, askers: Askers): fc.Arbitrary<Sent> {
  return fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 60, maxLength: 60 })
    .map((numbers) => new DocumentMaker(schema, new Choices(numbers)).make(askers));
}

class DocumentMaker {
  readonly #variables = new Map<string, { type: string; value: unknown }>();
  readonly #fragments: string[] = [];
  #names = 0;

  readonly schema: GraphQLSchema;
  readonly choices: Choices;

  constructor(schema: GraphQLSchema, choices: Choices) {
    this.schema = schema;
    this.choices = choices;
  }

  make(askers: Askers): Sent {
    const { choices } = this;
    const operation = choices.oneIn(5) ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const selection = this.#selection(this.schema.getRootType(operation)!, 0);
    const definitions = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`);
    const head = definitions.length > 0 ? `${operation} Q(${definitions.join(', ')})` : operation;
    const whole = [`${head} { ${selection} }`, ...this.#fragments].join('\n');
    const query = choices.oneIn(6) ? this.#broken(whole) : whole;
    const variables = Object.fromEntries(
      [...this.#variables].map(([name, { value }]) => [name, value]),
    );
    const headers = { 'accept-language': choices.of(['vi', 'en']), ...choices.of(askers) };
    if (operation === OperationTypeNode.QUERY && choices.oneIn(4)) {
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      return { method: 'GET', url: `/graphql?${search.toString()}`, headers };
    }
    return {
      method: 'POST',
      url: '/graphql',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    };
  }

  #selection(type: GraphQLOutputType, depth: number): string {
    const { choices } = this;
    if (isAbstractType(type)) {
      const one = choices.of(this.schema.getPossibleTypes(type));
      return `__typename ... on ${one.name} { ${this.#selection(one, depth)} }`;
    }
    if (!isObjectType(type)) throw new Error(`${String(type)} has no fields`);
    const fields = Object.values(type.getFields());
    const selected = Array.from({ length: 1 + choices.below(depth === 0 ? 2 : 4) }, () => {
      const field = choices.of(fields);
      const inner = getNamedType(field.type);
      if (!isLeafType(inner) && depth > 5) return '__typename';
      // The same name twice with other arguments would be refused, which is not what is looked for.
      const alias = choices.oneIn(8) ? `${this.#name()}: ` : '';
      const head = `${alias}${field.name}${this.#arguments(field.args)}${this.#directive()}`;
      return isLeafType(inner) ? head : `${head} { ${this.#selection(inner, depth + 1)} }`;
    }).join(' ');
    if (choices.oneIn(12)) return `... on ${type.name}${this.#directive()} { ${selected} }`;
    if (!choices.oneIn(12)) return selected;
    const name = this.#name();
    this.#fragments.push(`fragment ${name} on ${type.name} { ${selected} }`);
    return `...${name}${this.#directive()}`;
  }

  #arguments(all: readonly GraphQLArgument[]): string {
    const given = all.filter(({ name, type }) => {
      if (name === 'first' || name === 'last') return false;
      // Hardly any cursor fits.
      return isNonNullType(type) || this.choices.oneIn(/^(after|before)$/.test(name) ? 20 : 3);
    });
    const page = all.find(({ name }) => name === (this.choices.oneIn(8) ? 'last' : 'first'));
    const texts = (page ? [...given, page] : given).map((argument) => {
      const value = argument === page ? this.choices.of([1, 2, 5]) : this.#value(argument.type, 0);
      return `${argument.name}: ${this.#place(argument.type, value)}`;
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  /** In place, or as a variable. */
  #place(type: GraphQLInputType, value: unknown): string {
    if (!this.choices.oneIn(4)) return literal(value);
    const name = this.#name();
    this.#variables.set(name, { type: String(type), value });
    return `$${name}`;
  }

  #directive(): string {
    if (!this.choices.oneIn(20)) return '';
    const condition = this.choices.oneIn(2);
    const name = this.choices.of(['include', 'skip']);
    if (this.choices.oneIn(2)) return ` @${name}(if: ${condition})`;
    const variable = this.#name();
    this.#variables.set(variable, { type: 'Boolean!', value: condition });
    return ` @${name}(if: $${variable})`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    const { choices } = this;
    if (choices.oneIn(40)) return choices.of(ODD);
    const inner = getNullableType(type);
    if (isListType(inner))
      return Array.from({ length: choices.below(3) }, () => this.#value(inner.ofType, depth + 1));
    if (isEnumType(inner)) return new Name(choices.of(inner.getValues()).name);
    if (isInputObjectType(inner))
      return Object.fromEntries(
        Object.values(inner.getFields())
          .filter((field) => isNonNullType(field.type) || (depth < 3 && choices.oneIn(3)))
          .map((field) => [field.name, this.#value(field.type, depth + 1)]),
      );
    return choices.of(FITTING[inner.name] ?? ODD);
  }

  #broken(text: string): string {
    const { choices } = this;
    const place = choices.below(text.length);
    const words = text.match(/\w+/g)!;
    return choices.of([
      () => text.slice(0, place) + text.slice(place + 1 + choices.below(3)),
      () => text.slice(0, place) + choices.of(SCRAPS) + text.slice(place),
      () => text.slice(0, place),
      () => text.replace(choices.of(words), choices.of(['__proto__', 'code', 'Query', ...words])),
      () => text + text.slice(place),
    ])();
  }

  #name(): string {
    this.#names += 1;
    return `n${this.#names}`;
  }
}

/** As a document writes it. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value instanceof Name || typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const fields = Object.entries(value).map(([name, part]) => `${name}: ${literal(part)}`);
  return `{${fields.join(', ')}}`;
}

const GOOD = JSON.stringify({ query: '{ frameworks { code } }', variables: { a: [1, { b: 2 }] } });

const persistedQuery = fc.oneof(
  fc.jsonValue(),
  fc.record({
    version: fc.oneof(fc.constant(1), fc.jsonValue()),
    sha256Hash: fc.oneof(fc.jsonValue(), fc.constant('0'.repeat(64))),
  }),
);

const bodies: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  // Broken off, and with a byte changed.
  fc.nat({ max: GOOD.length - 1 }).map((end) => GOOD.slice(0, end)),
  fc.tuple(fc.nat({ max: GOOD.length - 1 }), fc.nat({ max: 255 })).map(([place, byte]) => {
    const body = Buffer.from(GOOD);
    body[place] = byte;
    return body;
  }),
  // Any JSON at all, also instead of every part of a request.
  fc.json({ maxDepth: 5 }),
  fc
    .record(
      {
        query: fc.oneof(fc.jsonValue(), fc.string(), fc.constant('{ __typename }')),
        variables: fc.jsonValue(),
        operationName: fc.jsonValue(),
        extensions: fc.oneof(fc.jsonValue(), fc.record({ persistedQuery })),
      },
      { requiredKeys: [] },
    )
    .map((body) => JSON.stringify(body)),
  fc.array(fc.constant({ query: '{ __typename }' })).map((batch) => JSON.stringify(batch)),
  // Names that objects have from birth.
  fc
    .tuple(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'),
      fc.json({ maxDepth: 2 }),
    )
    .map(
      ([name, value]) =>
        `{"query":"query ($a: Int) { __typename }","variables":{"${name}":${value}},"${name}":${value}}`,
    ),
  // Huge numbers, and brackets inside each other.
  fc
    .tuple(fc.constantFrom('9'.repeat(400), '1e999', '-1e999', '0.'.padEnd(400, '1')), fc.boolean())
    .map(
      ([number, variable]) =>
        `{"query":"query ($f: Int) { institutions(first: ${variable ? '$f' : number}) { totalCount } }","variables":{"f":${number}}}`,
    ),
  fc
    .tuple(fc.constantFrom('[]', '{}', '()'), fc.integer({ min: 100, max: 5000 }))
    .map(([pair, depth]) =>
      JSON.stringify({ query: pair[0]!.repeat(depth) + pair[1]!.repeat(depth) }),
    ),
  fc
    .tuple(
      fc.constantFrom(['[', '1', ']'], ['{"a":', '1', '}']),
      fc.integer({ max: 5000, min: 100 }),
    )
    .map(
      ([[open, core, close], depth]) =>
        `{"query":"query ($a: Int) { institutions(first: $a) { totalCount } }","variables":{"a":${open.repeat(depth)}${core}${close.repeat(depth)}}}`,
    ),
);

const contentTypes = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'text/plain',
      'application/graphql',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      '',
      'a/b/c;;',
    ),
  },
);

/** Bodies that are no request, or hardly one. */
export const brokenBodies: fc.Arbitrary<Sent> = fc
  .tuple(bodies, contentTypes)
  .map(([payload, type]) => ({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': type },
    payload,
  }));
