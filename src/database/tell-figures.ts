import { sql } from 'kysely';
import { doLater } from './flight.js';
import { databaseOf, type EntityManager } from './orm.js';
import type { ChangeKind } from './published-change.entity.js';

/**
 * Tells the outbox that figures of nodes changed, where no row of theirs says so. Call it inside a
 * publication; what it tells of a node already stays as it is.
 */
export function tellFigures(
  em: EntityManager,
  nodeType: string,
  rowIds: readonly number[],
): Promise<void> {
  return tellNodes(em, 'FIGURES', nodeType, rowIds);
}

/** The same for another kind of change. */
export async function tellNodes(
  em: EntityManager,
  kind: ChangeKind,
  nodeType: string,
  rowIds: readonly number[],
): Promise<void> {
  if (rowIds.length === 0) return;
  const told = sql`
    insert into published_change (revision, at, kind, node_type, row_id)
    select revision, published_at, ${kind}::text, ${nodeType}::text, named.id
    from publication, unnest(${[...rowIds]}::int[]) as named(id)
    on conflict (revision, node_type, row_id) do nothing`;
  await doLater(databaseOf(em), told);
}

/** The same of figures everywhere. */
export async function tellFiguresEverywhere(em: EntityManager): Promise<void> {
  await sql`
    insert into published_change (revision, at, kind)
    select revision, published_at, 'FIGURES' from publication
    on conflict (revision, node_type, row_id) do nothing`.execute(databaseOf(em));
}
