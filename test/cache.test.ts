import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { castOf, now, SCHOOL } from './support/reporting.js';

const MINUTE = 60_000;
const PUBLIC = 'public, max-age=0, must-revalidate';
const PRIVATE = 'private, no-store';
const NAMES = `query Names($code: String!) { institution(code: $code) { name pillars { stage } } }`;

/** What the hub takes for the present; a test may choose another. */
let present = now();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => present, cacheMegabytes: 8 });
});
afterAll(() => hub.close());

type Headers = Record<string, string>;

/** One request by POST, as HTTP gives it back. */
const post = (payload: object, headers: Headers = {}, at = hub) =>
  at.server.inject({ method: 'POST', url: '/graphql', headers, payload });

/** One request by GET. */
const get = (search: Record<string, string>, headers: Headers = {}, at = hub) =>
  at.server.inject({
    method: 'GET',
    url: `/graphql?${new URLSearchParams(search).toString()}`,
    headers,
  });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** How many statements it takes to send something, and what comes back. */
async function counted<Response>(send: () => Promise<Response>, at = hub) {
  // What is kept of an answer is checked after it was sent; the last of these, which is in memory
  // itself, waits for that.
  for (let time = 0; time < 3; time += 1) await post({ query: '{ __typename }' }, {}, at);
  let response: Response;
  const statements = await at.countStatements(async () => void (response = await send()), {
    keeping: true,
  });
  return { statements, response: response! };
}

/** A question that nobody else in this file asks. */
let questions = 0;
const fresh = () => ({
  query: `query Fresh${(questions += 1)}($code: String!) { institution(code: $code) { name kind } }`,
  variables: { code: SCHOOL },
});

describe('what was answered once', () => {
  test('is answered to the letter from memory, with the revision as the only statement', async () => {
    const question = fresh();
    const first = await post(question);
    const { statements, response } = await counted(() => post(question));

    expect(statements).toBe(1);
    expect(response.body).toBe(first.body);
    expect(response.json().extensions.data.hypothetical).toBe(false);
    for (const header of ['etag', 'cache-control', 'content-type', 'vary'])
      expect([header, response.headers[header]]).toEqual([header, first.headers[header]]);
    expect(response.headers['cache-control']).toBe(PUBLIC);
    expect(response.headers['vary']).toBe(
      'Authorization, X-Api-Key, Accept-Language, Accept, Accept-Encoding',
    );
    expect(response.headers['etag']).toBe(
      `"${createHash('sha256').update(first.body).digest('base64url')}"`,
    );
  });

  test('is the same question by GET, with other blanks and with its variables in another order', async () => {
    const query = `query Two($code: String!, $on: LocalDate) { institution(code: $code, on: $on) { name } }`;
    const first = await post({ query, variables: { code: SCHOOL, on: '2026-11-01' } });

    const again = [
      () => post({ query, variables: { on: '2026-11-01', code: SCHOOL } }),
      () =>
        post({
          query: query.replaceAll(' ', '\n  ') + '# a comment',
          variables: { code: SCHOOL, on: '2026-11-01' },
        }),
      () => get({ query, variables: JSON.stringify({ code: SCHOOL, on: '2026-11-01' }) }),
    ];
    for (const send of again) {
      const { statements, response } = await counted(send);
      expect([statements, response.body]).toEqual([1, first.body]);
    }
  });

  test('is another question with another variable, operation, language or content type', async () => {
    const query = `query A($code: String!) { institution(code: $code) { name } }
      query B($code: String!) { institution(code: $code) { kind } }`;
    const question = { query, operationName: 'A', variables: { code: SCHOOL } };
    await post(question);

    const others = [
      () => post({ ...question, operationName: 'B' }),
      () => post({ ...question, variables: { code: 'DN-THPT-02' } }),
      () => post(question, { 'accept-language': 'en' }),
      () => post(question, { accept: 'application/graphql-response+json' }),
    ];
    const bodies = new Set<string>();
    for (const send of others) {
      const { statements, response } = await counted(send);
      expect([statements > 1, response.json().errors]).toEqual([true, undefined]);
      bodies.add(`${String(response.headers['content-type'])} ${response.body}`);
    }
    // English or Vietnamese, the school has one name.
    expect(bodies.size).toBe(4);
  });

  test('is new again on the next day in Vietnam, because dates left out mean today', async () => {
    const query = '{ administrativeUnit(code: "68") { progress { asOf } } }';
    const asOf = async () =>
      (await post({ query })).json().data.administrativeUnit.progress.asOf as string;
    try {
      present = new Date('2026-11-23T16:59:59.999Z');
      expect([await asOf(), await asOf()]).toEqual(['2026-11-23', '2026-11-23']);
      present = new Date('2026-11-23T17:00:00Z');
      expect(await asOf()).toBe('2026-11-24');
    } finally {
      present = now();
    }
  });

  test('says the same moment of knowledge whenever it is asked, until something is published', async () => {
    const uncached = await startHub({ sharing: hub.databaseUrl, now: () => present });
    const query = '{ administrativeUnit(code: "68") { progress { knownAt } } }';
    const { body } = await post({ query });
    present = new Date('2026-11-23T04:00:00Z');
    try {
      expect((await post({ query }, {}, uncached)).body).toBe(body);
    } finally {
      present = now();
      await uncached.close();
    }
  });
});

describe('a conditional GET', () => {
  test('is answered 304 without a body and without executing', async () => {
    const search = { query: NAMES, variables: JSON.stringify({ code: SCHOOL }) };
    const { headers } = await get(search);
    const etag = headers['etag']!;

    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { statements, response } = await counted(() => get(search, { 'if-none-match': given }));
      expect([given, statements, response.statusCode, response.body]).toEqual([given, 1, 304, '']);
      expect(response.headers).toMatchObject({ etag, 'cache-control': PUBLIC });
    }
    expect((await get(search, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  test('is answered 304 as well where nothing is kept in memory', async () => {
    const without = await startHub({ sharing: hub.databaseUrl, now });
    try {
      const search = { query: NAMES, variables: JSON.stringify({ code: SCHOOL }) };
      const { headers } = await get(search, {}, without);
      const again = await get(search, { 'if-none-match': headers['etag']! }, without);

      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([
        304,
        '',
        headers['etag'],
      ]);
    } finally {
      await without.close();
    }
  });

  test('means nothing for POST, whose answers no cache on the way keeps', async () => {
    const question = fresh();
    const { headers } = await post(question);
    const again = await post(question, { 'if-none-match': headers['etag']! });

    expect([again.statusCode, again.json().data.institution.kind]).toEqual([
      200,
      'UPPER_SECONDARY_SCHOOL',
    ]);
  });
});

describe('a client that takes gzip', () => {
  const GZIP = { 'accept-encoding': 'gzip, deflate' };
  const LONG = `query Long($on: LocalDate) {
    institutions(first: 100, filter: { on: $on }) { nodes { code name kind levels } } }`;

  test('gets the same answer in a fifth of the bytes, also from memory', async () => {
    const question = { query: LONG, variables: { on: '2026-11-02' } };
    const plain = await post(question);
    const first = await post(question, GZIP);
    const { statements, response: kept } = await counted(() => post(question, GZIP));

    expect(statements).toBe(1);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(first.rawPayload).toString()).toBe(plain.body);
    expect(kept.rawPayload).toEqual(first.rawPayload);
    expect(first.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5);
    for (const { headers, rawPayload } of [first, kept])
      expect(headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-length': String(rawPayload.length),
        'content-type': plain.headers['content-type'],
        'cache-control': PUBLIC,
        vary: plain.headers['vary'],
        // The same tag, which stands for other bytes.
        etag: `W/${String(plain.headers['etag'])}`,
      });
  });

  test('is answered 304 by the tag of either form, kept or not, and so is who takes none', async () => {
    const without = await startHub({ sharing: hub.databaseUrl, now });
    try {
      const search = { query: LONG, variables: '{"on":"2026-11-03"}' };
      const tag = String((await get(search)).headers['etag']);
      for (const at of [hub, without])
        for (const [headers, own] of [
          [GZIP, `W/${tag}`],
          [{}, tag],
        ] as const)
          for (const known of [tag, `W/${tag}`]) {
            const again = await get(search, { ...headers, 'if-none-match': known }, at);
            expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', own]);
            expect(again.headers['content-encoding']).toBeUndefined();
          }
      const other = await get(search, { ...GZIP, 'if-none-match': '"other"' });
      expect([other.statusCode, other.headers['content-encoding']]).toEqual([200, 'gzip']);
    } finally {
      await without.close();
    }
  });

  test('and one that takes Brotli, each gets its form from memory, made once', async () => {
    const question = { query: LONG, variables: { on: '2026-11-04' } };
    const plain = await post(question);
    const forms = ['gzip', 'br', 'gzip, br;q=0.9', 'identity'];
    const first = [];
    for (const encoding of forms) first.push(await post(question, { 'accept-encoding': encoding }));
    const { statements, response: kept } = await counted(async () => {
      const answers = [];
      for (const encoding of forms)
        answers.push(await post(question, { 'accept-encoding': encoding }));
      return answers;
    });

    // Only the state of the data is read again, for each of them.
    expect(statements).toBe(4);
    expect(kept.map(({ headers }) => headers['content-encoding'])).toEqual([
      'gzip',
      'br',
      'gzip',
      undefined,
    ]);
    expect(kept.map(({ rawPayload }) => rawPayload)).toEqual(
      first.map(({ rawPayload }) => rawPayload),
    );
    expect(brotliDecompressSync(kept[1]!.rawPayload).toString()).toBe(plain.body);
    expect(kept[3]!.body).toBe(plain.body);
  });

  test('signed in, gets compressed what it reads, and never what a change answers', async () => {
    const { school } = await castOf(hub);
    const read = await post({ query: LONG }, { ...GZIP, ...school });
    expect(read.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': PRIVATE });
    const { data } = JSON.parse(gunzipSync(read.rawPayload).toString());
    expect(data.institutions.nodes).toHaveLength(100);

    const names = Array.from({ length: 9 }, (_, at) => `${'n'.repeat(150)}${at}: __typename`);
    const change = await post(
      { query: `mutation { sessionEnd { userErrors { code } ${names.join(' ')} } }` },
      { ...GZIP, ...school },
    );
    expect(change.rawPayload.length).toBeGreaterThan(1_024);
    expect([change.json().errors, change.headers['content-encoding']]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['a short answer', { query: '{ __typename }' }, GZIP],
    [
      'an answer to a client that refuses it',
      { query: LONG },
      { 'accept-encoding': 'gzip;q=0, deflate' },
    ],
  ])('%s is sent as it is', async (_what, question, headers) => {
    const answer = await post(question, headers);
    expect(answer.json().errors).toBeUndefined();
    expect([answer.headers['content-encoding'], answer.headers['etag']]).toEqual([
      undefined,
      expect.stringMatching(/^"/),
    ]);
  });

  test('with HEAD gets the headers that GET answers with', async () => {
    const url = `/graphql?${new URLSearchParams({ query: LONG }).toString()}`;
    const [head, whole] = await Promise.all(
      (['HEAD', 'GET'] as const).map((method) => hub.server.inject({ method, url, headers: GZIP })),
    );
    for (const name of ['content-encoding', 'content-length', 'etag', 'vary'])
      expect([name, head!.headers[name]]).toEqual([name, whole!.headers[name]]);
    expect([head!.statusCode, head!.body]).toEqual([200, '']);
  });
});

describe('what is never kept', () => {
  test('answers with an error, whole or in part', async () => {
    const questions = [
      { query: '{ institutions(first: 0) { totalCount } }' },
      { query: '{ a: viewer { name } institution(code: "X") { name }', variables: {} },
      { query: '{ viewer { name } node(id: 3) { nothing } }' },
      {
        query:
          '{ frameworks { id } administrativeUnit(code: "68") { progress(asOf: "1990-01-01") { asOf } } }',
      },
    ];
    for (const question of questions) {
      const first = await post(question);
      expect(first.json().errors).toBeDefined();
      expect([first.headers['cache-control'], first.headers['etag']]).toEqual([PRIVATE, undefined]);
      expect((await post(question)).headers['cache-control']).toBe(PRIVATE);
    }
  });

  test('hypothetical answers', async () => {
    const { institution } = await hub.data('{ institution(code: "DN-THPT-01") { id } }');
    const question = {
      query: `query ($institution: ID!) { administrativeUnit(code: "68") { progress(assume:
        [{ institution: $institution, completed: true }]) { hypothetical } } }`,
      variables: { institution: institution.id },
    };
    for (let time = 0; time < 2; time += 1) {
      const { statements, response } = await counted(() => post(question));
      expect(response.json().extensions.data.hypothetical).toBe(true);
      expect([statements > 1, response.headers['cache-control']]).toEqual([true, PRIVATE]);
    }
  });

  test('answers to somebody, and nobody’s answers are not given to them', async () => {
    const { school } = await castOf(hub);
    const query = '{ viewer { name } institution(code: "DN-THPT-01") { canReport: name } }';
    const anonymous = await post({ query });
    const own = await post({ query }, school);

    expect(anonymous.json().data.viewer).toBeNull();
    expect(own.json().data.viewer.name).toBe('Cô Hoa');
    expect([own.headers['cache-control'], own.headers['etag']]).toEqual([PRIVATE, undefined]);
    expect((await post({ query })).body).toBe(anonymous.body);
    // A token that proves nothing is refused, whatever is in memory.
    expect((await post({ query }, { authorization: 'Bearer x' })).statusCode).toBe(401);
  });

  test('mutations, also beside a query in one document', async () => {
    const query = `query Q { frameworks { code } } mutation M {
      sessionStart(input: { email: "nobody@example.edu.vn", password: "wrong password" }) { userErrors { code } } }`;
    for (let time = 0; time < 2; time += 1) {
      const { statements, response } = await counted(() => post({ query, operationName: 'M' }));
      expect(response.json().data.sessionStart.userErrors[0].code).toBe('WRONG_CREDENTIALS');
      expect([statements > 1, response.headers['cache-control']]).toEqual([true, PRIVATE]);
    }
    expect((await post({ query, operationName: 'Q' })).headers['cache-control']).toBe(PUBLIC);
  });

  test('an answer while it was made of two states of the data', async () => {
    // Meanwhile the state is another each time it is read, as if somebody published all the time.
    const question = fresh();
    const advance = () =>
      hub.em.fork().execute('update publication set revision = revision + 1 where id = 1');
    const [first] = await Promise.all([post(question), advance(), advance(), advance()]);
    const second = await post(question);

    expect(first.statusCode).toBe(200);
    expect(second.json().extensions.data.revision).toBe(await revision());
  });
});

async function revision(): Promise<number> {
  const [row] = await hub.em
    .fork()
    .execute<{ revision: number }[]>('select revision from publication');
  return row!.revision;
}

test('a GET with another content type than JSON is refused, kept or not', async () => {
  const { query, variables } = fresh();
  const search = { query, variables: JSON.stringify(variables) };
  const before = await get(search, { 'content-type': 'text/html' });
  await get(search);
  const after = await get(search, { 'content-type': 'text/html' });

  expect([before.statusCode, after.statusCode]).toEqual([415, 415]);
  expect(after.headers['cache-control']).toBe(PRIVATE);
  expect((await get(search, { 'content-type': 'application/json' })).statusCode).toBe(200);
});

describe('a document by its hash', () => {
  test('is not found until it was sent once, and then answered from memory by GET', async () => {
    const { query, variables } = fresh();
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const short = { variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) };

    const unknown = await get(short);
    expect(unknown.json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(unknown.headers['cache-control']).toBe(PRIVATE);

    const sent = await post({ query, variables, extensions });
    const { statements, response } = await counted(() => get(short));
    expect([statements, response.body]).toEqual([1, sent.body]);
  });

  test('is refused with a text that is not its own, also if the text was answered before', async () => {
    const question = fresh();
    await post(question);
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256('another') } };
    const { statusCode, body } = await post({ ...question, extensions });
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([
      400,
      'PERSISTED_QUERY_INVALID',
    ]);
  });

  test('is refused in another version than 1, in the language of who asks', async () => {
    const extensions = { persistedQuery: { version: 2, sha256Hash: sha256('{ __typename }') } };
    const answers = await Promise.all(
      ['vi', 'en'].map((language) => post({ extensions }, { 'accept-language': language })),
    );

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
    expect(answers.map((answer) => answer.json().errors)).toEqual(
      [
        'extensions.persistedQuery phải có version là 1.',
        'extensions.persistedQuery must have version 1.',
      ].map((message) => [{ message, extensions: { code: 'PERSISTED_QUERY_INVALID' } }]),
    );
  });

  test('of schema/operations is known without being sent', async () => {
    const text = operation('frameworks');
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(text) } };
    const answer = await get({ extensions: JSON.stringify(extensions) });
    expect(answer.json().data.frameworks[0].code).toBe('four-pillar');
  });
});

const operation = (name: string) =>
  readFileSync(new URL(`../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

describe('a hub that takes trusted documents only', () => {
  let strict: TestHub;
  beforeAll(async () => {
    strict = await startHub({
      sharing: hub.databaseUrl,
      now,
      cacheMegabytes: 1,
      trustedOnly: true,
    });
  });
  afterAll(() => strict.close());

  test('answers those of schema/operations, by hash or as they are', async () => {
    const text = operation('frameworks');
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(text) } };
    const requests = [{ query: text }, { query: text.replaceAll('\n', ' \n') }, { extensions }];
    // The comment above the operation would end with the line that it is on.
    for (const request of requests) {
      const answer = await post(request, {}, strict);
      const { frameworks } = answer.json().data;
      expect([answer.statusCode, frameworks[0].code]).toEqual([200, 'four-pillar']);
    }
  });

  test.each<[string, unknown]>([
    ['another query', { query: '{ frameworks { id } }' }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a mutation', { query: 'mutation { sessionEnd { userErrors { code } } }' }],
    ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }],
    [
      'what would make a hash known',
      {
        query: '{ frameworks { id } }',
        extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ frameworks { id } }') } },
      },
    ],
    ['nothing', {}],
    ['a list', [{ query: '{ frameworks { id } }' }]],
  ])('refuses %s, without a statement', async (_what, payload) => {
    const { statements, response } = await counted(
      () => post(payload as object, { 'accept-language': 'en' }, strict),
      strict,
    );
    expect([statements, response.statusCode]).toEqual([0, 403]);
    expect(response.json()).toEqual({
      errors: [
        {
          message:
            'This hub takes only the documents of schema/operations. Send one as it is, or the SHA-256 of its file in extensions.persistedQuery.',
          extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
        },
      ],
    });
  });
});

test(
  'what is nested too deep to compare is answered as if nothing were kept',
  async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const payload = `{"query": "{ viewer { name } }", "variables": {"a": ${deep}}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await hub.server.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(answer.json().data).toEqual({ viewer: null });
  },
  MINUTE,
);
