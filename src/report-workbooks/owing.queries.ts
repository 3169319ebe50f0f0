import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { placeOf, type PlaceRow } from '../institutions/institution-place.queries.js';
import { calls } from '../rounds/called.queries.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';

/** An institution that a round calls, and where it is today. */
export interface CalledInstitution {
  id: number;
  code: string;
  place: PlaceRow;
}

/** The institutions that a round calls, in a unit or all, that have something to hand in still. */
export async function owingInstitutions(
  database: Database,
  { round, unitId, today }: { round: RoundRow; unitId: number | null; today: LocalDate },
): Promise<CalledInstitution[]> {
  const { rows } = await sql<CalledInstitution>`
    select institution.id, institution.code, row_to_json(place) as place
    from reporting_round as round
    join administrative_unit as called_unit on true
    join institution_period as called on called.unit_id = called_unit.id
    join institution on institution.id = called.institution_id
    cross join lateral (${placeOf(sql`institution.id`, today)}) as place
    left join status_update on status_update.institution_id = institution.id
      and status_update.round_id = round.id
    where round.id = ${round.id} and ${calls('round', 'called', 'called_unit')}
      and coalesce(status_update.state, 'DRAFT') not in ('SUBMITTED', 'APPROVED')
      and (${unitId}::int is null or place."unitPath" @> array[${unitId}]::int[])
    order by institution.code collate "C", institution.id`.execute(database);
  return rows;
}
