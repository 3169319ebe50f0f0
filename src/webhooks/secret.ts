import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

const PREFIX = 'whsec_';

/** 256 random bits, in the form of Standard Webhooks. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * The secret in the form of Standard Webhooks libraries. Secrets from before 2026-11-29 are stored
 * in base64url without padding; the key in them is the same.
 */
export function standardSecret(secret: string): string {
  return PREFIX + Buffer.from(secret.slice(PREFIX.length), 'base64').toString('base64');
}

/** Encrypts a secret with the hub's own, so that a copy of the database cannot sign anything. */
export function seal(secret: string, hubSecret: Uint8Array): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(hubSecret), nonce);
  const sealed = [cipher.update(secret, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
}

/** @throws Error when it was sealed with another secret of the hub, or was changed. */
export function unseal(sealed: string, hubSecret: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(hubSecret), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** A separate key, because the hub's secret itself signs access tokens. */
function keyOf(hubSecret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', hubSecret, '', 'webhook secrets', 32));
}
