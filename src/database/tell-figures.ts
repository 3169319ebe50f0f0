import { sql } from 'kysely';
import { databaseOf, type EntityManager } from './orm.js';

/**
 * Tells the outbox that figures of nodes changed, where no row of theirs says so. Call it inside a
 * publication; what it tells of a node already stays as it is.
 */
export async function tellFigures(
  em: EntityManager,
  nodeType: string,
  rowIds: readonly number[],
): Promise<void> {
  if (rowIds.length === 0) return;
  await sql`
    insert into published_change (revision, at, kind, node_type, row_id)
    select revision, published_at, 'FIGURES', ${nodeType}::text, named.id
    from publication, unnest(${[...rowIds]}::int[]) as named(id)
    on conflict (revision, node_type, row_id) do nothing`.execute(databaseOf(em));
}
