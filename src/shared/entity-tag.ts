import { createHash } from 'node:crypto';

/** A strong entity tag of everything that decides the bytes of an answer. */
export function entityTag(...parts: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}"`;
}

/**
 * The tag of the same answer in other bytes, compressed for example. It stands for both, because no
 * part of an answer is ever sent alone.
 */
export function weakTag(tag: string): string {
  return `W/${tag}`;
}

/** Whether the client has the tagged answer already, by its `If-None-Match`. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  const known = (ifNoneMatch ?? '').split(',').map(opaque);
  return known.includes('*') || known.includes(opaque(tag));
}
