import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../auth/viewer.js';
import { LONGEST_KEY } from './key-refusals.js';

/** A request with the idempotency key, if its client sent one. */
interface Keyed {
  input: { idempotencyKey?: string | null };
}

export function hasLongKey({ input: { idempotencyKey } }: Keyed): boolean {
  return (idempotencyKey?.length ?? 0) > LONGEST_KEY;
}

/**
 * If two requests have the same key, the second waits for the answer of the first. The lock is a
 * statement of its own, because a statement that both locks and looks would not see that answer.
 */
export function keyLock(
  ...asked: readonly { viewer: Pick<Viewer, 'accountId'>; request: Keyed }[]
): RawBuilder<unknown> {
  const held = asked.flatMap(({ viewer: { accountId }, request }) => {
    const { idempotencyKey: key } = request.input;
    return key ? [{ accountId, key }] : [];
  });
  if (held.length === 0) return sql`null`;
  // One text for however many, so that it is prepared once.
  return sql`(select count(pg_advisory_xact_lock(account, hashtext(key)))
    from unnest(${held.map(({ accountId }) => accountId)}::int[], ${held.map(({ key }) => key)}::text[])
      as held(account, key))`;
}
