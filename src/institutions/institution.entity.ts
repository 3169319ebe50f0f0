import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { tellsChanges } from '../database/tells-changes.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/**
 * A preschool, school, centre, vocational institution, college or university, whatever its name, kind,
 * codes and commune: what it is on a date is in its periods.
 */
export const Institution = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.integer().primary().autoincrement(),
    // The present code of the system recorded first; institution_code holds all codes.
    code: p.text(),
    // Copies of the facts that have no dates.
    openedOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    sourceStatus: p.enum(() => SourceStatus),
  },
  checks: [
    {
      name: 'institution_span',
      expression: 'opened_on is null or closed_on is null or opened_on <= closed_on',
    },
  ],
  indexes: [
    {
      name: 'institution_current_code',
      expression: 'create index institution_current_code on institution (code collate "C", id)',
    },
  ],
  triggers: [...tellsChanges('institution'), notesOrder('institution', 'institution_code')],
});
