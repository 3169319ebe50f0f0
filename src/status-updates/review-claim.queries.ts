import { sql, type RawBuilder } from 'kysely';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { lineageOf } from '../units/unit.queries.js';
import { placeOf } from '../institutions/institution-place.queries.js';
import type { ReviewClaim } from './review-claim.js';

/** An account that may decide on a report. */
export interface ReviewerRow {
  updateId: number;
  accountId: number;
  name: string;
}

/** So many can be chosen from. */
const MOST_REVIEWERS = 100;

/**
 * The SQL condition that an account reviews at a place today, for accounts other than the viewer, whose
 * grants are known already (`holdsAt`).
 * @param place the alias of rows of `placeOf`.
 */
function reviewsAt(account: string, place: string, today: LocalDate) {
  return sql<boolean>`${sql.ref(`${account}.disabled_at`)} is null and exists (
    select from account_grant as held
    where held.account_id = ${sql.ref(`${account}.id`)} and held.role = 'REVIEWER'
      and ${sql.ref(`${place}.unitPath`)} && array(${lineageOf(sql.ref('held.unit_id'))})
      and (held.kinds is null or ${sql.ref(`${place}.kind`)} = any(held.kinds))
      and coalesce(held.valid_from <= ${today}::date, true)
      and coalesce(held.valid_to >= ${today}::date, true))`;
}

/**
 * The SQL query of the claim of a submission: none when nobody took it, and when whoever did may no longer
 * decide on it. Whether they are absent is not asked here.
 * @param place the alias of the row of `placeOf` of the institution.
 */
export function claimOf(revisionId: RawBuilder<unknown>, place: string, today: LocalDate) {
  return sql<ReviewClaim>`
    select claim.account_id as "accountId", claimer.name as by, claim.claimed_at as since,
      greatest(claim.active_at, (select max(created_at) from account_session
        where account_id = claim.account_id)) as "seenAt"
    from review_claim as claim join account as claimer on claimer.id = claim.account_id
    where claim.revision_id = ${revisionId} and ${reviewsAt('claimer', place, today)}`;
}

/** Who may decide on updates today, by name; not who handed the last submission in. */
export const loadReviewers = perRequest(
  'reviewers of update',
  async ({ database, today }: Context, updateIds: readonly number[]) => {
    const { rows } = await sql<ReviewerRow>`
      select status_update.id as "updateId", reviewer.id as "accountId", reviewer.name
      from status_update
      cross join lateral (${placeOf(sql`status_update.institution_id`, today)}) as place
      cross join lateral (
        select account.id, account.name, account.search_name from account
        where ${reviewsAt('account', 'place', today)} and account.id is distinct from (
          select submitted_by_id from status_update_revision
          where update_id = status_update.id and submitted_at is not null
          order by number desc limit 1)
        order by account.search_name collate "C", account.id limit ${MOST_REVIEWERS}
      ) as reviewer
      where status_update.id = any(${[...updateIds]}::int[])
      order by reviewer.search_name collate "C", reviewer.id`.execute(database);
    return Map.groupBy(rows, (row) => row.updateId);
  },
);
