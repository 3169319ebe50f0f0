import { sql } from 'kysely';
import { alreadySo, operate, type Changed, type Keyed } from '../accounts/operate.service.js';
import { refused, type Answer } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import {
  apiKeyProblems,
  expiryProblems,
  overlapEnd,
  overlapProblems,
  type NewApiKey,
} from './api-key-input.js';
import { addSecret, changed, insertApiKey, keyEvent, revoke } from './issue.service.js';

/**
 * The answer to creating or rotating a key. The secret is shown once: it is not stored with the
 * idempotency key, so a repeated request gets the answer without it.
 */
export interface IssuedAnswer extends Answer<Changed> {
  secret: string | null;
}

export async function createApiKey(
  context: Context,
  key: NewApiKey,
  input: Keyed,
): Promise<IssuedAnswer> {
  let secret: string | null = null;
  const answer = await operate(context, 'apiKeyCreate', input, async (em, at) => {
    const problems = apiKeyProblems(key, context.now);
    if (problems.length > 0) return refused(problems);
    const issued = await insertApiKey(em, key, context.now, at);
    secret = issued.secret;
    return changed(issued.event);
  });
  return { ...answer, secret };
}

/**
 * Gives a key a new secret. The present secrets end after the overlap, and not later than the key
 * would have expired: a new expiry is only for the new secret.
 */
export async function rotateApiKey(
  context: Context,
  rotation: { id: number; version: number; overlapHours: number; expiresAt: Date | null },
  input: Keyed,
): Promise<IssuedAnswer> {
  let secret: string | null = null;
  const answer = await operate(context, 'apiKeyRotate', input, async (em, at) => {
    const { id, version, overlapHours } = rotation;
    const key = await lockKey(em, id);
    if (!key) return refused([notFound('id')]);
    if (key.version !== version) {
      const subject = { subjectType: 'ApiKey', subjectId: id };
      const versions = { present: key.version, seen: version };
      return refused([await conflictWith(databaseOf(em), { ...subject, ...versions })]);
    }
    const expiresAt = rotation.expiresAt ?? key.expiresAt;
    const problems = [
      ...(key.revoked ? [ALREADY_REVOKED] : []),
      ...expiryProblems(expiresAt, context.now),
      ...overlapProblems(overlapHours),
    ];
    if (problems.length > 0) return refused(problems);

    const oldGoodUntil = overlapEnd(context.now, overlapHours);
    await sql`
      with replaced as (
        update api_key_secret set good_until = least(good_until, ${oldGoodUntil}, ${key.expiresAt})
        where api_key_id = ${id}
      )
      update api_key set expires_at = ${expiresAt}, version = version + 1 where id = ${id}`.execute(
      databaseOf(em),
    );
    const issued = await addSecret(em, id, at);
    secret = issued.secret;
    const before = { expiresAt: key.expiresAt };
    const after = { expiresAt, prefix: issued.prefix, oldGoodUntil };
    return changed(keyEvent(id, version + 1, before, after));
  });
  return { ...answer, secret };
}

/**
 * Revokes a key for good, from its next request on. It takes no version, because a key that must
 * not be used any more must be revoked even if it was rotated in the meantime.
 */
export function revokeApiKey(context: Context, id: number, input: Keyed): Promise<Answer<Changed>> {
  return operate(context, 'apiKeyRevoke', input, async (em, at) => {
    const key = await lockKey(em, id);
    if (!key) return refused([notFound('id')]);
    return key.revoked ? alreadySo(id) : changed(await revoke(em, key, at));
  });
}

const ALREADY_REVOKED: Refusal = {
  code: 'ALREADY_REVOKED',
  field: ['id'],
  text: {
    vi: 'Khoá này đã bị thu hồi và không dùng lại được. Hãy tạo khoá mới.',
    en: 'The key was revoked and cannot be used again. Make a new one.',
  },
};

interface LockedKey {
  id: number;
  version: number;
  expiresAt: Date;
  revoked: boolean;
}

/** Locks a key until the transaction ends; null when there is none. */
async function lockKey(em: EntityManager, id: number): Promise<LockedKey | null> {
  const found = await sql<Omit<LockedKey, 'expiresAt'> & { expiresAt: string }>`
    select id, version, expires_at as "expiresAt", revoked_at is not null as revoked
    from api_key where id = ${id} for update`.execute(databaseOf(em));
  const [row] = found.rows;
  return row ? { ...row, expiresAt: new Date(row.expiresAt) } : null;
}
