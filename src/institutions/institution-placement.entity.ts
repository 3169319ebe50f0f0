import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { Institution } from './institution.entity.js';

/**
 * A recorded fact: from a day on, the institution is in a unit. The periods follow from the
 * placements and from the successions of units; they keep what was known before.
 */
export const InstitutionPlacement = defineEntity({
  name: 'InstitutionPlacement',
  tableName: 'institution_placement',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution),
    unit: () => p.manyToOne(AdministrativeUnit).index(),
    // Null means since before our records.
    validFrom: p.date().nullable(),
  },
  indexes: [
    {
      name: 'institution_placement_once',
      expression:
        'create unique index institution_placement_once on institution_placement (institution_id, valid_from) nulls not distinct',
    },
  ],
  triggers: tellsChanges('institution_placement'),
});
