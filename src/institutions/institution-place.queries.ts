import { sql, type Expression } from 'kysely';
import type { Place } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { periodAround } from './institution-period.queries.js';

/** A place with the unit itself; null when not even the province is known. */
export interface PlaceRow extends Place {
  name: string;
  /** The form of the name by which lists are sorted. */
  sortName: string;
  unitId: number | null;
}

/**
 * The SQL query of the place of an institution on a date, as rights see it. For an institution that
 * is not operating then, it is the last place before, or else the first one after.
 * @param institutionId an expression without the aliases `period` and `unit`, which the query uses
 * itself.
 */
export function placeOf(institutionId: Expression<unknown>, date: LocalDate) {
  return sql<PlaceRow>`
    select period.institution_id as "institutionId", period.kind, period.name,
      period.search_name as "sortName",
      coalesce(unit.path, '{}') as "unitPath", period.unit_id as "unitId"
    from (${periodAround(institutionId, date)}) as period
    left join administrative_unit as unit on unit.id = period.unit_id`;
}

export async function placesOf(
  database: Database,
  ids: readonly number[],
  date: LocalDate,
): Promise<Map<number, PlaceRow>> {
  const found = await sql<PlaceRow>`
    select place.* from unnest(${ids}::int[]) as asked(id)
    cross join lateral (${placeOf(sql`asked.id`, date)}) as place`.execute(database);
  return new Map(found.rows.map((place) => [place.institutionId, place]));
}

export const loadPlace = perRequest(
  'place',
  ({ database, today }: Context, ids: readonly number[]) => placesOf(database, ids, today),
);
