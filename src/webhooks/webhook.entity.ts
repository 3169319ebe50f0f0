import { defineEntity, p } from '@mikro-orm/core';
import { DisabledReason } from './webhook.enums.js';

/** An address that every published change is sent to, and how far that has come. */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.integer().primary().autoincrement(),
    url: p.text(),
    description: p.text(),
    // What deliveries are signed with, encrypted under the hub's own secret, which is not in the database.
    sealedSecret: p.text(),
    version: p.integer(),
    createdAt: p.datetime(3),
    // The last change that was delivered, and while a delivery is under way, the last one in it.
    position: p.integer(),
    pendingTo: p.integer().nullable(),
    // How often it was started anew, so that what is sent again has ids of its own.
    replays: p.integer().default(0),
    // Raised by whoever takes a turn: what comes of an earlier one no longer counts.
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
