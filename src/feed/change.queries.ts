import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
import type { ChangeKind } from '../database/published-change.entity.js';
import { decodeCursor, encodeCursor } from '../graphql/cursor.js';
import type { Order } from '../graphql/page.js';

/** One row of the outbox. */
export interface ChangeRow {
  id: number;
  revision: number;
  at: string;
  kind: ChangeKind;
  /** Both null when it concerns figures everywhere. */
  nodeType: string | null;
  rowId: number | null;
}

/** The order in which changes were published: their ids are drawn one publication after another. */
export const AS_PUBLISHED: Order = {
  name: 'change-as-published',
  descending: false,
  columns: [{ name: 'id', type: 'number' }],
};

/** The rows of the list of all changes. */
export function changeRows(database: Database): Expression<ChangeRow> {
  return database
    .selectFrom('published_change')
    .select([
      'id',
      'revision',
      sql<string>`at`.as('at'),
      'kind',
      'node_type as nodeType',
      'row_id as rowId',
    ]);
}

/** The cursor of a change. */
export function cursorOf(id: number): string {
  return encodeCursor(AS_PUBLISHED.name, [id]);
}

/** @throws RequestError INVALID_CURSOR when it is none of the list of changes. */
export function positionOf(cursor: string): number {
  return Number(decodeCursor(AS_PUBLISHED.name, ['number'], cursor, 'after')[0]);
}
