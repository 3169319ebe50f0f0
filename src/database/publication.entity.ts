import { defineEntity, p } from '@mikro-orm/core';

/**
 * The single row that tells how often published data has changed, when it last did, and which day is
 * published.
 */
export const Publication = defineEntity({
  name: 'Publication',
  tableName: 'publication',
  properties: {
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    revision: p.integer(),
    publishedAt: p.datetime(3),
    // True once demonstration data has been loaded: every answer then says so.
    illustrative: p.boolean(),
    // The last revision in which a row of a list came to stand elsewhere; triggers write it.
    reordered: p.integer(),
    // The day in Vietnam whose beginning is published; null before the first.
    day: p.date().nullable(),
  },
});
