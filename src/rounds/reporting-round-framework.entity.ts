import { defineEntity, p } from '@mikro-orm/core';
import { Framework } from '../frameworks/framework.entity.js';
import { ReportingRound } from './reporting-round.entity.js';

/** A framework that a round asks; each question is asked once. */
export const ReportingRoundFramework = defineEntity({
  name: 'ReportingRoundFramework',
  tableName: 'reporting_round_framework',
  properties: {
    round: () =>
      p.manyToOne(ReportingRound).primary().deleteRule('restrict').updateRule('restrict'),
    framework: () =>
      p.manyToOne(Framework).primary().deleteRule('restrict').updateRule('restrict').index(),
    position: p.integer(),
  },
});
