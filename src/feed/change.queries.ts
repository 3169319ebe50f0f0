import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
import type { ChangeKind } from '../database/published-change.entity.js';
import { toGlobalId } from '../graphql/global-id.js';
import { decodeCursor, encodeCursor } from '../graphql/cursor.js';
import type { Order } from '../graphql/page.js';

export interface ChangeRow {
  id: number;
  revision: number;
  at: string;
  kind: ChangeKind;
  /** Both null when figures everywhere may have changed. */
  nodeType: string | null;
  rowId: number | null;
}

/** Ids rise from one publication to the next. */
export const AS_PUBLISHED: Order = {
  name: 'change-as-published',
  descending: false,
  columns: [{ name: 'id', type: 'number' }],
};

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

/** The id of the node that changed; null when figures everywhere may have changed. */
export function nodeIdOf({ nodeType, rowId }: ChangeRow): string | null {
  return nodeType === null || rowId === null ? null : toGlobalId(nodeType, rowId);
}

export function cursorOf(id: number): string {
  return encodeCursor(AS_PUBLISHED.name, [id]);
}

/** @throws RequestError INVALID_CURSOR unless it is a cursor of the list of changes. */
export function positionOf(cursor: string): number {
  return Number(decodeCursor(AS_PUBLISHED.name, ['number'], cursor, 'after')[0]);
}
