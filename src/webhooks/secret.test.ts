import { expect, test } from '@jest/globals';
import { newSecret, sealSecret, standardSecret, unsealSecret } from './secret.js';

const HUB = new TextEncoder().encode('a secret of a hub, 32 characters');

test('a sealed secret is read again under the same secret of the hub alone', () => {
  const secret = newSecret();
  const sealed = sealSecret(secret, HUB);

  expect(sealed).not.toContain(secret);
  expect(sealSecret(secret, HUB)).not.toBe(sealed);
  expect(unsealSecret(sealed, HUB)).toBe(secret);
  expect(() => unsealSecret(sealed, new TextEncoder().encode('another secret'))).toThrow();
  expect(() => unsealSecret(`${sealed.slice(0, 20)}AAAA${sealed.slice(24)}`, HUB)).toThrow();
});

test('a new secret has the form of Standard Webhooks', () => {
  const secret = newSecret();

  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(standardSecret(secret)).toBe(secret);
});

test('a secret of before is written as Standard Webhooks has it, with the same key', () => {
  expect(standardSecret('whsec_-_-_q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASM')).toBe(
    'whsec_+/+/q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASM=',
  );
});
