import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { startHub, type TestHub } from '../support/hub.js';
import {
  startCaddy,
  startNginx,
  testWithCaddy,
  testWithNginx,
  type EndProxy,
} from '../support/front-proxy.js';
import { freePort } from '../support/long-run/supervised-hub.js';

let hub: TestHub;
let hubAddress: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
  hubAddress = await hub.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => hub.close());

/** nginx as it comes, with one line of the operator: where the hub is. */
async function nginxBefore(hubAddress: string): Promise<[EndProxy, string]> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const site = `server { listen 127.0.0.1:${port}; location / { proxy_pass ${hubAddress}; } }`;
  return [await startNginx(site, address), address];
}

/** Caddy by our example, both of its hubs being this one. */
async function caddyBefore(hubAddress: string): Promise<[EndProxy, string]> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const example = await readFile('docs/examples/Caddyfile', 'utf8');
  const site = example
    .replace('hub.example.edu.vn', address)
    .replaceAll(/127\.0\.0\.1:400\d/g, hubAddress.replace('http://', ''));
  return [await startCaddy(site, address), address];
}

/** What a stream tells before it is left. */
async function streamThrough(address: string): Promise<string> {
  const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id name } }');
  const query = `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`;
  const leave = new AbortController();
  const stream = await fetch(`${address}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    // Far less than what a proxy waits before it gives up, and far more than the hub takes.
    signal: AbortSignal.any([leave.signal, AbortSignal.timeout(20_000)]),
  });
  let told = '';
  for await (const part of stream.body ?? []) {
    told += Buffer.from(part).toString();
    if (told.includes(unit.name)) break;
  }
  leave.abort();
  return told;
}

testWithNginx('nginx as it comes passes the events of a stream on at once', async () => {
  const [end, address] = await nginxBefore(hubAddress);
  try {
    expect(await streamThrough(address)).toMatch(/event: next[^]*Lâm Đồng/);
  } finally {
    await end();
  }
});

testWithCaddy('Caddy by our example passes the same on, and no metrics', async () => {
  const [end, address] = await caddyBefore(hubAddress);
  try {
    expect(await streamThrough(address)).toMatch(/event: next[^]*Lâm Đồng/);
    const path = '/exports/institutions.csv?asOf=2024-12-31';
    const download = await fetch(`${address}${path}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(await download.text()).toBe((await hub.server.inject({ url: path })).body);
    expect((await fetch(`${address}/metrics`)).status).toBe(403);
  } finally {
    await end();
  }
});

testWithNginx(
  'nginx as it comes passes downloads on whole, eight at once, packed or not',
  async () => {
    const [end, address] = await nginxBefore(hubAddress);
    try {
      const path = '/exports/institutions.csv?asOf=2024-12-31';
      const plain = (await hub.server.inject({ url: path })).body;
      const all = await Promise.all(
        ['identity', 'gzip', 'br', 'identity', 'gzip', 'br', 'identity', 'gzip'].map(
          async (encoding) => {
            const answer = await fetch(`${address}${path}`, {
              headers: { 'accept-encoding': encoding },
            });
            return { answer, encoding, text: await answer.text() };
          },
        ),
      );

      for (const { answer, encoding, text } of all) {
        expect([answer.status, answer.headers.get('content-encoding') ?? 'identity']).toEqual([
          200,
          encoding,
        ]);
        expect(text === plain).toBe(true);
      }
      const etag = all[1]!.answer.headers.get('etag')!;
      const again = await fetch(`${address}${path}`, {
        headers: { 'accept-encoding': 'br', 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    } finally {
      await end();
    }
  },
);
