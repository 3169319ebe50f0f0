import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-console-'));
  const page = `<!doctype html><title>Bảng điều khiển</title>${'<p>Tiến độ</p>'.repeat(200)}`;
  await writeFile(join(folder, 'index.html'), page);
  // The build of the console does this.
  await writeFile(join(folder, 'index.html.gz'), gzipSync(page));
  await writeFile(join(folder, 'index.html.br'), brotliCompressSync(page));
  hub = await startHub({ from: 'demo', now, cacheMegabytes: 8, consoleFolder: folder });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const QUERY = encodeURIComponent(
  '{ administrativeUnits(first: 100, filter: { on: "2024-12-31" }) { nodes { id code name } } }',
);
const ADDRESSES = [
  `/graphql?query=${QUERY}`,
  '/exports/progress.csv?asOf=2024-12-31&unit=67',
  '/exports/institutions.jsonl?asOf=2024-12-31&unit=67',
  '/exports/levels.csv?unit=68',
  '/exports/progress.json?asOf=2024-12-31&unit=67',
  '/exports/frameworks/four-pillar-1.json',
  '/schema.graphql',
  '/graphiql/graphiql.js',
  '/graphiql/react-dom.js',
  '/graphiql/page.js',
];
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

const get = (url: string, headers: Record<string, string>) => hub.server.inject({ url, headers });

describe.each(ADDRESSES)('%s', (url) => {
  test('comes in the encoding that the client likes best, to the letter the same', async () => {
    const plain = await get(url, {});
    // What fits into a packet stays as it is.
    const isLong = plain.rawPayload.length >= 1_024;

    expect(plain.statusCode).toBe(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br', 'br'],
      ['br;q=0.1, gzip;q=0.2', 'gzip'],
      ['*', 'br'],
    ] as const) {
      const packed = await get(url, { 'accept-encoding': accepted });
      expect(packed.headers['vary']).toMatch(/accept-encoding/i);
      expect(packed.headers['content-encoding']).toBe(isLong ? encoding : undefined);
      if (!isLong) continue;
      expect(UNPACK[encoding](packed.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    }
    for (const accepted of ['identity', 'gzip;q=0, br;q=0', '*;q=0', 'identity, gzip;q=0.5']) {
      const { headers, rawPayload } = await get(url, { 'accept-encoding': accepted });
      expect([accepted, headers['content-encoding']]).toEqual([accepted, undefined]);
      expect(rawPayload.equals(plain.rawPayload)).toBe(true);
    }
  });

  test('is known by the tag of any of its forms', async () => {
    const accepted = ['identity', 'gzip', 'br'];
    const forms = [];
    for (const encoding of accepted) forms.push(await get(url, { 'accept-encoding': encoding }));
    const tags = forms.map(({ headers }) => String(headers['etag']));

    // Weak where other bytes stand for the same.
    forms.forEach(({ headers }, index) => {
      expect(tags[index]!.startsWith('W/')).toBe(headers['content-encoding'] !== undefined);
      expect(tags[index]!.replace(/^W\//, '')).toBe(tags[0]);
    });
    for (const known of [...tags, `"other", ${tags[1]}`])
      for (const encoding of accepted) {
        const again = await get(url, { 'accept-encoding': encoding, 'if-none-match': known });
        expect([again.statusCode, again.body]).toEqual([304, '']);
        expect(again.headers['content-encoding']).toBeUndefined();
        expect(again.headers['vary']).toMatch(/accept-encoding/i);
      }
  });
});

test('the page of the console comes as it was compressed when it was built', async () => {
  const plain = await get('/', {});
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = await get('/', { 'accept-encoding': encoding });
    expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual([
      encoding,
      'accept-encoding',
    ]);
    expect(UNPACK[encoding](packed.rawPayload).toString()).toBe(plain.body);
  }
});

test('a workbook is not compressed twice', async () => {
  const url = '/exports/frameworks/four-pillar-1.xlsx';
  const { headers } = await get(url, { 'accept-encoding': 'gzip, br' });

  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['etag']).toMatch(/^"/);
});

test('events of a stream come as they are, each at once', async () => {
  const address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id name } }');
  const leave = new AbortController();
  const stream = await fetch(`${address}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip, br' },
    body: JSON.stringify({
      query: `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`,
    }),
    signal: leave.signal,
  });
  let told = '';
  for await (const part of stream.body ?? []) {
    told += Buffer.from(part).toString();
    if (told.includes(unit.name)) break;
  }
  leave.abort();

  expect(stream.headers.get('content-encoding')).toBeNull();
  expect(told).toContain('event: next');
});
