import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** What is sealed; each has a key of its own, because the hub's secret itself signs access tokens. */
type Purpose = 'webhook secrets' | 'sign-in at an issuer' | 'second factors';

/** Encrypts a text with the hub's secret, so that a copy of the database or a cookie tells nothing. */
export function seal(text: string, hubSecret: Uint8Array, purpose: Purpose): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(hubSecret, purpose), nonce);
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
}

/** @throws Error when it was sealed with another secret of the hub or for another purpose, or was changed. */
export function unseal(sealed: string, hubSecret: Uint8Array, purpose: Purpose): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(hubSecret, purpose), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
}

function keyOf(hubSecret: Uint8Array, purpose: Purpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', hubSecret, '', purpose, 32));
}
