import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { WorkforceRecord } from './workforce-record.entity.js';

/**
 * The content of a record during a span of time. It is never edited: a change supersedes the row
 * and adds the next version, so that the registry can be read as it was known before.
 */
export const WorkforceRecordVersion = defineEntity({
  name: 'WorkforceRecordVersion',
  tableName: 'workforce_record_version',
  properties: {
    id: p.integer().primary().autoincrement(),
    record: () => p.manyToOne(WorkforceRecord).deleteRule('restrict'),
    number: p.integer().check('number > 0'),
    // The day of the count, or the first day of the period that it covers.
    validFrom: p.date(),
    // The last day on which the count is valid; null until the next count.
    validTo: p.date().nullable(),
    // The document that contains the count.
    source: p.text(),
    sourceStatus: p.enum(() => SourceStatus),
    // For planners; for a removal, the reason.
    note: p.text().nullable(),
    // A removed record is not counted from here on; it stays in the history.
    removed: p.boolean().default(false),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  uniques: [{ properties: ['record', 'number'] }],
  checks: [
    {
      name: 'workforce_record_version_span',
      expression: 'valid_to is null or valid_from <= valid_to',
    },
    {
      name: 'workforce_record_version_known',
      expression: 'superseded_at is null or recorded_at < superseded_at',
    },
  ],
  indexes: [
    {
      name: 'workforce_record_version_current',
      expression:
        'create unique index workforce_record_version_current on workforce_record_version (record_id) where superseded_at is null',
    },
  ],
  triggers: [
    ...tellsChanges('workforce_record_version'),
    {
      name: 'recorded_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if tg_op = 'UPDATE' and old.superseded_at is null
          and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
        return new;
      end if;
      raise exception 'a version of a record is final: add another' using errcode = 'restrict_violation';`,
    },
  ],
});
