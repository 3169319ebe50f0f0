import { expect, test } from '@jest/globals';
import { codeOf, hashCode, newCodeSeed } from './one-time-code.js';

const secret = new TextEncoder().encode('a secret for tests, of 32 characters');

test('a code is five groups of four signs that nobody confuses, and the same for the same seed', () => {
  const seed = newCodeSeed();
  const code = codeOf(secret, seed);

  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
  expect(codeOf(secret, seed)).toBe(code);
  expect(codeOf(secret, newCodeSeed())).not.toBe(code);
  expect(codeOf(new TextEncoder().encode('another secret'), seed)).not.toBe(code);
});

test('a code is found however it was typed', () => {
  const hash = hashCode('0123-ABCD-1JKM-NPQR-STVW');

  expect(hashCode(' o123 abcd ljkm npqr stvw ')).toBe(hash);
  expect(hashCode('O123ABCDIJKMNPQRSTVW')).toBe(hash);
  expect(hashCode('0123-ABCD-1JKM-NPQR-STVX')).not.toBe(hash);
});
