import { defineEntity, p } from '@mikro-orm/core';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { Audience, RecordKind, Tier } from './workforce.enums.js';

/**
 * A subject with a span; its versions hold the counts. One subject has many records with different
 * spans. A wrong subject is corrected by removing the record and creating another.
 */
export const WorkforceRecord = defineEntity({
  name: 'WorkforceRecord',
  tableName: 'workforce_record',
  properties: {
    id: p.integer().primary().autoincrement(),
    unit: () => p.manyToOne(AdministrativeUnit).index().deleteRule('restrict'),
    kind: p.enum(() => RecordKind),
    // Null when the kind has no such field, or when the count is over all values.
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
