import { sql } from 'kysely';
import { placeOf } from '../institutions/institution-place.queries.js';
import { calls } from '../rounds/called.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { ownDaysOf } from './own-days.queries.js';

/**
 * The SQL that lists of the institutions of rounds are read from: `round`, `called` (the period on the
 * reference date), `place_then` (its unit), `place` (where it is today), `status_update` (null for who has
 * not begun), and what `ownDaysOf` joins. Without {@link IS_CALLED} every round stands beside every period.
 */
export function calledInstitutions(today: LocalDate) {
  return sql`
    reporting_round as round
    cross join institution_period as called
    join administrative_unit as place_then on place_then.id = called.unit_id
    cross join lateral (${placeOf(sql`called.institution_id`, today)}) as place
    left join status_update on status_update.institution_id = called.institution_id
      and status_update.round_id = round.id
    ${ownDaysOf(sql`called.institution_id`, today)}`;
}

/**
 * That an institution owes its report: nothing that it handed in stands, it is not excused and still there.
 * Needs {@link calledInstitutions} and `institution`.
 */
export const owes = (today: LocalDate) => sql<boolean>`(own.owing and not own.excused
  and coalesce(institution.closed_on >= ${today}::date, true))`;

/** That a round which was not withdrawn calls the institution; needs {@link calledInstitutions}. */
export const IS_CALLED = sql<boolean>`(round.withdrawn_at is null
  and ${calls('round', 'called', 'place_then')})`;
