import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import type { ServerOptions } from '../src/http/server-options.js';
import { sceneOf, type Scene } from './support/access-scene.js';
import { record } from './support/access-targets.js';
import { UnitProgressChangedDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  await hub.server.listen({ port: 0 });
});
afterAll(() => hub.close());

const others: TestHub[] = [];
afterEach(() => Promise.all(others.splice(0).map((other) => other.close())));

/** Another hub on the same data, with these settings. */
async function otherHub(settings: Partial<ServerOptions>): Promise<TestHub> {
  const other = await startHub({ sharing: hub.databaseUrl, now, ...settings });
  others.push(other);
  await other.server.listen({ port: 0 });
  return other;
}

type Headers = Record<string, string>;
const addressOf = ({ server }: TestHub) => server.listeningOrigin;

/** A request for a stream that is refused. */
async function refused(body: object, headers: Headers = {}, at = hub) {
  const response = await fetch(`${addressOf(at)}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
  const { errors } = (await response.json()) as any;
  return { status: response.status, headers: response.headers, error: errors[0] };
}

const QUESTION = {
  query: 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }',
  get variables() {
    return { unit: scene.province };
  },
};

function follow(headers: Headers = {}, at = hub, question: object = QUESTION) {
  const url = `${addressOf(at)}/graphql/stream`;
  const client = createClient({
    url,
    headers: { 'accept-language': 'en', ...headers },
    retryAttempts: 0,
  });
  return client.iterate<any>(question as { query: string });
}

/** A key of its own for a test. */
async function key(scopes = ['READ_PUBLIC']): Promise<{ id: string; headers: Headers }> {
  const { apiKeyCreate } = await hub.data(
    `mutation ($scopes: [ApiKeyScope!]!) { apiKeyCreate(input: { name: "Luồng", scopes: $scopes }) {
      secret apiKey { id } } }`,
    { scopes },
    scene.headers.operator,
  );
  return { id: apiKeyCreate.apiKey.id, headers: { 'x-api-key': apiKeyCreate.secret } };
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('what is larger than is taken', () => {
  test.each<[string, string, string, object?]>([
    ['words', 'DOCUMENT_TOO_LONG', repeat(1001, () => 'code')],
    ['levels', 'DOCUMENT_TOO_DEEP', `${'parent { '.repeat(8)} code ${'}'.repeat(8)}`],
    ['fields', 'TOO_MANY_FIELDS', repeat(401, () => 'code')],
    ['aliases', 'TOO_MANY_ALIASES', repeat(41, (index) => `a${index}: code`)],
    ['directives', 'TOO_MANY_DIRECTIVES', repeat(11, () => 'code @include(if: true)')],
    ['rows', 'INVALID_PAGE', 'children(first: 101) { totalCount }'],
    ['items', 'LIST_TOO_LONG', 'code', { more: Array.from({ length: 251 }, () => 1) }],
    [
      'objects',
      'COST_TOO_HIGH',
      `children(first: 100) { nodes { ${repeat(31, (index) => `a${index}: parent { code }`)} } }`,
    ],
  ])(
    'of %s is refused as in the graph, before any SQL',
    async (_what, code, selection, more = {}) => {
      const document = (root: string) => `($unit: ID!) { ${root} { ${selection} } }`;
      const variables = { unit: scene.province, ...more };
      let stream!: Awaited<ReturnType<typeof refused>>;
      const statements = await hub.countStatements(async () => {
        stream = await refused(
          { query: `subscription ${document('unitProgressChanged(unit: $unit)')}`, variables },
          scene.headers.operator,
        );
      });
      const graph = await hub.ask(
        `query ${document('node(id: $unit) { ... on AdministrativeUnit')} }`,
        variables,
      );

      expect([stream.status, stream.error.extensions.code, statements]).toEqual([400, code, 0]);
      expect([graph.status, graph.errors[0]!.extensions.code]).toEqual([400, code]);
    },
  );

  test('of bytes is refused as in the graph', async () => {
    const { status, error } = await refused({ ...QUESTION, more: 'x'.repeat(256 * 1024) });

    expect([status, error.extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });
});

test('variables that do not fit, and what asks nothing, are refused with a code', async () => {
  const [wrong, none] = [
    await refused({ ...QUESTION, variables: { unit: {} } }),
    await refused({ variables: {} }),
  ];

  expect([wrong.status, wrong.error.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(wrong.error.message).toMatch(/^Variable "\$unit" got invalid value/);
  expect([none.status, none.error.extensions.code]).toEqual([400, 'REQUEST_UNREADABLE']);
});

test('a hub of trusted documents opens streams for those only', async () => {
  const strict = await otherHub({ trustedOnly: true });

  const { status, error } = await refused(QUESTION, {}, strict);
  const stream = follow({}, strict, {
    query: UnitProgressChangedDocument.toString(),
    variables: QUESTION.variables,
  });

  expect([status, error.extensions.code]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
  expect((await stream.next()).value.data.unitProgressChanged.id).toBe(scene.province);
  await stream.return!();
});

/** When the key was last used; asked until it is known. */
async function lastUseOf(id: string): Promise<string> {
  for (;;) {
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on ApiKey { lastUsedAt } } }',
      { id },
      scene.headers.operator,
    );
    if (node.lastUsedAt) return node.lastUsedAt;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a key', () => {
  test('is in use as long as its stream looks again, and it leaves nothing behind', async () => {
    const { id, headers } = await key();
    const stream = follow(headers);
    await stream.next();

    // It looks again, and there is nothing new.
    await record(scene);

    expect(await lastUseOf(id)).toBe(now().toISOString());
    await stream.return!();
  });

  test('streams what the public reads, until it is revoked', async () => {
    const { id, headers } = await key();
    const stream = follow(headers);
    expect((await stream.next()).value.data).toEqual({ unitProgressChanged: { code: '68' } });

    await hub.data(
      `mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) {
        userErrors { code } } }`,
      { id },
      scene.headers.operator,
    );
    await record(scene);

    expect((await stream.next()).value.errors).toMatchObject([
      { extensions: { code: 'KEY_REVOKED' } },
    ]);
    expect((await stream.next()).done).toBe(true);
  });

  test('without READ_PUBLIC where not everybody may read, or beside a token, opens none', async () => {
    const closed = await otherHub({ publicRead: false });
    const { headers } = await key(['READ_EXPORTS']);

    const scope = await refused(QUESTION, headers, closed);
    const two = await refused(QUESTION, { ...headers, ...scene.headers.operator });

    expect([scope.status, scope.error.extensions.code]).toEqual([403, 'KEY_SCOPE_MISSING']);
    expect(scope.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    expect([two.status, two.error.extensions.code]).toEqual([400, 'TWO_CREDENTIALS']);
  });
});

test('a hub that answers no anonymous questions opens streams for keys only', async () => {
  const closed = await otherHub({ publicRead: false });
  const { headers } = await key();

  const { status, error } = await refused(QUESTION, {}, closed);
  const stream = follow(headers, closed);

  expect([status, error.extensions.code]).toEqual([401, 'PUBLIC_READ_OFF']);
  expect((await stream.next()).value.data).toEqual({ unitProgressChanged: { code: '68' } });
  await stream.return!();
});

test('a stream is charged once, and refused when the points are used up', async () => {
  const limited = await otherHub({
    rateLimits: { points: 1, signIns: null, databaseUrl: undefined },
  });
  const stream = follow({}, limited);
  await stream.next();

  const { status, headers, error } = await refused(QUESTION, {}, limited);

  expect([status, error.extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.get('ratelimit')).toMatch(/^"cost";r=0;t=\d+$/);
  await stream.return!();
});

test('streams that are open leave a hub room for as many requests as before', async () => {
  const busy = await otherHub({ overload: { eventLoopDelay: 60_000, underWay: 4 } });
  const streams: ReturnType<typeof follow>[] = [];
  for (let open = 0; open < 6; open += 1) {
    streams.push(follow({}, busy));
    // One after the other, and with room for some: a request that is just being answered counts as well.
    await streams.at(-1)!.next();
  }

  const { status } = await busy.ask('{ frameworks { code } }');

  expect(status).toBe(200);
  await Promise.all(streams.map((stream) => stream.return!()));
});
