import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { newApiKeySecret } from '../src/auth/api-key-secret.js';
import { toGlobalId } from '../src/graphql/node.js';
import { dumpOf } from './support/dump.js';
import { everythingOf, mutationOf, rootFields } from './support/everything.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import {
  demoPeople,
  PASSWORD,
  person,
  signIn,
  type Headers,
  type Person,
} from './support/people.js';
import { SCHOOL } from './support/reporting.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const HOUR = 3_600_000;

let hub: TestHub;
let people: Record<string, Person>;
let time: Date;
/** What the hub logged, as text. */
let log = '';
beforeAll(async () => {
  time = NOW;
  const logger = pino({ level: 'trace' }, { write: (line: string) => (log += line) });
  hub = await startHub({ from: 'demo', now: () => time, logger, limits: UNBOUNDED });
  people = await demoPeople(hub);
});
beforeEach(() => {
  time = NOW;
});
afterAll(() => hub.close());

const after = (milliseconds: number) => (time = new Date(NOW.getTime() + milliseconds));

const KEY = `apiKey { id name scopes version createdAt expiresAt revokedAt lastUsedAt
  secrets { prefix createdAt goodUntil lastUsedAt } }`;
const FIELDS: Record<string, string> = {
  apiKeyCreate: `${KEY} secret`,
  apiKeyRotate: `${KEY} secret`,
  apiKeyRevoke: KEY,
};

/** Runs one of the mutations, as the operator unless somebody else is named. */
function mutate(name: string, input: object, headers = people['operator']!.headers) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  return hub.ask<any>(
    `mutation ($input: ${type}) {
      done: ${name}(input: $input) { ${FIELDS[name]} userErrors { code field message } }
    }`,
    { input },
    headers,
  );
}

async function done(name: string, input: object, headers?: Headers) {
  const { data, errors } = await mutate(name, input, headers);
  expect(errors).toEqual([]);
  return data.done;
}

const newKey = (rest: object = {}) => ({
  name: 'Bảng điều khiển',
  scopes: ['READ_PUBLIC'],
  ...rest,
});

/** A key of its own for a test. */
async function key(rest: object = {}): Promise<{ id: string; secret: string }> {
  const { apiKey, secret } = await done('apiKeyCreate', newKey(rest));
  return { id: apiKey.id, secret };
}

const QUESTION = '{ institution(code: "DN-THPT-01") { code } viewer { name } }';
const ANSWER = { institution: { code: 'DN-THPT-01' }, viewer: null };
const asHeader = (secret: string) => ({ 'x-api-key': secret });
const asBearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** The status and the code that a question with these headers is answered with. */
async function answered(headers: Record<string, string>, query = QUESTION) {
  const { status, data, errors } = await hub.ask(query, {}, headers);
  return [status, errors[0]?.extensions.code ?? data];
}

/** What the trail says of a key, oldest first. */
function trailOf(id: number): Promise<any[]> {
  return hub.em.fork().execute(
    `select action, account_id as by, address, subject_version as version, before, after
     from audit_event where subject_type = 'ApiKey' and subject_id = ? order by id`,
    [id],
  );
}

const rowOf = (id: string) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);

describe('a key', () => {
  test('is told once, reads what the public reads, and is no viewer', async () => {
    const { apiKey, secret, userErrors } = await done('apiKeyCreate', {
      name: '  Sở Khoa học  và Công nghệ ',
      scopes: ['READ_PUBLIC', 'READ_EXPORTS', 'READ_PUBLIC'],
    });

    expect(userErrors).toEqual([]);
    expect(secret).toMatch(/^edh_[0-9a-f]{8}_[0-9a-f]{64}_[0-9a-f]{8}$/);
    expect(apiKey).toEqual({
      id: expect.any(String),
      name: 'Sở Khoa học và Công nghệ',
      scopes: ['READ_PUBLIC', 'READ_EXPORTS'],
      version: 1,
      createdAt: expect.any(String),
      expiresAt: '2027-11-24T02:00:00.000Z',
      revokedAt: null,
      lastUsedAt: null,
      secrets: [
        {
          prefix: secret.slice(0, 12),
          createdAt: apiKey.createdAt,
          goodUntil: null,
          lastUsedAt: null,
        },
      ],
    });
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    expect(await answered(asBearer(secret))).toEqual([200, ANSWER]);
    expect(await trailOf(rowOf(apiKey.id))).toEqual([
      {
        action: 'apiKeyCreate',
        by: people['operator']!.accountId,
        address: '127.0.0.1',
        version: 1,
        before: null,
        after: {
          name: 'Sở Khoa học và Công nghệ',
          scopes: ['READ_PUBLIC', 'READ_EXPORTS'],
          expiresAt: '2027-11-24T02:00:00.000Z',
          prefix: secret.slice(0, 12),
        },
      },
    ]);
  });

  test('is made once for an idempotency key, and its secret is not told again', async () => {
    const input = newKey({ idempotencyKey: 'make a key' });

    const answers = await Promise.all([1, 2, 3].map(() => done('apiKeyCreate', input)));
    const other = await done('apiKeyCreate', { ...input, name: 'Khác' });

    expect(new Set(answers.map(({ apiKey }) => apiKey.id)).size).toBe(1);
    expect(answers.filter(({ secret }) => secret !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(other).toMatchObject({
      apiKey: null,
      secret: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  test('tells everything that is wrong at once, and is not made', async () => {
    const refused = await done('apiKeyCreate', {
      name: ' ',
      scopes: [],
      expiresAt: '2026-11-24T02:00:00Z',
    });
    const long = await done('apiKeyCreate', newKey({ name: 'x'.repeat(201) }));
    const far = await done('apiKeyCreate', newKey({ expiresAt: '2031-11-24T02:00:00.001Z' }));
    const farthest = await done('apiKeyCreate', newKey({ expiresAt: '2031-11-24T02:00:00Z' }));

    expect(refused).toMatchObject({ apiKey: null, secret: null });
    expect(refused.userErrors.map(({ code, field }: any) => [code, field])).toEqual([
      ['TEXT_MISSING', ['name']],
      ['LIST_EMPTY', ['scopes']],
      ['EXPIRY_UNFIT', ['expiresAt']],
    ]);
    expect(long.userErrors).toMatchObject([{ code: 'TEXT_TOO_LONG', field: ['name'] }]);
    expect(far.userErrors).toMatchObject([
      {
        code: 'EXPIRY_UNFIT',
        message:
          'The key would expire at 2031-11-24T02:00:00.001Z; that has to be after now, and 2031-11-24T02:00:00.000Z at the latest.',
      },
    ]);
    expect(farthest.userErrors).toEqual([]);
  });

  test('expires to the moment, and is not taken for anonymous then', async () => {
    const { secret } = await key({ expiresAt: '2026-11-24T03:00:00Z' });

    after(HOUR - 1);
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    after(HOUR);
    expect(await answered(asHeader(secret))).toEqual([401, 'KEY_EXPIRED']);
  });

  test('is refused from the request after it was revoked, which is harmless to repeat', async () => {
    const { id, secret } = await key();
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);

    const first = await done('apiKeyRevoke', { id });
    const refused = await answered(asHeader(secret));
    const second = await done('apiKeyRevoke', { id });

    expect(first).toMatchObject({ apiKey: { version: 2, revokedAt: expect.any(String) } });
    expect(refused).toEqual([401, 'KEY_REVOKED']);
    expect(second.apiKey).toMatchObject({ version: 2, revokedAt: first.apiKey.revokedAt });
    expect(await trailOf(rowOf(id))).toMatchObject([
      { action: 'apiKeyCreate' },
      {
        action: 'apiKeyRevoke',
        version: 2,
        before: { revokedAt: null },
        after: { revokedAt: first.apiKey.revokedAt },
      },
    ]);
  });

  test('that is revoked says so even when it has expired as well', async () => {
    const { id, secret } = await key({ expiresAt: '2026-11-24T03:00:00Z' });
    await done('apiKeyRevoke', { id });
    after(HOUR);

    expect(await answered(asHeader(secret))).toEqual([401, 'KEY_REVOKED']);
  });
});

describe('rotating', () => {
  test('gives a new secret, and leaves the old one good for a day', async () => {
    const { id, secret: old } = await key();

    const { apiKey, secret } = await done('apiKeyRotate', { id, version: 1 });

    expect(secret).toMatch(/^edh_/);
    expect(apiKey).toMatchObject({
      id,
      version: 2,
      expiresAt: '2027-11-24T02:00:00.000Z',
      secrets: [
        { prefix: secret.slice(0, 12), goodUntil: null },
        { prefix: old.slice(0, 12), goodUntil: '2026-11-25T02:00:00.000Z' },
      ],
    });
    after(24 * HOUR - 1);
    expect(await answered(asHeader(old))).toEqual([200, ANSWER]);
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    after(24 * HOUR);
    expect(await answered(asHeader(old))).toEqual([401, 'KEY_REPLACED']);
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    expect((await trailOf(rowOf(id)))[1]).toMatchObject({
      action: 'apiKeyRotate',
      version: 2,
      before: { expiresAt: '2027-11-24T02:00:00.000Z' },
      after: {
        expiresAt: '2027-11-24T02:00:00.000Z',
        prefix: secret.slice(0, 12),
        oldGoodUntil: '2026-11-25T02:00:00.000Z',
      },
    });
  });

  test('ends the old secrets at once with no overlap, and never puts off an end that they have', async () => {
    const { id, secret: first } = await key();
    const { secret: second } = await done('apiKeyRotate', { id, version: 1, overlapHours: 1 });
    const { secret: third } = await done('apiKeyRotate', { id, version: 2, overlapHours: 48 });

    after(HOUR);
    expect(await answered(asHeader(first))).toEqual([401, 'KEY_REPLACED']);
    expect(await answered(asHeader(second))).toEqual([200, ANSWER]);

    const operator = await signIn(hub, { role: 'OPERATOR' });
    const last = { id, version: 3, overlapHours: 0 };
    const { secret: fourth } = await done('apiKeyRotate', last, operator);
    for (const old of [first, second, third])
      expect(await answered(asHeader(old))).toEqual([401, 'KEY_REPLACED']);
    expect(await answered(asHeader(fourth))).toEqual([200, ANSWER]);
  });

  test('renews a key that has expired, and does not wake its old secret', async () => {
    const { id, secret: old } = await key({ expiresAt: '2026-11-24T03:00:00Z' });
    after(2 * HOUR);

    const operator = await signIn(hub, { role: 'OPERATOR' });
    const without = await done('apiKeyRotate', { id, version: 1 }, operator);
    const renewal = { id, version: 1, expiresAt: '2027-06-30T00:00:00Z' };
    const { secret, userErrors } = await done('apiKeyRotate', renewal, operator);

    expect(without.userErrors).toMatchObject([{ code: 'EXPIRY_UNFIT', field: ['expiresAt'] }]);
    expect(userErrors).toEqual([]);
    expect(await answered(asHeader(old))).toEqual([401, 'KEY_REPLACED']);
    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
  });

  test('that comes second of two at once is a conflict that names the first', async () => {
    const { id } = await key();

    const both = await Promise.all([1, 2].map(() => done('apiKeyRotate', { id, version: 1 })));

    const lost = both.find(({ apiKey }) => apiKey === null);
    expect(both.filter(({ secret }) => secret !== null)).toHaveLength(1);
    expect(lost.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['version'] }]);
    expect(lost.userErrors[0].message).toContain('Người vận hành (minh hoạ) (apiKeyRotate');
  });

  test('is repeated for an idempotency key without the secret', async () => {
    const { id } = await key();
    const input = { id, version: 1, idempotencyKey: 'rotate' };

    const first = await done('apiKeyRotate', input);
    const second = await done('apiKeyRotate', input);

    expect(first.secret).not.toBeNull();
    expect(second).toEqual({ ...first, secret: null });
  });

  test('tells everything that is wrong at once', async () => {
    const { id } = await key();
    await done('apiKeyRevoke', { id });

    const refused = await done('apiKeyRotate', {
      id,
      version: 2,
      overlapHours: 721,
      expiresAt: '2026-01-01T00:00:00Z',
    });
    const negative = await done('apiKeyRotate', { id, version: 2, overlapHours: -1 });

    expect(refused).toMatchObject({ apiKey: null, secret: null });
    expect(refused.userErrors.map(({ code, field }: any) => [code, field])).toEqual([
      ['ALREADY_REVOKED', ['id']],
      ['EXPIRY_UNFIT', ['expiresAt']],
      ['OVERLAP_UNFIT', ['overlapHours']],
    ]);
    expect(negative.userErrors.map(({ code }: any) => code)).toEqual([
      'ALREADY_REVOKED',
      'OVERLAP_UNFIT',
    ]);
  });

  test.each(['apiKeyRotate', 'apiKeyRevoke'])('%s finds nothing by a wrong id', async (name) => {
    const version = name === 'apiKeyRotate' ? { version: 1 } : {};
    for (const id of ['x', toGlobalId('Account', 1), toGlobalId('ApiKey', 999_999)])
      expect((await done(name, { id, ...version })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['id'] },
      ]);
  });
});

describe('what is no good key is refused, and never taken for anonymous', () => {
  test.each<[string, (good: string) => Record<string, string>]>([
    ['a key of another hub', () => asHeader(newApiKeySecret().text)],
    ['a key of another hub as a bearer token', () => asBearer(newApiKeySecret().text)],
    ['a key that is cut short', (good) => asHeader(good.slice(0, -1))],
    ['a key that is cut short as a bearer token', (good) => asBearer(good.slice(0, -1))],
    ['only the prefix of a key', (good) => asHeader(good.slice(0, 12))],
    [
      'the prefix of a key with another secret',
      (good) => asHeader(good.slice(0, 12) + newApiKeySecret().text.slice(12)),
    ],
    ['a key in capitals', (good) => asHeader(good.toUpperCase())],
    ['a key that is quoted', (good) => asHeader(`"${good}"`)],
    ['two keys in one header', (good) => asHeader(`${good}, ${good}`)],
    ['an empty header', () => asHeader('')],
    [
      'an access token in the header of keys',
      () => asHeader(people['operator']!.headers['authorization']!.slice('Bearer '.length)),
    ],
    ['SQL', () => asHeader("' or true --")],
  ])('%s', async (_, headers) => {
    const { secret } = await key();
    const response = await hub.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-language': 'en', ...headers(secret) },
      payload: { query: QUESTION },
    });

    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(response.json()).toEqual({
      errors: [
        {
          message: 'This is no API key of this hub. Send the whole key, from “edh_” to its end.',
          extensions: { code: 'KEY_UNKNOWN' },
        },
      ],
    });
  });

  test('a key that is not sent as one is a bearer token that proves nothing', async () => {
    const { secret } = await key();

    expect(await answered({ authorization: secret })).toEqual([401, 'UNAUTHENTICATED']);
    // A password has a user name before it, if an empty one.
    expect(await answered({ authorization: `Basic ${secret}` })).toEqual([401, 'KEY_UNKNOWN']);
  });

  test('the hash that the database keeps opens nothing', async () => {
    const { secret } = await key();
    const [row] = await hub.em
      .fork()
      .execute<[{ hash: string }]>('select hash from api_key_secret where prefix = ?', [
        secret.slice(0, 12),
      ]);

    expect(await answered(asHeader(row.hash))).toEqual([401, 'KEY_UNKNOWN']);
  });

  test('a key and a token at once are refused, whatever they are worth', async () => {
    const { secret } = await key();
    const { headers } = people['operator']!;

    for (const both of [
      { ...headers, ...asHeader(secret) },
      { ...asBearer(secret), ...asHeader(secret) },
      { authorization: 'Bearer nothing', ...asHeader('nothing') },
    ])
      expect(await answered(both)).toEqual([400, 'TWO_CREDENTIALS']);
  });

  test('what is no whole key costs no SQL, a good one one statement more than none', async () => {
    const { secret } = await key();
    const count = (headers: Record<string, string>) =>
      hub.countStatements(() => hub.ask('{ __typename }', {}, headers));

    const anonymous = await count({});
    // Its last use is written with the first request, which is not counted here.
    await used(secret, count);
    expect(await count(asHeader(secret.slice(0, -1)))).toBe(0);
    expect(await count(asHeader(secret))).toBe(anonymous + 1);
  });
});

/** Uses a key, and waits until its last use is written. */
async function used(
  secret: string,
  use: (headers: Record<string, string>) => Promise<unknown> = answered,
): Promise<string> {
  await use(asHeader(secret));
  return eventually(async () => (await lastUse(secret)) ?? undefined);
}

async function lastUse(secret: string): Promise<string | null> {
  const prefix = secret.slice(0, 12);
  const { apiKeys } = await hub.data(
    'query ($prefix: String) { apiKeys(first: 1, prefix: $prefix) { nodes { lastUsedAt } } }',
    { prefix },
    people['operator']!.headers,
  );
  return apiKeys.nodes[0].lastUsedAt;
}

/** What becomes of something that nobody waits for. */
async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 500; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come');
}

describe('the last use', () => {
  test('is written at most once a minute', async () => {
    const { secret } = await key();
    const writes = await countWrites();

    expect(await used(secret)).toBe('2026-11-24T02:00:00.000Z');
    after(59_999);
    await answered(asHeader(secret));
    after(60_000);
    await answered(asHeader(secret));
    await eventually(async () =>
      (await lastUse(secret)) === '2026-11-24T02:01:00.000Z' ? true : undefined,
    );

    expect(await writes()).toBe(2);
  });

  test('is written once by many requests at once', async () => {
    const { secret } = await key();
    const writes = await countWrites();

    await Promise.all(Array.from({ length: 20 }, () => answered(asHeader(secret))));
    await used(secret);

    expect(await writes()).toBe(1);
  });

  test('is not that of a refused request', async () => {
    const { id, secret } = await key();
    await done('apiKeyRevoke', { id });

    await answered(asHeader(secret));
    // Of another key, so that there is something to wait for.
    await used((await key()).secret);

    expect(await lastUse(secret)).toBeNull();
  });

  test('never holds up or fails a request', async () => {
    const { secret } = await key();
    const other = hub.em.fork();
    await other.begin();
    await other.execute('select from api_key_secret where prefix = ? for update', [
      secret.slice(0, 12),
    ]);

    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    expect(await lastUse(secret)).toBeNull();
    await other.rollback();
    await used(secret);
  });

  test('that cannot be written is only logged', async () => {
    const { secret } = await key();
    await hub.em.fork().execute(`
      create function refuse_use() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
      create trigger refuse_use before update of last_used_at on api_key_secret
        for each row execute function refuse_use()`);
    log = '';

    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
    await eventually(async () =>
      log.includes('the last use of an API key was not written') ? true : undefined,
    );
    await hub.em.fork().execute('drop function refuse_use cascade');
    expect(await used(secret)).toBe('2026-11-24T02:00:00.000Z');
  });

  /** Begins to count how often a last use is written. */
  async function countWrites(): Promise<() => Promise<number>> {
    await hub.em.fork().execute(`
      drop sequence if exists uses cascade;
      create sequence uses; grant usage on sequence uses to public;
      create or replace function count_use() returns trigger language plpgsql as $$
        begin perform nextval('uses'); return new; end $$;
      create or replace trigger count_use before update of last_used_at on api_key_secret
        for each row execute function count_use()`);
    return async () => {
      const [row] = await hub.em
        .fork()
        .execute<[{ count: number }]>(
          'select case when is_called then last_value else 0 end::int as count from uses',
        );
      return row.count;
    };
  }
});

describe('keys read what is public, and only that', () => {
  test('no mutation takes one, and nothing changes', async () => {
    const { secret } = await key({ scopes: ['READ_PUBLIC', 'READ_EXPORTS'] });
    await used(secret);
    const before = await dumpOf(hub);

    for (const name of rootFields('Mutation')) {
      const { status, data, errors } = await hub.ask(mutationOf(name), {}, asHeader(secret));
      expect([name, status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([
        name,
        403,
        null,
        ['KEY_READ_ONLY'],
      ]);
    }
    expect(await dumpOf(hub)).toBe(before);
  });

  test('every question is answered as the public is', async () => {
    const { id, secret } = await key();
    const questions = [
      '{ viewer { name } }',
      `{ institution(code: "${SCHOOL}") ${everythingOf('Institution', 3)} }`,
      `{ administrativeUnit(code: "68") ${everythingOf('AdministrativeUnit', 2)} }`,
      ...['accounts', 'apiKeys', 'auditEvents', 'statusUpdates', 'reportingRounds'].map(
        (name) => `{ ${name}(first: 50) { totalCount nodes { id } } }`,
      ),
      `{ nodes(ids: ["${id}", "${people['operator']!.id}"]) { id } }`,
    ];

    for (const query of questions) {
      const anonymous = await hub.ask(query);
      expect(anonymous.errors).toEqual([]);
      expect(await hub.ask(query, {}, asHeader(secret))).toEqual(anonymous);
    }
  });

  test('a key without READ_PUBLIC asks what everybody may ask', async () => {
    const { secret } = await key({ scopes: ['READ_EXPORTS'] });

    expect(await answered(asHeader(secret))).toEqual([200, ANSWER]);
  });

  test('a file of evidence is as unknown to a key as to the public, and a bad key is refused there', async () => {
    const { secret } = await key();
    const fetched = (headers: Record<string, string>) =>
      hub.server.inject({
        url: `/evidence/${toGlobalId('Evidence', 1)}`,
        headers: { 'accept-language': 'en', ...headers },
      });

    const [anonymous, good, bad] = [
      await fetched({}),
      await fetched(asHeader(secret)),
      await fetched(asHeader(`${secret}0`)),
    ];
    expect([anonymous.statusCode, good.statusCode, bad.statusCode]).toEqual([404, 404, 401]);
    expect(good.body).toBe(anonymous.body);
    expect(bad.json().code).toBe('KEY_UNKNOWN');
  });
});

describe('the list of keys', () => {
  test('pages from the newest, and finds a key by the prefix of any of its secrets', async () => {
    const made = [await key(), await key(), await key()].reverse();
    const { secret: next } = await done('apiKeyRotate', { id: made[1]!.id, version: 1 });
    const found = async (variables: object) => {
      const { apiKeys } = await hub.data(
        `query ($first: Int, $after: String, $prefix: String) {
          apiKeys(first: $first, after: $after, prefix: $prefix) {
            totalCount nodes { id } pageInfo { endCursor } } }`,
        variables,
        people['operator']!.headers,
      );
      return apiKeys;
    };

    const first = await found({ first: 2 });
    const second = await found({ first: 1, after: first.pageInfo.endCursor });

    expect([...first.nodes, ...second.nodes]).toEqual(made.map(({ id }) => ({ id })));
    for (const secret of [made[1]!.secret, next])
      expect(await found({ first: 5, prefix: secret.slice(0, 12) })).toMatchObject({
        totalCount: 1,
        nodes: [{ id: made[1]!.id }],
      });
    for (const prefix of ['edh_', made[1]!.secret, '%'])
      expect(await found({ first: 5, prefix })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  test('tells the ten newest secrets of a key', async () => {
    const { id, secret } = await key();
    const secrets = [secret];
    for (let version = 1; version <= 10; version += 1)
      secrets.unshift((await done('apiKeyRotate', { id, version })).secret);

    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on ApiKey { secrets { prefix } } } }',
      { id },
      people['operator']!.headers,
    );

    expect(node.secrets).toEqual(
      secrets.slice(0, 10).map((each) => ({ prefix: each.slice(0, 12) })),
    );
  });

  test('takes as many statements for twenty keys as for two', async () => {
    for (let each = 0; each < 20; each += 1) await key();
    const count = (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { apiKeys(first: $first) { nodes { ${KEY.slice(9, -2)} } } }`,
          { first },
          people['operator']!.headers,
        ),
      );

    expect(await count(2)).toBe(4);
    expect(await count(20)).toBe(4);
  });
});

test('the database, the trail, the answers that are kept and the log hold no key', async () => {
  log = '';
  const input = newKey({ idempotencyKey: 'dump' });
  const { apiKey, secret: first } = await done('apiKeyCreate', input);
  await done('apiKeyCreate', input);
  const rotation = { id: apiKey.id, version: 1, overlapHours: 0, idempotencyKey: 'dump again' };
  const { secret: second } = await done('apiKeyRotate', rotation);
  await done('apiKeyRotate', rotation);
  await used(second);
  await answered(asBearer(second));
  const refused = [first, newApiKeySecret().text];
  for (const secret of refused) expect((await answered(asHeader(secret)))[0]).toBe(401);
  const { data } = await hub.ask<any>(
    '{ auditEvents(first: 100) { nodes { before after } } }',
    {},
    people['operator']!.headers,
  );

  const places = [await dumpOf(hub), log, JSON.stringify(data)];
  const [dump, logged] = places;
  expect(dump).toContain('dump again');
  for (const secret of [first, second, ...refused]) {
    expect(logged).toContain(secret.slice(0, 12));
    const [, , random] = secret.split('_');
    for (const guise of [
      random,
      ...['base64', 'base64url', 'hex'].map((encoding) =>
        Buffer.from(random, 'utf8').toString(encoding as BufferEncoding),
      ),
      Buffer.from(random, 'hex').toString('base64url'),
    ])
      expect(places.filter((place) => place.includes(guise))).toEqual([]);
  }
  expect(dump).toContain(first.slice(0, 12));
  expect(dump).toContain(second.slice(0, 12));
});

describe('a hub that answers no anonymous questions', () => {
  let closed: TestHub;
  let operator: Person;
  let secret: string;
  beforeAll(async () => {
    closed = await startHub({ from: 'demo', now: () => NOW, publicRead: false });
    operator = await person(closed, [{ role: 'OPERATOR' }]);
    secret = await keyThere();
  });

  async function keyThere(rest: object = {}): Promise<string> {
    const { done: made } = await closed.data(
      `mutation ($input: ApiKeyCreateInput!) { done: apiKeyCreate(input: $input) { secret } }`,
      { input: newKey(rest) },
      operator.headers,
    );
    return made.secret;
  }
  afterAll(() => closed.close());

  test('refuses them with a code, before anything is read', async () => {
    const ask = () =>
      closed.server.inject({
        url: `/graphql?query=${encodeURIComponent(QUESTION)}`,
        headers: { 'accept-language': 'en', 'apollo-require-preflight': '1' },
      });
    const response = await ask();

    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.json()).toEqual({
      errors: [
        {
          message:
            'This hub answers no anonymous questions. Send an API key (X-Api-Key), or sign in with sessionStart.',
          extensions: { code: 'PUBLIC_READ_OFF' },
        },
      ],
    });
    expect(await closed.countStatements(ask)).toBe(0);
  });

  test.each([
    ['beside one for the schema', '{ __typename institution(code: "DN-THPT-01") { code } }'],
    [
      'in a fragment',
      'query { ...F } fragment F on Query { __typename ...G } fragment G on Query { viewer { name } }',
    ],
    [
      'in an inline fragment',
      '{ ... on Query { ... { institution(code: "DN-THPT-01") { code } } } }',
    ],
    [
      'under the name of a field of the schema',
      '{ __schema: institution(code: "DN-THPT-01") { code } }',
    ],
    ['that is skipped', '{ __typename viewer @skip(if: true) { name } }'],
  ])('refuses a question %s', async (_, query) => {
    const { status, errors } = await closed.ask(query);

    expect([status, errors[0]!.extensions.code]).toEqual([401, 'PUBLIC_READ_OFF']);
  });

  test('a key without READ_PUBLIC asks the graph for nothing but the schema', async () => {
    const files = await keyThere({ scopes: ['READ_EXPORTS'] });
    const response = await closed.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-language': 'en', ...asHeader(files) },
      payload: { query: QUESTION },
    });

    expect(response.statusCode).toBe(403);
    expect(response.headers['www-authenticate']).toBe('Bearer error="insufficient_scope"');
    expect(response.json()).toEqual({
      errors: [
        {
          message:
            'This API key does not have the scope READ_PUBLIC. Ask an operator for one that has.',
          extensions: { code: 'KEY_SCOPE_MISSING' },
        },
      ],
    });
    expect(await closed.data('{ __schema { queryType { name } } }', {}, asHeader(files))).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  test('answers with a key or a sign-in', async () => {
    for (const headers of [asHeader(secret), asBearer(secret), operator.headers])
      expect((await closed.data(QUESTION, {}, headers)).institution).toEqual({ code: SCHOOL });
  });

  test('still shows the schema, its page and its health, and lets people sign in', async () => {
    const schema = await closed.data(
      'query { ...F } fragment F on Query { __schema { queryType { name } } ... { __typename } }',
    );
    const pages = await Promise.all(
      ['/graphiql', '/health/live', '/health/ready'].map((url) => closed.server.inject({ url })),
    );
    const { data, cookie } = await closed.ask<any>(
      `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { viewer { email } } }`,
      { email: operator.email, password: PASSWORD },
    );
    const refreshed = await closed.data(
      'mutation { sessionRefresh { viewer { email } } }',
      {},
      { cookie: cookie!.split(';')[0]! },
    );

    expect(schema).toEqual({ __schema: { queryType: { name: 'Query' } }, __typename: 'Query' });
    expect(pages.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(data.sessionStart.viewer).toEqual({ email: operator.email });
    expect(refreshed.sessionRefresh.viewer).toEqual({ email: operator.email });
  });

  test('answers no other mutation of somebody who is not signed in', async () => {
    const open = ['sessionStart', 'sessionRefresh'];
    for (const name of rootFields('Mutation').filter((each) => !open.includes(each))) {
      const { data, errors } = await closed.ask(
        mutationOf(name),
        name === 'accountDisable' ? { input: { account: operator.id } } : {},
      );
      expect(data ?? null).toBeNull();
      expect(['UNAUTHENTICATED', 'BAD_USER_INPUT']).toContain(errors[0]!.extensions.code);
    }
  });
});
