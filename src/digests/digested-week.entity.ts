import { defineEntity, p } from '@mikro-orm/core';

/** The weeks of which the digests are written, by their Monday, so that one hub writes them once. */
export const DigestedWeek = defineEntity({
  name: 'DigestedWeek',
  tableName: 'digested_week',
  properties: { monday: p.date().primary() },
});
