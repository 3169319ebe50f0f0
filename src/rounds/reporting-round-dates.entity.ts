import { defineEntity, p } from '@mikro-orm/core';
import { ReportingRound } from './reporting-round.entity.js';

/** The dates that a round had until a moment, so that figures are read as they were known before. */
export const ReportingRoundDates = defineEntity({
  name: 'ReportingRoundDates',
  tableName: 'reporting_round_dates',
  properties: {
    id: p.integer().primary().autoincrement(),
    round: () => p.manyToOne(ReportingRound).index().deleteRule('restrict'),
    opensOn: p.date(),
    dueOn: p.date(),
    referenceDate: p.date(),
    closesOn: p.date(),
    supersededAt: p.datetime(3),
  },
});
