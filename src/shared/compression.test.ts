import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { compressed, compressor, encodingFor } from './compression.js';

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
const ENCODINGS = ['br', 'gzip'] as const;

test.each([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br, GZIP', 'br'],
  ['br;q=0.5, gzip ; q=1.0', 'gzip'],
  ['br;q=0.5,gzip;q=0.5', 'br'],
  ['gzip;q=0.001', 'gzip'],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['gzip, *;q=0', 'gzip'],
  ['gzip;q=0.5, *', 'br'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0, gzip', 'gzip'],
  ['identity, gzip;q=0.5', null],
  ['identity;q=0.6, gzip;q=0.5, br;q=0.4', null],
  ['gzip;q=0, br;q=0', null],
  ['gzip;q=0.0, br;q=0.000', null],
  ['*;q=0', null],
  ['identity;q=0, *;q=0', null],
  ['gzip;q=x', null],
  ['deflate, zstd', null],
  ['identity', null],
  ['', null],
  [undefined, null],
])('a client that sends %j gets %s', (header, encoding) => {
  expect(encodingFor(header)).toBe(encoding);
});

test.each(ENCODINGS)('a text comes back to the letter by %s, whatever is tried', async (name) => {
  const text = 'Trường Trung học phổ thông '.repeat(100);
  for (const effort of ['stream', 'answer', 'hub'] as const) {
    const bytes = await compressed(text, name, effort);
    expect(bytes && UNPACK[name](bytes).toString()).toBe(text);
    expect(bytes?.length).toBeLessThan(200);
  }
  const flowed = await buffer(Readable.from([text, text]).pipe(compressor(name)));
  expect(UNPACK[name](flowed).toString()).toBe(text + text);
});

test.each(ENCODINGS)('a short text is left as it is by %s', async (name) => {
  // 1,024 bytes are compressed, 1,023 are not: letters with marks take more than one.
  expect(await compressed('ờ'.repeat(341), name)).toBeNull();
  expect(await compressed('ờ'.repeat(342), name)).not.toBeNull();
});
