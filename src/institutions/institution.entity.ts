import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { tellsChanges } from '../database/tells-changes.js';
import { InstitutionKind, Ownership, SpecialStatus } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/**
 * A preschool, school, centre, vocational institution, college or university, whatever its codes and commune.
 */
export const Institution = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.integer().primary().autoincrement(),
    // The present code of the system recorded first; institution_code holds all codes.
    code: p.text(),
    name: p.text(),
    searchName: p.text(),
    kind: p.enum(() => InstitutionKind),
    levels: p.array(),
    ownership: p.enum(() => Ownership),
    specialStatus: p.enum(() => SpecialStatus).nullable(),
    openedOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    sourceStatus: p.enum(() => SourceStatus),
  },
  checks: [
    {
      name: 'institution_span',
      expression: 'opened_on is null or closed_on is null or opened_on <= closed_on',
    },
    { name: 'institution_levels', expression: 'cardinality(levels) > 0' },
  ],
  indexes: [
    {
      name: 'institution_name',
      expression: 'create index institution_name on institution (search_name collate "C", id)',
    },
    {
      name: 'institution_current_code',
      expression: 'create index institution_current_code on institution (code collate "C", id)',
    },
  ],
  triggers: [...tellsChanges('institution'), notesOrder('institution', 'search_name', 'code')],
});
