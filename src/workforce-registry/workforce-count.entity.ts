import { defineEntity, p } from '@mikro-orm/core';
import { WorkforceRecordVersion } from './workforce-record-version.entity.js';
import { Quantity } from './workforce.enums.js';

/**
 * A count of a version. A quantity without a row was not counted, which is not the same as zero.
 */
export const WorkforceCount = defineEntity({
  name: 'WorkforceCount',
  tableName: 'workforce_count',
  properties: {
    version: () => p.manyToOne(WorkforceRecordVersion).primary().deleteRule('restrict'),
    quantity: p.enum(() => Quantity).primary(),
    value: p.integer().check('value >= 0'),
  },
  triggers: [
    {
      name: 'recorded_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'a version of a record is final: add another' using errcode = 'restrict_violation';`,
    },
  ],
});
