import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import {
  DashboardPageDocument,
  HubClient,
  StatusUpdateSubmitDocument,
  UnitProgressChangedDocument,
  ViewerDocument,
  type HubOptions,
} from '../clients/typescript/src/index.js';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { proxyTo, type Proxy } from './support/proxy.js';
import { approve, now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
let url: string;
let proxy: Proxy;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  url = `${await hub.server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  proxy = await proxyTo(url);
});
afterAll(async () => {
  await proxy.refuse();
  await hub.close();
});

type Trouble = () => Response;

/** The hub refuses, in the form of the graph. */
const refusal =
  (status: number, code: string, retryAfter?: number): Trouble =>
  () =>
    Response.json(
      { errors: [{ message: code, extensions: { code } }] },
      { status, ...(retryAfter !== undefined && { headers: { 'retry-after': `${retryAfter}` } }) },
    );
const gateway =
  (status: number): Trouble =>
  () =>
    new Response('<html>', { status });
const lost: Trouble = () => {
  throw new TypeError('fetch failed');
};

/** A client that meets these troubles, one a request, before it reaches the hub; and how often it has asked. */
function troubled(troubles: Trouble[], options: Partial<HubOptions> = {}) {
  const told = { requests: 0 };
  const client = new HubClient({
    url,
    language: 'en',
    ...options,
    fetch: async (...request) => {
      told.requests += 1;
      return troubles[told.requests - 1]?.() ?? fetch(...request);
    },
  });
  return { client, told };
}

const NO_INPUT = { input: { id: 'StatusUpdate:0', version: 1 } } as never;

describe('a question', () => {
  test.each([
    ['was refused for its points', refusal(429, 'RATE_LIMITED', 1)],
    ['came to a busy hub', refusal(503, 'BUSY', 0)],
    ['lost its connection', lost],
    ['found no hub behind the gateway', gateway(502)],
    ['waited too long for a gateway', gateway(504)],
  ])('that %s is asked again and answered', async (_what, trouble) => {
    const { client, told } = troubled([trouble, trouble]);

    expect(await client.ask(ViewerDocument, {})).toMatchObject({ viewer: null });
    expect(told.requests).toBe(3);
  });

  test.each([
    ['is told to wait longer than its patience', refusal(429, 'RATE_LIMITED', 61), {}],
    ['has no patience', refusal(503, 'BUSY', 0), { patience: 0 }],
    ['is refused without a time', refusal(503, 'SOMETHING'), {}],
    ['is refused for itself', refusal(400, 'INVALID_PAGE', 0), {}],
  ])('that %s is refused at once', async (_what, trouble, options) => {
    const { client, told } = troubled([trouble], options);

    await expect(client.ask(ViewerDocument, {})).rejects.toMatchObject({
      name: 'HubError',
      codes: [expect.any(String)],
    });
    expect(told.requests).toBe(1);
  });

  test('that is put off again and again is refused when its patience ends, with the time', async () => {
    const { client, told } = troubled(Array(9).fill(refusal(503, 'OVERLOADED', 1)), {
      patience: 2,
    });

    await expect(client.ask(ViewerDocument, {})).rejects.toMatchObject({
      codes: ['OVERLOADED'],
      retryAfter: 1,
    });
    expect(told.requests).toBe(3);
  });

  test('that never arrives says so when its patience ends', async () => {
    const { client, told } = troubled(Array(9).fill(lost), { patience: 1 });

    await expect(client.ask(ViewerDocument, {})).rejects.toThrow('fetch failed');
    expect(told.requests).toBe(3);
  });
});

describe('a change', () => {
  test('that the hub put off is sent again', async () => {
    const { client, told } = troubled([refusal(503, 'BUSY', 0)]);

    await expect(client.ask(StatusUpdateSubmitDocument, NO_INPUT)).rejects.toMatchObject({
      codes: ['UNAUTHENTICATED'],
    });
    expect(told.requests).toBe(2);
  });

  test.each([
    ['whose connection was lost', lost],
    ['that a gateway answered', gateway(502)],
    [
      'that a gateway put off',
      () => new Response('<html>', { status: 503, headers: { 'retry-after': '0' } }),
    ],
  ])('%s is not, because it may have been made', async (_what, trouble) => {
    const { client, told } = troubled([trouble]);

    await expect(client.ask(StatusUpdateSubmitDocument, NO_INPUT)).rejects.toThrow();
    expect(told.requests).toBe(1);
  });
});

test('a walk goes on from its page after what happens on the way', async () => {
  const fine = () => undefined as never;
  const { client, told } = troubled([fine, lost, gateway(503), fine, refusal(429, 'X', 0), fine]);
  const codes = async (of: HubClient) => {
    const found: string[] = [];
    const filter = { on: '2026-11-23' };
    const rows = of.rows(
      DashboardPageDocument,
      { filter, first: 100 },
      (data) => data.institutions,
    );
    for await (const { id } of rows) found.push(id);
    return found;
  };

  const whole = await codes(new HubClient({ url }));

  expect(await codes(client)).toEqual(whole);
  expect(told.requests).toBe(Math.ceil(whole.length / 100) + 3);
});

describe('a stream', () => {
  const follow = (client: HubClient, options?: { signal: AbortSignal }) =>
    client.stream(UnitProgressChangedDocument, { unit: scene.province }, options);

  /** Publishes another figure of the province. */
  async function approved() {
    const { id, version } = await UPDATES.submitted(scene);
    await approve(hub, scene.headers.reviewer, { id, version });
  }

  test('gives the figures at once and after an approval, over connections that are lost', async () => {
    const { url: through } = proxy;
    const { client } = troubled([refusal(503, 'TOO_MANY_STREAMS', 0), lost], { url: through });
    const stream = follow(client);
    const first = await stream.next();
    const next = stream.next();

    proxy.resetAll();
    await approved();
    const second = await next;

    expect(first.value!.unitProgressChanged!.id).toBe(scene.province);
    expect(second.value).not.toEqual(first.value);
    await stream.return(undefined);
  });

  test('that its reader leaves, or ends with a signal, has ended for the hub as well', async () => {
    const client = new HubClient({ url: proxy.url });
    const left = follow(client);
    await left.next();
    await left.return(undefined);

    const ending = new AbortController();
    const stream = follow(client, { signal: ending.signal });
    await stream.next();
    const next = stream.next();
    ending.abort();

    expect(await next).toEqual({ done: true, value: undefined });
    while (proxy.open() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  test('goes on at a hub that was started anew', async () => {
    const before = await startHub({ sharing: hub.databaseUrl, now });
    const address = await before.server.listen({ host: '127.0.0.1', port: 0 });
    const client = new HubClient({ url: `${address}/graphql` });
    const stream = follow(client);
    const first = await stream.next();
    const next = stream.next();

    await before.close();
    await publish(hub.em.fork(), async (em) => {
      await em.execute("update administrative_unit set name = name || ' mới' where code = '68'");
      return { changed: true };
    });
    const anew = await startHub({ sharing: hub.databaseUrl, now });
    await anew.server.listen({ host: '127.0.0.1', port: Number(new URL(address).port) });

    expect((await next).value).not.toEqual(first.value);
    await stream.return(undefined);
    await anew.close();
  });

  test('takes key, token and language along, and a refusal is final', async () => {
    const { client, told } = troubled([], { url, language: 'en', key: 'edh_none' });
    await expect(follow(client).next()).rejects.toMatchObject({
      status: 401,
      codes: ['KEY_UNKNOWN'],
      message: expect.stringContaining('This is no API key'),
    });
    expect(told.requests).toBe(1);

    const both = new HubClient({ url, key: 'edh_none', token: () => 'x' });
    await expect(follow(both).next()).rejects.toMatchObject({ codes: ['TWO_CREDENTIALS'] });
  });
});
