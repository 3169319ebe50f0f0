import { defineEntity, p } from '@mikro-orm/core';

/**
 * What a row of a table with {@link keepsVersions} said, from one moment to another. Versions are only
 * added, by the trigger of the table, so that the table can be read as it was known before.
 */
export const RowVersion = defineEntity({
  name: 'RowVersion',
  tableName: 'row_version',
  properties: {
    id: p.integer().primary().autoincrement(),
    // The table of the row, and its id.
    ofTable: p.text(),
    rowId: p.integer(),
    // The columns of the row.
    content: p.json(),
    // Null for what was there before versions were kept.
    recordedAt: p.datetime(3).nullable(),
    // Null while the row says so.
    supersededAt: p.datetime(3).nullable(),
  },
  indexes: [
    { properties: ['ofTable', 'rowId'] },
    // By the unit on either side of a succession.
    ...['predecessor_id', 'successor_id'].map((column) => ({
      name: `row_version_${column}`,
      expression: `create index row_version_${column} on row_version (of_table, ((content ->> '${column}')::int))`,
    })),
    {
      name: 'row_version_current',
      expression:
        'create unique index row_version_current on row_version (of_table, row_id) where superseded_at is null',
    },
  ],
  checks: [
    {
      name: 'row_version_known',
      expression: 'recorded_at is null or superseded_at is null or recorded_at < superseded_at',
    },
  ],
  triggers: [
    {
      // A migration adds the trigger against TRUNCATE by hand, as for the audit trail.
      name: 'recorded_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if pg_trigger_depth() > 1 then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      raise exception 'the versions of a row only grow' using errcode = 'restrict_violation';`,
    },
  ],
});
