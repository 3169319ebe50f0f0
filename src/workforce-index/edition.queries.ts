import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Edition } from './edition.js';

/**
 * The editions from the oldest to the newest.
 * @param knownAt includes those that were withdrawn since; null means now.
 */
export async function editionsInForce(
  database: Database,
  knownAt: Date | null = null,
): Promise<Edition[]> {
  const found = await sql<{ document: Edition }>`
    select document from index_edition
    where withdrawn_at is null or (recorded_at <= ${knownAt}::timestamptz
      and withdrawn_at > ${knownAt}::timestamptz)
    order by first_year, code, version`.execute(database);
  return found.rows.map(({ document }) => document);
}
