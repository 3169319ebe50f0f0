import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { InstitutionKind, PeriodOrigin } from '../vocabulary/institution.enums.js';
import { Institution } from './institution.entity.js';

/**
 * Where an institution worked, and as what kind, between two dates; outside its periods it is not
 * operating and not counted. Never edited: a correction supersedes the row and adds another, so a
 * figure can be read as it was known before.
 */
export const InstitutionPeriod = defineEntity({
  name: 'InstitutionPeriod',
  tableName: 'institution_period',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    kind: p.enum(() => InstitutionKind),
    // The closest unit that is certain: the commune (then it is settled), or what is above it.
    unit: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    settled: p.boolean(),
    origin: p.enum(() => PeriodOrigin),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  checks: [
    {
      name: 'institution_period_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
    { name: 'institution_period_settled', expression: 'unit_id is not null or not settled' },
  ],
  triggers: tellsChanges('institution_period'),
});
