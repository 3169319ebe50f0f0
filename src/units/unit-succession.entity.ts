import { defineEntity, p } from '@mikro-orm/core';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import { SuccessionExtent } from '../vocabulary/unit.enums.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';

/** A succession: the successor's first day, and whether it took over the whole predecessor. */
export const UnitSuccession = defineEntity({
  name: 'UnitSuccession',
  tableName: 'unit_succession',
  properties: {
    id: p.integer().primary().autoincrement(),
    predecessor: () => p.manyToOne(AdministrativeUnit),
    successor: () => p.manyToOne(AdministrativeUnit).index(),
    effectiveOn: p.date(),
    extent: p.enum(() => SuccessionExtent),
    legalDocument: p.text().nullable(),
  },
  uniques: [{ properties: ['predecessor', 'successor'] }],
  checks: [{ name: 'unit_succession_distinct', expression: 'predecessor_id <> successor_id' }],
  triggers: [...tellsChanges('unit_succession'), keepsVersions('unit_succession')],
});
