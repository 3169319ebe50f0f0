import { sql } from 'kysely';
import { GIVE_UP } from '../database/give-up.js';
import type { Database } from '../database/orm.js';

/**
 * Waits until no other transaction records or removes these contents, and makes others wait until
 * this one ends. The lock is not a row, because a stored content may have no row. The transaction
 * waits for the store while it has the lock, so it ends when the store takes too long.
 */
export async function lockContents(database: Database, sha256: readonly string[]): Promise<void> {
  // Locked in a fixed order, so that two transactions never wait for each other.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(sha256, 0)), ${GIVE_UP}
    from unnest(${[...sha256].sort()}::text[]) as sha256`.execute(database);
}
