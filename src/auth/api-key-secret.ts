import { createHash, randomBytes } from 'node:crypto';

/** Every key begins with this, so that people and scanners for leaked secrets recognise it. */
export const KEY_START = 'edh_';

/** The part that is not confidential, and the whole. */
export interface ApiKeySecretText {
  prefix: string;
  text: string;
}

const PATTERN = /^(edh_[0-9a-f]{8})_[0-9a-f]{64}_[0-9a-f]{8}$/;

/**
 * A new key of letters and digits that a double click selects: `edh_`, eight digits that identify
 * it in lists and logs, 256 random bits, and a checksum.
 */
export function newApiKeySecret(): ApiKeySecretText {
  const prefix = `${KEY_START}${randomBytes(4).toString('hex')}`;
  const body = `${prefix}_${randomBytes(32).toString('hex')}`;
  return { prefix, text: `${body}_${checksumOf(body)}` };
}

/** The part of a key that is not confidential; null for a malformed key. */
export function prefixOf(text: string): string | null {
  const prefix = PATTERN.exec(text)?.[1];
  return prefix !== undefined && text.endsWith(checksumOf(text.slice(0, -9))) ? prefix : null;
}

/**
 * The hash of a key that the database stores. A lookup by hash leaks nothing through its time,
 * because nobody can choose a text by the beginning of its hash and learn the rest from it.
 */
export function hashApiKeySecret(text: string): string {
  return sha256(text);
}

/** The checksum is no protection against forgery; it saves a query for mistyped keys. */
function checksumOf(body: string): string {
  return sha256(body).slice(0, 8);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
