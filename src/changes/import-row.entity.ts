import { defineEntity, p } from '@mikro-orm/core';
import { ImportOutcome, type ColumnChange } from '../vocabulary/imported-row.js';
import { ImportRun } from './import-run.entity.js';

/** A row of an imported file that changed something, column by column. */
export const ImportRow = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  properties: {
    id: p.integer().primary().autoincrement(),
    run: () => p.manyToOne(ImportRun).index().deleteRule('restrict'),
    row: p.integer(),
    outcome: p.enum(() => ImportOutcome),
    // The object type in the graph, and the row of its table.
    subjectType: p.text(),
    subjectId: p.integer(),
    // What people knew the subject by at that time.
    subject: p.text(),
    changes: p.json<ColumnChange[]>(),
  },
  indexes: [{ properties: ['subjectType', 'subjectId'] }],
});
