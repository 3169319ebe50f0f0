import { defineEntity, p } from '@mikro-orm/core';
import { DisabledReason } from './webhook.enums.js';

/** An address that gets every published change, and its position in the feed. */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.integer().primary().autoincrement(),
    url: p.text(),
    description: p.text(),
    // The secret for signing, encrypted with the hub's own secret, which is not in the database.
    sealedSecret: p.text(),
    version: p.integer(),
    createdAt: p.datetime(3),
    // The last change that was delivered; during a delivery, the last change in it.
    position: p.integer(),
    pendingTo: p.integer().nullable(),
    // The number of restarts, so that repeated deliveries have new ids.
    replays: p.integer().default(0),
    // Raised whenever a hub takes a turn, so that the result of an earlier turn no longer counts.
    turn: p.integer().default(0),
    takenUntil: p.datetime(3).nullable(),
    failures: p.integer().default(0),
    failingSince: p.datetime(3).nullable(),
    lastFailure: p.text().nullable(),
    nextAttemptAt: p.datetime(3),
    deliveredAt: p.datetime(3).nullable(),
    disabledAt: p.datetime(3).nullable(),
    disabledReason: p.enum(() => DisabledReason).nullable(),
  },
  checks: [
    {
      name: 'webhook_disabled',
      expression: '(disabled_at is null) = (disabled_reason is null)',
    },
  ],
});
