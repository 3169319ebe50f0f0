import { expect, test } from '@jest/globals';
import { hashApiKeySecret, newApiKeySecret, prefixOf } from './api-key-secret.js';

test('a key is 256 random bits between a prefix that people know it by and a checksum', () => {
  const { prefix, text } = newApiKeySecret();

  expect(text).toMatch(/^edh_[0-9a-f]{8}_[0-9a-f]{64}_[0-9a-f]{8}$/);
  expect(text.startsWith(`${prefix}_`)).toBe(true);
  expect(prefixOf(text)).toBe(prefix);
  expect(newApiKeySecret().text).not.toBe(text);
});

test('of a key only a hash is kept that holds no part of it', () => {
  const body = `edh_00c0ffee_${'0'.repeat(64)}`;

  expect(hashApiKeySecret(`${body}_2ea96dab`)).toBe(
    'ba4176a308a39fd79f65baab4f58c0f779bd55b789f427f2f02f174403cb56f8',
  );
});

test.each<[string, (key: string) => string]>([
  ['is cut short', (key) => key.slice(0, -1)],
  ['is cut short by its checksum', (key) => key.slice(0, -9)],
  ['has something after it', (key) => `${key}0`],
  ['has a line after it', (key) => `${key}\n`],
  ['has another digit', (key) => key.slice(0, 20) + (key[20] === '0' ? '1' : '0') + key.slice(21)],
  [
    'has another prefix',
    (key) => key.replace(/^edh_./, (start) => (start.endsWith('0') ? 'edh_1' : 'edh_0')),
  ],
  ['is written in capitals', (key) => key.toUpperCase()],
  ['is only its prefix', (key) => key.slice(0, 12)],
  ['is empty', () => ''],
])('a key that %s is none', (_, change) => {
  expect(prefixOf(change(newApiKeySecret().text))).toBeNull();
});
