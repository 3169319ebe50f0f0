import { defineEntity, p } from '@mikro-orm/core';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { Plan } from './plan.entity.js';

/** The percentage of a group's institutions that should complete an indicator by a date. */
export const Target = defineEntity({
  name: 'Target',
  tableName: 'target',
  properties: {
    id: p.integer().primary().autoincrement(),
    plan: () => p.manyToOne(Plan).index(),
    group: p.enum(() => InstitutionGroup),
    // The code of the indicator; pillars are four of them.
    indicator: p.text(),
    year: p.integer(),
    dueOn: p.date(),
    percent: p.decimal('number').precision(5).scale(2).check('percent > 0 and percent <= 100'),
    sourceStatus: p.enum(() => SourceStatus),
  },
  indexes: [
    {
      name: 'target_once',
      expression: 'create unique index target_once on target (plan_id, "group", indicator, year)',
    },
  ],
  triggers: [...tellsChanges('target'), keepsVersions('target')],
});
