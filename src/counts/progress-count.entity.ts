import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';

/**
 * The roll-up: the change of each count of a unit on a date. The figure for a date is the sum of
 * the rows up to it, so a province reads as fast as a commune, on any date.
 */
export const ProgressCount = defineEntity({
  name: 'ProgressCount',
  tableName: 'progress_count',
  properties: {
    unit: () => p.manyToOne(AdministrativeUnit).primary(),
    group: p.enum(() => InstitutionGroup).primary(),
    // The code of an indicator.
    subject: p.text().primary(),
    effectiveOn: p.date().primary(),
    // The round of the update that counts; 0 without an update.
    roundId: p.integer().primary(),
    institutions: p.integer(),
    illustrative: p.integer(),
    completed: p.integer(),
    reported: p.integer(),
    inReview: p.integer(),
    notApplicable: p.integer(),
  },
  triggers: tellsChanges('progress_count'),
});
