import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signAccessToken } from '../src/auth/access-token.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
});
afterAll(() => hub.close());

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test.each([
  ['first: 0', 'INVALID_PAGE', 'first is 0; it must be from 1 to 100.'],
  ['first: 1000', 'INVALID_PAGE', 'first is 1000; it must be from 1 to 100.'],
  ['last: -1', 'INVALID_PAGE', 'last is -1; it must be from 1 to 100.'],
  ['first: 1, last: 1', 'INVALID_PAGE', 'Give exactly one of first and last, from 1 to 100.'],
  ['orderBy: NAME', 'INVALID_PAGE', 'Give exactly one of first and last, from 1 to 100.'],
  [
    'first: 1, after: "broken"',
    'INVALID_CURSOR',
    expect.stringContaining('Argument after is not a cursor of this list.'),
  ],
  ['first: 1, after: ""', 'INVALID_CURSOR', expect.any(String)],
  [
    `first: 1, after: "${cursorOf('institution-CODE', 'A', 1)}"`,
    'INVALID_CURSOR',
    expect.any(String),
  ],
  [
    `first: 1, after: "${cursorOf('institution-NAME', 'a', 1e20)}"`,
    'INVALID_CURSOR',
    expect.any(String),
  ],
  [
    `first: 1, after: "${cursorOf('institution-NAME', 'a\0', 1)}"`,
    'INVALID_CURSOR',
    expect.any(String),
  ],
  [
    `last: 1, before: "${cursorOf('institution-NAME', 1, 1)}"`,
    'INVALID_CURSOR',
    expect.stringContaining('Argument before'),
  ],
])('institutions(%s) is refused as %s', async (given, code, message) => {
  const { errors, data } = await hub.ask(`{ institutions(${given}) { totalCount } }`);

  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ message, extensions: { code } });
});

test.each(['2024-13-01', '2024-02-30', '01/02/2024', 'yesterday', ''])(
  'the date “%s” is refused',
  async (date) => {
    const literal = await hub.ask(`{ administrativeUnit(code: "67", on: "${date}") { name } }`);
    const variable = await hub.ask(
      `query ($on: LocalDate) { administrativeUnit(code: "67", on: $on) { name } }`,
      { on: date },
    );

    expect(literal).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect(variable.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(variable.errors[0]!.message).toContain('LocalDate');
  },
);

test('unknown codes and ids are answered with null, and never with an error', async () => {
  const data = await hub.data(`{
    unit: administrativeUnit(code: "nope") { name }
    institution(code: "nope") { name }
    broken: node(id: "nope") { id }
    unknown: node(id: "${Buffer.from('Institution:999999').toString('base64url')}") { id }
    type: node(id: "${Buffer.from('Password:1').toString('base64url')}") { id }
    nodes(ids: ["nope"]) { id }
    inNowhere: institutions(first: 1, filter: { unit: "nope" }) { totalCount }
  }`);

  expect(data).toEqual({
    unit: null,
    institution: null,
    broken: null,
    unknown: null,
    type: null,
    nodes: [null],
    inNowhere: { totalCount: 0 },
  });
});

test('a character that no text can hold is refused, not a crash', async () => {
  const { errors } = await hub.ask(
    'query ($code: String!) { administrativeUnit(code: $code) { name } }',
    { code: '6\u00007' },
  );

  expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
});

test('too many ids and too many dates are refused with their number', async () => {
  const ids = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 101 }, () => 'x'),
  });
  const dates = await hub.ask(
    'query ($on: [LocalDate!]) { administrativeUnit(code: "68") { progressSeries(on: $on) { asOf } } }',
    { on: Array.from({ length: 61 }, () => '2026-01-01') },
  );

  const most = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 100 }, () => 'x'),
  });

  expect([most.status, most.errors]).toEqual([200, []]);
  expect(ids.errors[0]).toMatchObject({
    message: 'ids has 101 values; at most 100 are taken.',
    extensions: { code: 'TOO_MANY_IDS' },
  });
  expect(dates.errors[0]).toMatchObject({
    message: 'on has 61 dates; 1 to 60 are taken.',
    extensions: { code: 'TOO_MANY_DATES' },
  });
});

test.each([
  ['too large', 413, 'REQUEST_TOO_LARGE', 'application/json', JSON.stringify('x'.repeat(262_144))],
  ['of broken JSON', 400, 'REQUEST_UNREADABLE', 'application/json', '{"query": '],
  ['empty', 400, 'REQUEST_UNREADABLE', 'application/json', ''],
  ['of a form', 415, 'REQUEST_UNREADABLE', 'application/x-www-form-urlencoded', 'query={viewer}'],
])(
  'a request that is %s is refused in both languages',
  async (_which, status, code, type, body) => {
    const [english, vietnamese] = await Promise.all(
      ['en', 'vi'].map((language) =>
        hub.server.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': type, 'accept-language': language },
          payload: body,
        }),
      ),
    );

    for (const answer of [english!, vietnamese!]) {
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toEqual({
        errors: [{ message: expect.any(String), extensions: { code } }],
      });
    }
    expect(english!.body).not.toBe(vietnamese!.body);
  },
);

test('messages come in Vietnamese unless English is preferred', async () => {
  const ask = async (language: string) =>
    (
      await hub.ask(
        '{ institutions(first: 0) { totalCount } }',
        {},
        { 'accept-language': language },
      )
    ).errors[0]!.message;

  expect(await ask('vi-VN,vi;q=0.9,en;q=0.8')).toBe('first là 0; chỉ nhận từ 1 đến 100.');
  expect(await ask('fr')).toBe('first là 0; chỉ nhận từ 1 đến 100.');
  expect(await ask('en-GB,vi;q=0.3')).toBe('first is 0; it must be from 1 to 100.');
});

test('a bug is masked: no detail of it reaches the caller', async () => {
  const broken = await startHub({ from: 'demo' });
  await broken.em.execute('alter table administrative_unit rename to hidden');

  const { errors } = await broken.ask('{ administrativeUnit(code: "67") { name } }');

  const { requestId } = errors[0]!.extensions as { requestId?: string };
  expect(requestId).toMatch(/^[\da-f-]{18}$/);
  expect(errors).toEqual([
    {
      message: `Something went wrong on our side. Try again; if it stays, tell the operator the request number ${requestId}.`,
      locations: [{ line: 1, column: 3 }],
      path: ['administrativeUnit'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  ]);
  await broken.close();
});

test('a bug while finding out who asks is masked as well', async () => {
  const broken = await startHub({ from: 'demo' });
  await broken.em.execute('alter table account rename to hidden');
  const token = await signAccessToken(
    TOKEN_SECRET,
    { accountId: 1, family: '00000000-0000-4000-8000-000000000000' },
    new Date(),
  );

  const answer = await broken.ask('{ viewer { name } }', {}, { authorization: `Bearer ${token}` });

  expect(answer).toMatchObject({
    status: 500,
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(answer.errors[0]!.message).toMatch(/^Something went wrong on our side\./);
  await broken.close();
});

test('an approved revision, its answers and its results cannot be changed or deleted', async () => {
  const [{ id } = { id: 0 }] = await hub.em.execute<{ id: number }[]>(
    `select id from status_update_revision where decision = 'APPROVED' limit 1`,
  );

  for (const statement of [
    `update status_update_revision set decision = 'RETURNED' where id = ${id}`,
    `delete from status_update_revision where id = ${id}`,
    `update status_update_entry set points = 0 where revision_id = ${id}`,
    `delete from status_update_entry where revision_id = ${id}`,
    `update indicator_result set stage = 'COMPLETED' where revision_id = ${id}`,
    `delete from indicator_result where revision_id = ${id}`,
    `update framework_result set level = 1 where revision_id = ${id}`,
    `delete from framework_result where revision_id = ${id}`,
  ])
    await expect(hub.em.fork().execute(statement)).rejects.toThrow('an approved revision is final');
});

test('every code that the hub can answer with is documented', async () => {
  const documented = await readFile('docs/errors.md', 'utf8');
  const files = (await readdir('src', { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const texts = await Promise.all(files.map((name) => readFile(join('src', name), 'utf8')));
  // What a value is called by people is no code.
  const sources = texts.map((text) => text.replace(/_LABELS: Record<[\s\S]*?\n};/g, ''));
  // As they are thrown, refused, and listed with their sentences.
  const patterns = [
    /(?:OperatorError|RequestError|super|missing|add)\(\s*'([A-Z_]+)'/g,
    /\bcode: '([A-Z_]+)'/g,
    /^ {2}([A-Z_]+): \{\s+vi: /gm,
  ];
  const codes = sources.flatMap((source) =>
    patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1]!)),
  );

  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
});
