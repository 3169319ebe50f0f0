import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stagesOf } from '../clients/typescript/examples/institutions.js';
import { sentenceOf } from '../clients/typescript/examples/progress.js';
import {
  DashboardPageDocument,
  HubClient,
  HubError,
  ViewerDocument,
} from '../clients/typescript/src/index.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let client: HubClient;
let url: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  url = `${await hub.server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  client = new HubClient({ url, language: 'en' });
});
afterAll(() => hub.close());

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
    fetch: async () => new Response('<html>', { status: 502 }),
  });

  await expect(gateway.ask(ViewerDocument, {})).rejects.toMatchObject({
    status: 502,
    message: 'HTTP 502',
  });
});
