import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

/** A province, district or commune with its dates; a reused code is another row. */
export const AdministrativeUnit = defineEntity({
  name: 'AdministrativeUnit',
  tableName: 'administrative_unit',
  properties: {
    id: p.integer().primary().autoincrement(),
    kind: p.enum(() => UnitKind),
    code: p.text(),
    name: p.text(),
    nameEn: p.text().nullable(),
    searchName: p.text(),
    parent: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    // Ids from the root down to the unit itself, so that both directions need no recursion.
    path: p.array((id) => Number(id)).columnType('int[]'),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    legalDocument: p.text().nullable(),
  },
  checks: [
    {
      name: 'administrative_unit_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
  ],
  indexes: [
    {
      name: 'administrative_unit_code_span',
      expression:
        "create unique index administrative_unit_code_span on administrative_unit (kind, code, (coalesce(valid_from, '0001-01-01'::date)))",
    },
    {
      name: 'administrative_unit_path',
      expression: 'create index administrative_unit_path on administrative_unit using gin (path)',
    },
    {
      name: 'administrative_unit_name',
      expression:
        'create index administrative_unit_name on administrative_unit (search_name collate "C", id)',
    },
  ],
  triggers: [
    ...tellsChanges('administrative_unit'),
    notesOrder('administrative_unit', 'unit_name', 'unit_code'),
    keepsVersions('administrative_unit'),
  ],
});
