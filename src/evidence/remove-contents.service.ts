import { sql } from 'kysely';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { lockContents } from './content-lock.service.js';
import type { EvidenceStore } from './evidence-store.js';

/**
 * Removes a content that no row tells of, as when its upload was refused in the last moment. Whoever
 * sends the same one now stores it anew.
 */
export async function discardUnrecorded(
  em: EntityManager,
  store: EvidenceStore,
  sha256: string,
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    await lockContents(database, [sha256]);
    const found = await sql`select from evidence_file where sha256 = ${sha256}`.execute(database);
    if (found.rows.length === 0) await store.remove(sha256);
  });
}
