import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { ImportKind } from '../vocabulary/imported-row.js';

/** A file that was imported and changed something, and whether that was undone. */
export const ImportRun = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: p.integer().primary().autoincrement(),
    kind: p.enum(() => ImportKind),
    // Null when only the content came.
    file: p.text().nullable(),
    // Null when nobody was signed in: the command line.
    account: () => p.manyToOne(Account).nullable().index().deleteRule('restrict'),
    // The name at that time, or the origin.
    accountName: p.text(),
    // The moment of its publication; what it recorded and superseded has the same.
    at: p.datetime(3),
    revision: p.integer(),
    created: p.integer(),
    updated: p.integer(),
    unchanged: p.integer(),
    // The publication that undid it; all null while it holds.
    undoneAt: p.datetime(3).nullable(),
    undoneRevision: p.integer().nullable(),
    undoneBy: p.text().nullable(),
  },
  checks: [
    {
      name: 'import_run_undone',
      expression:
        '(undone_at is null) = (undone_revision is null) and (undone_at is null) = (undone_by is null)',
    },
  ],
});
