import { defineEntity, p } from '@mikro-orm/core';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { InstitutionAttribute } from './facts.js';
import { Institution } from './institution.entity.js';

/**
 * A recorded fact: from a day on, an attribute of the institution has a value. Facts are never edited
 * or removed: a correction, or an undone import, supersedes the row. The periods follow from the facts
 * and from the successions of units; they tell what was known before.
 */
export const InstitutionFact = defineEntity({
  name: 'InstitutionFact',
  tableName: 'institution_fact',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    attribute: p.enum(() => InstitutionAttribute),
    // Levels are separated by |; null where there is no value, and for a place.
    value: p.text().nullable(),
    // Of a place.
    unit: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    // Null means since before our records, and for attributes without dates always.
    validFrom: p.date().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  checks: [
    {
      name: 'institution_fact_place',
      expression: "(attribute = 'PLACE') = (unit_id is not null)",
    },
  ],
  indexes: [
    {
      name: 'institution_fact_once',
      expression:
        'create unique index institution_fact_once on institution_fact (institution_id, attribute, valid_from) nulls not distinct where superseded_at is null',
    },
  ],
});
