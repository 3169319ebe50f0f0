import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/** A document that sets targets, for one unit or, without a unit, for the whole country. */
export const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: p.integer().primary().autoincrement(),
    document: p.text().unique(),
    titleVi: p.text(),
    titleEn: p.text(),
    issuer: p.text(),
    issuedOn: p.date().nullable(),
    unit: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    url: p.text().nullable(),
    sourceStatus: p.enum(() => SourceStatus),
    version: p.integer().version(),
  },
  triggers: [...tellsChanges('plan'), notesOrder('plan', 'plan_document'), keepsVersions('plan')],
});
