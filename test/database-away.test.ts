import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Client, Pool } from 'pg';
import { newApiKeySecret } from '../src/auth/api-key-secret.js';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { uploadAddress } from '../src/evidence/upload-address.js';
import { toGlobalId } from '../src/graphql/node.js';
import { openOrm } from '../src/tables.js';
import { cloneDatabase, startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { idOfUnit, PASSWORD, person, signIn, type Headers } from './support/people.js';
import { proxyTo, type Proxy } from './support/proxy.js';

const LIMITS = { connections: 6, connect: 400, wait: 800, silence: 400 };
const QUESTION = '{ institutions(first: 1) { totalCount } }';

let proxy: Proxy;
let hub: TestHub;
let pool: Pool;
let planner: Headers;
let email: string;
let round: object;
const lines: { level: number; code?: string; reason?: string }[] = [];

beforeAll(async () => {
  proxy = await proxyTo(await cloneDatabase('demo'));
  hub = await startHub({
    sharing: proxy.url,
    databaseLimits: LIMITS,
    cacheMegabytes: 1,
    now: () => new Date('2026-11-23T02:00:00Z'),
    logger: pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line)) }),
  });
  pool = await hub.orm.em.getConnection().getNativeClient();
  const unit = await idOfUnit(hub, '68', '2026-11-23');
  planner = await signIn(hub, { role: 'PLANNER', unit });
  ({ email } = await person(hub, []));
  round = {
    unit,
    framework: (await hub.data('{ frameworks { id } }')).frameworks[0].id,
    nameVi: 'Đợt thử',
    nameEn: 'A trial round',
    opensOn: '2026-12-01',
    dueOn: '2026-12-20',
    referenceDate: '2026-11-30',
    closesOn: '2027-01-10',
  };
});
afterEach(async () => {
  await proxy.listen();
  proxy.pass();
  await untilAnswered();
});
afterAll(async () => {
  await hub.close();
  await proxy.refuse();
});

const ask = () => hub.ask(QUESTION);
const createRound = (code: string) =>
  hub.ask(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { code } userErrors { code } } }`,
    { input: { ...round, code, idempotencyKey: code } },
    planner,
  );

/** How long it took until a question was answered, in milliseconds. */
async function untilAnswered(): Promise<number> {
  const from = performance.now();
  while ((await ask()).status !== 200 && performance.now() < from + 15_000)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return performance.now() - from;
}

/** Nobody has or waits for a connection any more, and as many as there may be can be had at once. */
async function expectWhole(): Promise<void> {
  while (pool.idleCount < pool.totalCount) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pool.waitingCount).toBe(0);
  const all = await Promise.all(
    Array.from({ length: LIMITS.connections }, () =>
      hub.orm.em.fork().execute('select pg_sleep(0.1)'),
    ),
  );
  expect(all).toHaveLength(LIMITS.connections);
  expect(pool.totalCount).toBe(LIMITS.connections);
}

test('a database that is away is told by every route, with when to try again, and logged once', async () => {
  const get = (url: string, headers: Headers = {}) =>
    hub.server.inject({ url, headers: { 'accept-language': 'en', ...headers } });
  const post = (url: string, query: string, variables: object, headers: Headers = {}) =>
    hub.server.inject({
      method: 'POST',
      url,
      headers: { 'accept-language': 'en', ...headers },
      payload: { query, variables },
    });
  const graphGet = `/graphql?query=${encodeURIComponent(QUESTION)}`;
  // From memory, once the database has said that it is still true.
  await get(graphGet);
  const key = { 'x-api-key': newApiKeySecret().text };
  const upload = { uploadId: 1, expiresAt: new Date('2026-11-23T02:10:00Z') };
  const subscription = 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }';
  const { unit } = round as { unit: string };
  await proxy.refuse();
  // The hub has heard it: what it says next is of new connections.
  while (pool.totalCount > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  lines.length = 0;

  const inTheGraph = await Promise.all([
    get(graphGet),
    post('/graphql', QUESTION, {}),
    post('/graphql', QUESTION, {}, planner),
    post('/graphql', QUESTION, {}, key),
    post('/graphql', `{ units: node(id: "${unit}") { id } }`, {}),
    post(
      '/graphql',
      `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { viewer { name } } }`,
      { email, password: PASSWORD },
    ),
    post('/graphql', 'mutation { sessionEnd { userErrors { code } } }', {}, planner),
    post('/graphql/stream', subscription, { unit }, planner),
  ]);
  const elsewhere = await Promise.all([
    get('/exports/institutions.csv'),
    get('/exports/progress.json', planner),
    get(`/evidence/${toGlobalId('Evidence', 1)}`, planner),
    get(`/evidence/${toGlobalId('Evidence', 1)}`),
    hub.server.inject({
      method: 'PUT',
      url: uploadAddress(TOKEN_SECRET, upload),
      headers: { 'content-type': 'application/octet-stream' },
      payload: 'a file',
    }),
  ]);

  for (const { statusCode, headers, body } of inTheGraph)
    expect([
      statusCode,
      headers['retry-after'],
      JSON.parse(body).errors[0].extensions.code,
    ]).toEqual([503, '5', 'DATABASE_UNAVAILABLE']);
  for (const { statusCode, headers, body } of elsewhere)
    expect([statusCode, headers['retry-after'], JSON.parse(body).code]).toEqual([
      503,
      '5',
      'DATABASE_UNAVAILABLE',
    ]);
  expect(inTheGraph[1].json().errors[0].message).toMatch(/^The database does not answer/);
  expect(await get(graphGet, { 'accept-language': 'vi' }).then(({ body }) => body)).toContain(
    'Cơ sở dữ liệu tạm thời không trả lời',
  );
  expect(lines.filter(({ code }) => code === 'DATABASE_UNAVAILABLE')).toEqual([
    expect.objectContaining({ reason: expect.stringContaining('ECONNREFUSED') }),
  ]);
  expect(lines.filter((line) => 'err' in line)).toEqual([]);
});

test('a connection that the database closes with its answer goes to nobody else', async () => {
  const client = await pool.connect();
  const ended = client.query('select pg_terminate_backend(pg_backend_pid())', []);

  await expect(ended).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });

  expect((client as unknown as Client).connection.stream.destroyed).toBe(true);
  client.release(true);
});

test('a large answer that never arrives ends the connection, though it is being sent', async () => {
  const orm = await openOrm(await cloneDatabase('empty'), { limits: LIMITS });
  const client = await (await orm.em.getConnection().getNativeClient()).connect();
  (client as unknown as Client).connection.stream.pause();

  const lost = client.query('select repeat($1, 50000000)', ['x']);

  await expect(lost).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  client.release(true);
  await orm.close(true);
});

describe('a hole into which packets vanish', () => {
  test('ends what waits in it, and everything is answered soon after its end', async () => {
    await expectWhole();
    proxy.hold();

    const inHole = await Promise.all([
      ...Array.from({ length: 12 }, () => ask()),
      ...Array.from({ length: 4 }, (_, index) => createRound(`H${index}`)),
    ]);
    // Some of them are on their way when it ends.
    const late = Array.from({ length: LIMITS.connections }, () => ask());
    await new Promise((resolve) => setTimeout(resolve, LIMITS.connect / 2));
    proxy.pass();

    expect(await untilAnswered()).toBeLessThan(5000);
    for (const { status, errors } of inHole) {
      expect(status).toBe(503);
      expect(['DATABASE_UNAVAILABLE', 'BUSY']).toContain(errors[0]!.extensions.code);
    }
    await Promise.all(late);
    await expectWhole();
    expect((await createRound('H0')).data.reportingRoundCreate.reportingRound.code).toBe('H0');
  });

  test('is told by whether the hub is ready, which asks once at a time and waits for nothing', async () => {
    await expectWhole();
    proxy.hold();
    const before = proxy.asked();
    const from = performance.now();

    const answers = await Promise.all(
      Array.from({ length: 30 }, () => hub.server.inject('/health/ready')),
    );

    expect(performance.now() - from).toBeLessThan(2000);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 503));
    expect(answers[0]!.json()).toEqual({ status: 'the database does not answer' });
    // One that is asked whether the first one is still there, and what the hub does by itself meanwhile.
    expect(proxy.asked() - before).toBeLessThanOrEqual(3);
    proxy.pass();
    await untilAnswered();
    expect((await hub.server.inject('/health/ready')).statusCode).toBe(200);
  });

  test('leaves a statement alone that the database works on for long', async () => {
    const rows = await hub.orm.em.fork().execute(`select pg_sleep(2.5)::text, 'done' as outcome`);

    expect(rows).toMatchObject([{ outcome: 'done' }]);
  });
});

test('connections that are reset all the time lose nobody else’s, and no change is made twice', async () => {
  let seed = 1;
  // The same numbers every time.
  proxy.reset(0.02, () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647);
  const made: string[] = [];
  const statuses = new Set<number>();

  for (let turn = 0; turn < 30; turn += 1) {
    const code = `R${turn}`;
    const [change, ...read] = await Promise.all([createRound(code), ask(), ask(), ask()]);
    if (change.errors.length === 0) made.push(code);
    for (const { status } of read) statuses.add(status);
  }

  proxy.pass();
  await untilAnswered();
  await expectWhole();
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  const rounds = await hub.orm.em
    .fork()
    .execute<{ code: string }[]>(
      `select code from reporting_round where code like 'R%' and code ~ '^R[0-9]+$'`,
    );
  const kept = rounds.map(({ code }) => code);
  expect(kept).toEqual(expect.arrayContaining(made));
  expect(new Set(kept).size).toBe(kept.length);
  // Whoever sends the same again with the same key is answered as if nothing had been.
  for (let turn = 0; turn < 30; turn += 1) {
    const { data } = await createRound(`R${turn}`);
    expect(data.reportingRoundCreate.reportingRound.code).toBe(`R${turn}`);
  }
  expect(await verifyCounts(hub.orm.em.fork())).toEqual([]);
});
