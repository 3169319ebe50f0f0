import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newSecret, seal, signature, unseal } from './secret.js';

const HUB = new TextEncoder().encode('a secret of a hub, 32 characters');

test('a sealed secret is read again under the same secret of the hub alone', () => {
  const secret = newSecret();
  const sealed = seal(secret, HUB);

  expect(sealed).not.toContain(secret);
  expect(seal(secret, HUB)).not.toBe(sealed);
  expect(unseal(sealed, HUB)).toBe(secret);
  expect(() => unseal(sealed, new TextEncoder().encode('another secret'))).toThrow();
  expect(() => unseal(`${sealed.slice(0, 20)}AAAA${sealed.slice(24)}`, HUB)).toThrow();
});

test('a signature is what docs/webhooks.md says', () => {
  expect(signature('whsec_x', '1767225600', '{"id":"1"}')).toBe(
    `sha256=${createHmac('sha256', 'whsec_x').update('1767225600.{"id":"1"}').digest('hex')}`,
  );
});
