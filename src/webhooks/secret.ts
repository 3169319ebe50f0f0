import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../auth/seal.js';

const PREFIX = 'whsec_';

const PURPOSE = 'webhook secrets';

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
export function sealSecret(secret: string, hubSecret: Uint8Array): string {
  return seal(secret, hubSecret, PURPOSE);
}

/** @throws Error when it was sealed with another secret of the hub, or was changed. */
export function unsealSecret(sealed: string, hubSecret: Uint8Array): string {
  return unseal(sealed, hubSecret, PURPOSE);
}
