import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  const consoleFolder = fileURLToPath(new URL('../dist/web', import.meta.url));
  hub = await startHub({ consoleFolder });
});
afterAll(() => hub.close());

const get = (url: string) => hub.server.inject(url);

interface Manifest {
  start_url: string;
  display: string;
  icons: { src: string; sizes: string; type: string; purpose?: string }[];
}

/** Where the page says that its manifest is. */
async function manifestAddress(): Promise<string> {
  const { body } = await get('/');
  return /<link rel="manifest" href="([^"]+)"/.exec(body)![1]!;
}

test('the page names a manifest, with which browsers install it', async () => {
  const { headers, body } = await get(await manifestAddress());
  expect(headers['content-type']).toMatch(/^application\/manifest\+json/);
  expect(headers['cache-control']).toBe('no-cache');
  const manifest = JSON.parse(body) as Manifest;
  expect(manifest).toMatchObject({
    name: 'Chuyển đổi số giáo dục',
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'standalone',
  });
});

test('its icons are there, of the sizes that it says, one of them without corners', async () => {
  const { body } = await get(await manifestAddress());
  const { icons } = JSON.parse(body) as Manifest;
  expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
  for (const { src, sizes, type } of icons) {
    const { statusCode, headers, rawPayload } = await get(src);
    expect([src, statusCode, headers['content-type']]).toEqual([src, 200, type]);
    if (type !== 'image/png') continue;
    const size = [rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)];
    expect([src, size.join('x')]).toEqual([src, sizes]);
  }
});

test('scripts and styles come without what is about pages, and are taken for nothing else', async () => {
  const page = await get('/');
  const files = Array.from(
    page.body.matchAll(/"(\/console\/assets\/[^"]+)"/g),
    ([, file]) => file!,
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const { headers } = await get(file);
    expect(headers).not.toHaveProperty('content-security-policy');
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  }
  expect(page.headers).toHaveProperty('content-security-policy');
});

test('the worker is asked for anew each time, and the policy lets it and the manifest in', async () => {
  const { statusCode, headers } = await get('/worker.js');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
  expect(headers['cache-control']).toBe('no-cache');
  const policy = String((await get('/')).headers['content-security-policy']);
  // What is not named follows these two.
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/(worker|manifest|child)-src/);
});
