import { defineEntity, p } from '@mikro-orm/core';
import { enumeration, type NameOf } from '../shared/enumeration.js';

/** What a change of published data may be, from the weakest: of several in one publication the strongest is told. */
export const ChangeKind = enumeration('FIGURES', 'UPDATED', 'CREATED', 'DELETED');
export type ChangeKind = NameOf<typeof ChangeKind>;

/**
 * The outbox: what each publication changed, written in its transaction. Publications come one after
 * another and ids are drawn in them, so the order of the ids is the order in which rows become visible.
 */
export const PublishedChange = defineEntity({
  name: 'PublishedChange',
  tableName: 'published_change',
  properties: {
    id: p.integer().primary().autoincrement(),
    revision: p.integer(),
    at: p.datetime(3),
    kind: p.enum(() => ChangeKind),
    // The object type in the graph and its row; both null when it concerns figures everywhere.
    nodeType: p.text().nullable(),
    rowId: p.integer().nullable(),
  },
  checks: [
    { name: 'published_change_named', expression: '(node_type is null) = (row_id is null)' },
  ],
  indexes: [
    {
      name: 'published_change_once',
      expression:
        'create unique index published_change_once on published_change (revision, node_type, row_id) nulls not distinct',
    },
  ],
});
