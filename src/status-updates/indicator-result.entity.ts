import { defineEntity, p } from '@mikro-orm/core';
import { PillarStage } from '../vocabulary/framework.enums.js';
import { APPROVED_IS_FINAL } from './approved-is-final.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';

/** There is no row when the indicator does not apply. */
export const IndicatorResult = defineEntity({
  name: 'IndicatorResult',
  tableName: 'indicator_result',
  properties: {
    revision: () => p.manyToOne(StatusUpdateRevision).primary(),
    // The code of the indicator; pillars are four of them.
    indicator: p.text().primary(),
    stage: p.enum(() => PillarStage),
    points: p.decimal('number').precision(8).scale(2).check('points >= 0'),
    maxPoints: p.decimal('number').precision(8).scale(2).check('max_points >= 0'),
  },
  triggers: [APPROVED_IS_FINAL],
});
