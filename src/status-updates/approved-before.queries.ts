import { sql, type RawBuilder } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { loadStatusUpdate, type StatusUpdateRow } from './status-update.queries.js';

/**
 * The SQL query of the last approved revision of an institution in an earlier round, by reference
 * dates and, if these are equal, by the order in which the rounds were created: `updateId` and
 * `revisionId`.
 */
const lastApproved = (
  institutionId: RawBuilder<unknown>,
  roundId: RawBuilder<unknown>,
  referenceDate: RawBuilder<unknown>,
) => sql<{ updateId: number; revisionId: number }>`
  select status_update.id as "updateId", revision.id as "revisionId" from status_update
  join reporting_round as other on other.id = status_update.round_id
  join status_update_revision as revision on revision.update_id = status_update.id
  where status_update.institution_id = ${institutionId} and ${approvalStands('revision')}
    and (other.reference_date, other.id) < (${referenceDate}, ${roundId})
  order by other.reference_date desc, other.id desc, revision.number desc limit 1`;

/** The row id of the last approved update before the round of an update, batched; null when there is none. */
export const loadIdApprovedBefore = perRequest(
  'approved before',
  ({ database }, updateIds: readonly number[]) => approvedBefore(database, updateIds),
);

/** The last approved update before the round; null when there is none. */
export async function loadApprovedBefore(
  context: Context,
  { id }: StatusUpdateRow,
): Promise<StatusUpdateRow | null> {
  const before = await loadIdApprovedBefore(context, id);
  return before === null ? null : loadStatusUpdate(context, before);
}

async function approvedBefore(
  database: Database,
  updateIds: readonly number[],
): Promise<Map<number, number>> {
  const found = await sql<{ id: number; updateId: number }>`
    select present.id, before."updateId" from status_update as present
    join reporting_round as round on round.id = present.round_id
    cross join lateral (${lastApproved(
      sql`present.institution_id`,
      sql`round.id`,
      sql`round.reference_date`,
    )}) as before
    where present.id = any(${[...updateIds]}::int[])`.execute(database);
  return new Map(found.rows.map(({ id, updateId }) => [id, updateId]));
}
