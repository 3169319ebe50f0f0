import { defineEntity, p } from '@mikro-orm/core';
import type { PublicationState } from './publish.js';

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
    // By what rows of lists can move, and the last revision in which one did; triggers write it.
    reorderings: p.json<PublicationState['reorderings']>(),
    // The day in Vietnam whose beginning is published; null before the first.
    day: p.date().nullable(),
  },
});
