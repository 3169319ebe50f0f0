import { defineEntity, p } from '@mikro-orm/core';
import { NOTES_NAMES } from '../database/notes-order.js';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import {
  InstitutionKind,
  Ownership,
  PeriodOrigin,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import { Institution } from './institution.entity.js';

/**
 * The place and the attributes of an institution between two dates. They follow from its facts. Outside its periods it is not
 * operating and not counted. A period is never edited: a correction supersedes the row and adds
 * another, so that a figure can be read as it was known before.
 */
export const InstitutionPeriod = defineEntity({
  name: 'InstitutionPeriod',
  tableName: 'institution_period',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    kind: p.enum(() => InstitutionKind),
    name: p.text(),
    searchName: p.text(),
    levels: p.array(),
    ownership: p.enum(() => Ownership),
    specialStatus: p.enum(() => SpecialStatus).nullable(),
    // The commune or, if it is not settled, the smallest unit above that is certain.
    unit: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    settled: p.boolean(),
    origin: p.enum(() => PeriodOrigin),
    // The first day at this place, which may lie in an earlier period; null as for validFrom.
    locatedFrom: p.date().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'institution_period_name',
      expression:
        'create index institution_period_name on institution_period (search_name collate "C", institution_id) where superseded_at is null',
    },
  ],
  checks: [
    { name: 'institution_period_levels', expression: 'cardinality(levels) > 0' },
    {
      name: 'institution_period_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
    { name: 'institution_period_settled', expression: 'unit_id is not null or not settled' },
  ],
  triggers: [...tellsChanges('institution_period'), NOTES_NAMES],
});
