import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { calledInstitutions, IS_CALLED, owes } from '../exceptions/called-institutions.queries.js';
import type { PlaceRow } from '../institutions/institution-place.queries.js';
import type { LocalDate } from '../shared/dates.js';

/** An institution that owes a report, and where it is today. */
export interface OwingForm {
  id: number;
  code: string;
  place: PlaceRow;
}

/** The institutions, of a unit or all, that owe a report in a round; it need not be open yet. */
export async function owingForms(
  database: Database,
  { roundId, unitId, today }: { roundId: number; unitId: number | null; today: LocalDate },
): Promise<OwingForm[]> {
  const { rows } = await sql<OwingForm>`
    select institution.id, institution.code, row_to_json(place) as place
    from ${calledInstitutions(today)}
    join institution on institution.id = called.institution_id
    where round.id = ${roundId} and ${IS_CALLED} and ${owes(today)}
      and (${unitId}::int is null or place."unitPath" @> array[${unitId}::int])
    order by institution.code collate "C", institution.id`.execute(database);
  return rows;
}
