import { sql } from 'kysely';
import type { Done, Event } from '../changes/change.service.js';
import { hashApiKeySecret, newApiKeySecret } from '../auth/api-key-secret.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { tidy } from '../shared/text.js';
import { ApiKeySecret } from './api-key-secret.entity.js';
import { ApiKey } from './api-key.entity.js';
import { usualExpiry, type NewApiKey } from './api-key-input.js';

/**
 * A created or rotated key with its audit entry. Neither contains the secret, which is given
 * separately.
 */
export interface IssuedKey {
  event: Event;
  secret: string;
}

/** Inserts a key whose input was checked, with its first secret. Call it inside a transaction. */
export async function insertApiKey(
  em: EntityManager,
  key: NewApiKey,
  now: Date,
  at: Date,
): Promise<IssuedKey> {
  const name = tidy(key.name);
  const scopes = [...new Set(key.scopes)];
  const expiresAt = key.expiresAt ?? usualExpiry(now);
  const id = await em.insert(ApiKey, { name, scopes, createdAt: at, expiresAt });
  const { prefix, secret } = await addSecret(em, id, at);
  return { event: keyEvent(id, 1, null, { name, scopes, expiresAt, prefix }), secret };
}

export async function addSecret(
  em: EntityManager,
  keyId: number,
  at: Date,
): Promise<{ prefix: string; secret: string }> {
  const { prefix, text } = newApiKeySecret();
  await em.insert(ApiKeySecret, {
    apiKey: keyId,
    prefix,
    hash: hashApiKeySecret(text),
    createdAt: at,
  });
  return { prefix, secret: text };
}

export async function revoke(
  em: EntityManager,
  { id, version }: { id: number; version: number },
  at: Date,
): Promise<Event> {
  await sql`update api_key set revoked_at = ${at}, version = version + 1 where id = ${id}`.execute(
    databaseOf(em),
  );
  return keyEvent(id, version + 1, { revokedAt: null }, { revokedAt: at });
}

/** An audit entry about a key. It concerns no unit, so only operators see it. */
export function keyEvent(
  subjectId: number,
  subjectVersion: number,
  before: object | null,
  after: object,
): Event {
  return { subjectType: 'ApiKey', subjectId, subjectVersion, before, after };
}

export function changed(event: Event): Done<{ id: number }> {
  return { value: { id: event.subjectId }, refusals: [], events: [event] };
}
