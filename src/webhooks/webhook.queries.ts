import { sql, type Expression } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { DisabledReason } from './webhook.enums.js';

export interface WebhookRow {
  id: number;
  url: string;
  description: string;
  version: number;
  createdAt: string;
  position: number;
  failures: number;
  failingSince: string | null;
  lastFailure: string | null;
  nextAttemptAt: string;
  deliveredAt: string | null;
  disabledAt: string | null;
  disabledReason: DisabledReason | null;
}

function webhooks(database: Database) {
  return database
    .selectFrom('webhook')
    .select([
      'id',
      'url',
      'description',
      'version',
      sql<string>`created_at`.as('createdAt'),
      'position',
      'failures',
      sql<string | null>`failing_since`.as('failingSince'),
      'last_failure as lastFailure',
      sql<string>`next_attempt_at`.as('nextAttemptAt'),
      sql<string | null>`delivered_at`.as('deliveredAt'),
      sql<string | null>`disabled_at`.as('disabledAt'),
      'disabled_reason as disabledReason',
    ]);
}

const loadAnyWebhook = perRequest(
  'webhook',
  async ({ database }, ids: readonly number[]): Promise<Map<number, WebhookRow>> => {
    const rows = await webhooks(database)
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** Null unless the viewer is an operator. */
export async function loadWebhook(context: Context, id: number): Promise<WebhookRow | null> {
  if (!mayOperate(context.viewer)) return null;
  return loadAnyWebhook(context, id);
}

/** None unless the viewer is an operator. */
export function webhookRows({ database, viewer }: Context): Expression<WebhookRow> {
  return webhooks(database).where(sql<boolean>`${mayOperate(viewer)}::boolean`);
}
