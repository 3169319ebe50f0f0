import { sql } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { RoundPhase } from '../vocabulary/round.enums.js';

/** Whether no submission stands; withdrawn and returned ones do not. Needs `status_update`. */
const OWING = sql<boolean>`(status_update.state is null
  or status_update.state in ('DRAFT', 'RETURNED', 'WITHDRAWN') and not exists (
    select from status_update_revision as one
    where one.update_id = status_update.id and ${approvalStands('one')}))`;

/** The last day that returns give; null when nothing was returned. Needs `status_update`. */
export const RETURNED_UNTIL = sql<LocalDate | null>`(
  select max(returned_until) from status_update_revision where update_id = status_update.id)`;

/**
 * The SQL joins that give the days of an institution in a round, for lists: the same rule as
 * `ownDays`. Needs `round`, and `status_update`, which may be null.
 * @param institutionId an SQL expression.
 * @returns joins of `exception`, the one that holds or null, and `own`: due_on, closes_on, phase,
 * owing and excused.
 */
export function ownDaysOf(institutionId: ReturnType<typeof sql>, today: LocalDate) {
  return sql`
    left join participation_exception as exception on exception.round_id = round.id
      and exception.institution_id = ${institutionId} and exception.superseded_at is null
    cross join lateral (select ${OWING} as owing, ${RETURNED_UNTIL} as until) as returned
    cross join lateral (select greatest(exception.closes_on, returned.until) as last_day) as given
    cross join lateral (
      select greatest(round.due_on, exception.due_on,
          case when returned.owing then returned.until end) as due_on,
        coalesce(greatest(case when round.closed_at is null then round.closes_on end,
          given.last_day), round.closes_on) as closes_on,
        round.closed_at is not null and given.last_day is null as closed
    ) as days
    cross join lateral (
      select days.due_on, days.closes_on, returned.owing,
        coalesce(exception.kind = 'EXCUSED', false) as excused,
        ${sql<RoundPhase>`case when days.closed or days.closes_on < ${today}::date then 'CLOSED'
          when round.opens_on > ${today}::date then 'PLANNED' else 'OPEN' end`} as phase
    ) as own`;
}
