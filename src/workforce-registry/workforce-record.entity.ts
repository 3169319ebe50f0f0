import { defineEntity, p } from '@mikro-orm/core';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { Audience, RecordKind, Tier } from './workforce.enums.js';

/**
 * What was counted, and of whom: the subject. One subject has many records, each over a span of its
 * own; what was counted, and when, is in the versions. A wrong subject is removed and recorded anew.
 */
export const WorkforceRecord = defineEntity({
  name: 'WorkforceRecord',
  tableName: 'workforce_record',
  properties: {
    id: p.integer().primary().autoincrement(),
    unit: () => p.manyToOne(AdministrativeUnit).index().deleteRule('restrict'),
    kind: p.enum(() => RecordKind),
    // Null where the kind has no such field, or where the count is over all of them.
    tier: p.enum(() => Tier).nullable(),
    audience: p.enum(() => Audience).nullable(),
    agency: p.text().nullable(),
    topic: p.text().nullable(),
  },
  triggers: [
    {
      name: 'recorded_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'the subject of a record is final: remove it by a version' using errcode = 'restrict_violation';`,
    },
  ],
});
