import { createHash, randomBytes } from 'node:crypto';

/** What every key begins with, so that people and scanners of leaked secrets recognise one. */
export const KEY_START = 'edh_';

/** The part that is no secret, and the whole. */
export interface ApiKeySecretText {
  prefix: string;
  text: string;
}

const PATTERN = /^(edh_[0-9a-f]{8})_[0-9a-f]{64}_[0-9a-f]{8}$/;

/**
 * A new key, of letters and digits that a double click selects: `edh_`, eight digits by which people
 * know it in lists and logs, 256 random bits, and a checksum.
 */
export function newApiKeySecret(): ApiKeySecretText {
  const prefix = `${KEY_START}${randomBytes(4).toString('hex')}`;
  const body = `${prefix}_${randomBytes(32).toString('hex')}`;
  return { prefix, text: `${body}_${checksumOf(body)}` };
}

/** The part of a key that is no secret; null for a text that is no whole key, without asking anybody. */
export function prefixOf(text: string): string | null {
  const prefix = PATTERN.exec(text)?.[1];
  return prefix !== undefined && text.endsWith(checksumOf(text.slice(0, -9))) ? prefix : null;
}

/**
 * What the database keeps of a key. Looking it up by this hash takes a time that tells nothing of the
 * keys there are: nobody can choose a text by the beginning of its hash and learn the rest from it.
 */
export function hashApiKeySecret(text: string): string {
  return sha256(text);
}

/** Not against forgery, for which the hash is looked up: it spares the question for mistyped ones. */
function checksumOf(body: string): string {
  return sha256(body).slice(0, 8);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
