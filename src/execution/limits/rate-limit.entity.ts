import { defineEntity, p } from '@mikro-orm/core';

/** The points used by accounts and addresses, for hubs that count together. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    // The limiter adds rows by the order of these columns.
    key: p.text().primary(),
    points: p.integer(),
    // Milliseconds since 1970.
    expire: p.bigint().nullable(),
  },
});
