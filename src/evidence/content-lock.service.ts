import { sql } from 'kysely';
import type { Database } from '../database/orm.js';

/**
 * Waits until nobody else records or removes these contents, and keeps others waiting until the
 * transaction ends. A row could not be the lock: a content may be stored that no row names.
 */
export async function lockContents(database: Database, sha256: readonly string[]): Promise<void> {
  // In one order, so that of two who want the same contents one has all of them.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(sha256, 0))
    from unnest(${[...sha256].sort()}::text[]) as sha256`.execute(database);
}
