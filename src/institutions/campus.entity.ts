import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { Institution } from './institution.entity.js';

/**
 * A further site of an institution, between two dates. It is not counted: the institution is, at its
 * own place. A row is never edited: a correction supersedes it and adds another.
 */
export const Campus = defineEntity({
  name: 'Campus',
  tableName: 'campus',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    system: p.text(),
    code: p.text(),
    name: p.text(),
    // The commune on the first day.
    unit: () => p.manyToOne(AdministrativeUnit).index(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  checks: [
    {
      name: 'campus_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
  ],
  indexes: [
    {
      name: 'campus_once',
      expression:
        'create unique index campus_once on campus (code, system, institution_id) where superseded_at is null',
    },
  ],
  triggers: tellsChanges('campus'),
});
