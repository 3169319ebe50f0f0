import { defineEntity, p } from '@mikro-orm/core';
import { Institution } from '../institutions/institution.entity.js';
import { ReportingRound } from '../rounds/reporting-round.entity.js';
import { UpdateState } from '../vocabulary/status-update.enums.js';

export const StatusUpdate = defineEntity({
  name: 'StatusUpdate',
  tableName: 'status_update',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution),
    round: () => p.manyToOne(ReportingRound).index(),
    state: p.enum(() => UpdateState),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['institution', 'round'] }],
  indexes: [
    {
      // Few updates are in work among many that are done.
      name: 'status_update_in_work',
      expression: `create index status_update_in_work on status_update (state) where state <> 'APPROVED'`,
    },
  ],
});
