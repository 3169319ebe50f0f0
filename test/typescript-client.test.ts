import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { upToDate } from '../clients/typescript/examples/copy.js';
import { stagesOf } from '../clients/typescript/examples/institutions.js';
import { sentenceOf } from '../clients/typescript/examples/progress.js';
import {
  ApiKeyCreateDocument,
  DashboardPageDocument,
  HubClient,
  HubError,
  PlannerProgressDocument,
  ViewerDocument,
  type DashboardPageQuery,
} from '../clients/typescript/src/index.js';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { approve, now } from './support/reporting.js';

let hub: TestHub;
let client: HubClient;
let url: string;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  url = `${await hub.server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  client = new HubClient({ url, language: 'en' });
  scene = await sceneOf(hub);
});
afterAll(() => hub.close());

/** The list of a page of the dashboard. */
const listOf = ({ institutions }: DashboardPageQuery) => institutions;

test('the example of institutions counts every one of them once', async () => {
  const { institutions } = await hub.data(
    '{ institutions(first: 1, filter: { on: "2024-12-31" }) { totalCount } }',
  );

  const count = await stagesOf(client, '2024-12-31');

  expect(Object.values(count).reduce((sum, each) => sum + each, 0)).toBe(institutions.totalCount);
  expect(count['COMPLETED']).toBeGreaterThan(0);
});

test('the example of progress says what the graph does', async () => {
  expect(await sentenceOf(client, '67', '2025-06-30')).toBe(
    'Tỉnh Đắk Nông: 44 of 313 schools (14.1%, at most 36.1%; 244 reported).',
  );
  expect(await sentenceOf(client, '67', '2026-01-01')).toBe(
    'On 2026-01-01 no province has the code 67.',
  );
});

test('what the hub refuses is thrown with its code and sentence', async () => {
  const refused = client.ask(DashboardPageDocument, { first: 101 });

  await expect(refused).rejects.toBeInstanceOf(HubError);
  await expect(refused).rejects.toMatchObject({
    codes: ['INVALID_PAGE'],
    message: 'first is 101; it must be from 1 to 100.',
  });
});

test('a token is asked for with each request, and a bad one is refused', async () => {
  let asked = 0;
  const stranger = new HubClient({ url, token: () => `no token ${(asked += 1)}` });

  await expect(stranger.ask(ViewerDocument, {})).rejects.toMatchObject({
    status: 401,
    codes: ['UNAUTHENTICATED'],
  });
  expect(asked).toBe(1);
});

test('an answer that is not the hub’s is an error as well', async () => {
  const gateway = new HubClient({
    url: 'http://hub.example',
    patience: 0,
    fetch: async () => new Response('<html>', { status: 502 }),
  });

  await expect(gateway.ask(ViewerDocument, {})).rejects.toMatchObject({
    status: 502,
    message: 'HTTP 502',
  });
});

test('a key opens what a hub keeps for keys, and an unknown one is refused', async () => {
  const operator = new HubClient({
    url,
    token: scene.headers.operator['authorization']!.replace('Bearer ', ''),
  });
  const { apiKeyCreate } = await operator.ask(ApiKeyCreateDocument, {
    input: { name: 'Chương trình', scopes: ['READ_PUBLIC'] },
  });
  const closed = await startHub({ sharing: hub.databaseUrl, now, publicRead: false });
  try {
    const address = `${await closed.server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
    const asked = (key?: string | (() => string)) =>
      new HubClient({ url: address, key }).ask(DashboardPageDocument, { first: 1 });

    expect((await asked(() => apiKeyCreate.secret!)).institutions.edges).toHaveLength(1);
    await expect(asked('edh_none')).rejects.toMatchObject({ status: 401, codes: ['KEY_UNKNOWN'] });
    await expect(asked()).rejects.toMatchObject({ status: 401 });
  } finally {
    await closed.close();
  }
});

test('what the hub says beside the data comes with it', async () => {
  const { data, problems, extensions } = await client.askPartly(PlannerProgressDocument, {
    code: '68',
    on: '2025-12-31',
    asOf: '2025-12-31',
  });

  expect(data.administrativeUnit!.progress).not.toBeNull();
  expect(problems).toEqual([]);
  const said = await hub.ask('{ institution(code: "DN-THPT-01") { code } }');
  expect(extensions.data).toEqual({ ...said.extensions.data, illustrative: true });
  expect(extensions.cost).toEqual({ requested: expect.any(Number), maximum: 3000 });
});

test('a walk goes on in another run from the cursor of a page', async () => {
  const whole: string[] = [];
  for await (const { id } of client.rows(DashboardPageDocument, { first: 100 }, listOf))
    whole.push(id);
  const parts: string[] = [];
  let stored: string | null = null;

  for (let run = 0; run < 2; run += 1) {
    const asked: { first: number; after: string | null } = { first: 100, after: stored };
    for await (const { rows, cursor } of client.pages(DashboardPageDocument, asked, listOf)) {
      parts.push(...rows.map(({ id }) => id));
      stored = cursor;
      if (run === 0) break;
    }
    expect(parts.length === whole.length).toBe(run === 1);
  }

  expect(parts).toEqual(whole);
});

test('a walk whose order has changed ends with its code', async () => {
  const pages = client.pages(DashboardPageDocument, { orderBy: 'CODE', first: 1 }, listOf);
  await pages.next();

  await publish(hub.em.fork(), async (em) => {
    await em.execute("update institution set code = code || '-X' where id = 2");
    return { changed: true };
  });

  await expect(pages.next()).rejects.toMatchObject({ codes: ['CURSOR_OUTDATED'] });
});

test('a copy that is stored and goes on from its cursor equals a fresh one', async () => {
  const first = await upToDate(client, null);
  const stored = JSON.stringify(first);
  const { id, version } = await UPDATES.submitted(scene);
  await approve(hub, scene.headers.reviewer, { id, version });

  const copy = await upToDate(client, JSON.parse(stored));

  expect(copy.institutions).not.toEqual(first.institutions);
  expect(copy.cursor).not.toBe(first.cursor);
  expect(copy).toEqual(await upToDate(client, null));
  expect(await upToDate(client, copy)).toEqual(copy);
});
