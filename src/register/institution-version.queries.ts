import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';

/**
 * How often something was recorded or superseded of each institution. No row is ever removed, so the
 * number only grows, whoever makes the change: a form, a file, or an undoing.
 */
export async function versionsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const found = await sql<{ id: number; version: number }>`
    select id, (
      (select count(*) + count(superseded_at) from institution_fact where institution_id = asked.id)
      + (select count(*) + count(superseded_at) from institution_code where institution_id = asked.id)
      + (select count(*) + count(superseded_at) from campus where institution_id = asked.id)
    )::int as version
    from unnest(${[...ids]}::int[]) as asked(id)`.execute(database);
  return new Map(found.rows.map(({ id, version }) => [id, version]));
}

export const loadVersion = shared('institution version', versionsOf);
