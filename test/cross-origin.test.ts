import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { readConfig } from '../src/config.js';
import { startHub, type TestHub } from './support/hub.js';

const DASHBOARD = 'https://dashboard.example';

/** What a browser is told before a page of the origin may ask the graph, and with the answer. */
async function headersFor(corsOrigins: string[], origin: string) {
  const hub = await startHub({ corsOrigins });
  try {
    return [await preflight(hub, origin), await answer(hub, origin)];
  } finally {
    await hub.close();
  }
}

const corsOf = (headers: Record<string, unknown>) => ({
  origin: headers['access-control-allow-origin'],
  credentials: headers['access-control-allow-credentials'],
});

async function preflight(hub: TestHub, origin: string) {
  const { headers } = await hub.server.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  return corsOf(headers);
}

async function answer(hub: TestHub, origin: string) {
  const { headers } = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { origin },
    payload: { query: '{ __typename }' },
  });
  return corsOf(headers);
}

test('without a setting no page of another origin is let in', async () => {
  const none = { origin: undefined, credentials: undefined };
  expect(await headersFor([], DASHBOARD)).toEqual([none, none]);
});

test('a named origin is let in with cookies, another one is not', async () => {
  const allowed = { origin: DASHBOARD, credentials: 'true' };
  expect(await headersFor([DASHBOARD], DASHBOARD)).toEqual([allowed, allowed]);
  for (const { origin } of await headersFor([DASHBOARD], 'https://elsewhere.example'))
    expect(origin).toBeUndefined();
});

test('with * every origin is let in, and never with cookies', async () => {
  const anyone = { origin: '*', credentials: undefined };
  expect(await headersFor(['*'], DASHBOARD)).toEqual([anyone, anyone]);
});

test.each([
  ['', []],
  ['*', ['*']],
  ['https://a.example, http://127.0.0.1:5173', ['https://a.example', 'http://127.0.0.1:5173']],
])('HUB_CORS_ORIGINS takes “%s”', (text, origins) => {
  expect(readConfig({ HUB_CORS_ORIGINS: text }).corsOrigins).toEqual(origins);
});

test.each([
  ['a.example', 'must be * or origins'],
  ['https://a.example/', 'must be * or origins'],
  ['https://A.example', 'must be * or origins'],
  ['ftp://a.example', 'must be * or origins'],
  ['null', 'must be * or origins'],
  ['*, https://a.example', 'not both'],
])('HUB_CORS_ORIGINS refuses “%s”', (text, reason) => {
  expect(() => readConfig({ HUB_CORS_ORIGINS: text })).toThrow(reason);
});

test('generators of code read the text of the graph, and read it again only when it has changed', async () => {
  const hub = await startHub();
  try {
    const first = await hub.server.inject({ url: '/schema.graphql' });
    const etag = first.headers.etag as string;
    const again = await hub.server.inject({
      url: '/schema.graphql',
      headers: { 'if-none-match': etag },
    });
    const other = await hub.server.inject({
      url: '/schema.graphql',
      headers: { 'if-none-match': '"another"' },
    });

    expect(first.body).toBe(await readFile('schema/schema.graphql', 'utf8'));
    expect(first.headers['content-type']).toBe('application/graphql; charset=utf-8');
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect([other.statusCode, other.headers.etag]).toEqual([200, etag]);
  } finally {
    await hub.close();
  }
});
