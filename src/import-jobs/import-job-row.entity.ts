import { defineEntity, p } from '@mikro-orm/core';
import type { Text } from '../shared/text.js';
import type { ColumnChange } from '../vocabulary/imported-row.js';
import { ImportJob } from './import-job.entity.js';
import { ImportJobRowKind } from './import-job.enums.js';

/** What was found in a row of a file, or what the row would change; kept until the file is saved. */
export const ImportJobRow = defineEntity({
  name: 'ImportJobRow',
  tableName: 'import_job_row',
  properties: {
    id: p.integer().primary().autoincrement(),
    job: () => p.manyToOne(ImportJob).index().deleteRule('cascade'),
    row: p.integer(),
    kind: p.enum(() => ImportJobRowKind),
    // What people know the subject of a change by.
    subject: p.text().nullable(),
    columnName: p.text().nullable(),
    value: p.text().nullable(),
    code: p.text().nullable(),
    text: p.json<Text>().nullable(),
    // The cells that make the row one about what it looks like.
    same: p.json<Record<string, string>>().nullable(),
    changes: p.json<ColumnChange[]>().nullable(),
  },
});
