import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { compressed, takesGzip } from './compression.js';

test.each([
  ['gzip', true],
  ['gzip, deflate, br, zstd', true],
  ['br, GZIP', true],
  ['br;q=1.0, gzip ; q=0.5', true],
  ['*', true],
  ['gzip;q=0', false],
  ['gzip;q=0.0, *', false],
  ['*;q=0', false],
  ['gzip;q=x', false],
  ['br', false],
  ['identity', false],
  ['', false],
  [undefined, false],
])('a client that sends %j takes gzip: %s', (header, takes) => {
  expect(takesGzip(header)).toBe(takes);
});

test('a text comes back to the letter, and a short one is left as it is', async () => {
  const text = 'Trường Trung học phổ thông '.repeat(100);
  const bytes = await compressed(text);

  expect(bytes && gunzipSync(bytes).toString()).toBe(text);
  expect(bytes?.length).toBeLessThan(200);
  // 1,024 bytes are compressed, 1,023 are not: letters with marks take more than one.
  expect(await compressed('ờ'.repeat(341))).toBeNull();
  expect(await compressed('ờ'.repeat(342))).not.toBeNull();
});
