import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A new secret of 256 random bits, with a prefix by which people know what it is. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

/** Encrypts a secret under the hub's own, so that a copy of the database signs nothing. */
export function seal(secret: string, hubSecret: Uint8Array): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(hubSecret), nonce);
  const sealed = [cipher.update(secret, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
}

/** @throws Error when it was sealed under another secret of the hub, or was changed. */
export function unseal(sealed: string, hubSecret: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(hubSecret), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** A key of its own: access tokens are signed with the hub's secret itself. */
function keyOf(hubSecret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', hubSecret, '', 'webhook secrets', 32));
}

/**
 * The signature of a delivery: HMAC-SHA-256 with the webhook's secret over the timestamp, a full stop
 * and the body, in hexadecimal.
 * @param timestamp seconds since 1970, as the header says it.
 */
export function signature(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
