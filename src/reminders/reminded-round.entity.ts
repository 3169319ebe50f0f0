import { defineEntity, p } from '@mikro-orm/core';
import { ReportingRound } from '../rounds/reporting-round.entity.js';

/** The day for which the mails about a round were written last, so that one hub writes them once. */
export const RemindedRound = defineEntity({
  name: 'RemindedRound',
  tableName: 'reminded_round',
  properties: {
    round: () => p.oneToOne(ReportingRound).primary().deleteRule('cascade'),
    day: p.date(),
  },
});
