import { expect, test } from '@jest/globals';
import { addressOf } from './address-of.js';

test('a request has the address of its connection', () => {
  expect(addressOf({ ip: '192.0.2.7' })).toBe('192.0.2.7');
});

test('a connection that has closed has no address, and nothing fails for it', () => {
  // Node forgets the address with the socket, whatever its type says.
  const closed = { ip: undefined } as unknown as { ip: string };

  expect(addressOf(closed)).toBe('gone');
});
