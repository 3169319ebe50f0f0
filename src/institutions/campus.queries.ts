import { sql } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { loadSuccessors } from '../units/succession.queries.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { knownAs } from './institution-period.queries.js';

export interface CampusRow {
  id: number;
  institutionId: number;
  system: string;
  code: string;
  name: string;
  unitId: number;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

const CAMPUSES = sql`
  select campus.id, campus.institution_id as "institutionId", campus.system, campus.code, campus.name,
    campus.unit_id as "unitId", campus.valid_from as "validFrom",
    least(campus.valid_to, institution.closed_on) as "validTo"
  from campus join institution on institution.id = campus.institution_id`;

/** The campuses of an institution, as known at a moment. */
export const loadCampuses = shared('campuses', campusesOf);

async function campusesOf(
  database: Database,
  institutionIds: readonly number[],
  knownAt: Moment,
): Promise<Map<number, CampusRow[]>> {
  const { rows } = await sql<CampusRow>`${CAMPUSES}
    where campus.institution_id = any(${[...institutionIds]}::int[]) and ${knownAs('campus', knownAt)}
    order by campus.valid_from nulls first, campus.code, campus.id`.execute(database);
  return Map.groupBy(rows, (row) => row.institutionId);
}

/** The campuses with these codes, in all systems, as they are recorded. */
export async function campusesByCode(
  database: Database,
  codes: readonly string[],
): Promise<CampusRow[]> {
  const { rows } = await sql<CampusRow>`${RECORDED} and code = any(${[...codes]}::text[])
    order by id`.execute(database);
  return rows;
}

/** The campuses of institutions by their ids, as they are recorded. */
export async function recordedCampuses(
  database: Database,
  institutionIds: readonly number[],
): Promise<Map<number, CampusRow[]>> {
  const { rows } = await sql<CampusRow>`${RECORDED}
    and institution_id = any(${[...institutionIds]}::int[]) order by code, id`.execute(database);
  return Map.groupBy(rows, ({ institutionId }) => institutionId);
}

const RECORDED = sql`
  select id, institution_id as "institutionId", system, code, name, unit_id as "unitId",
    valid_from as "validFrom", valid_to as "validTo"
  from campus where superseded_at is null`;

/**
 * The commune of a campus on a date: that of its first day, or what took it over whole. Null when it
 * was split and nobody knows in which part the campus lies.
 */
export async function unitOfCampus(
  context: Context,
  campus: CampusRow,
  on: LocalDate,
): Promise<UnitRow | null> {
  let unit = await loadUnit(context, campus.unitId);
  while (unit !== null && unit.validTo !== null && unit.validTo < on) {
    const successors = await loadSuccessors(context, unit.id);
    const whole = successors?.find(({ extent }) => extent === 'WHOLE');
    unit = whole ? await loadUnit(context, whole.successorId) : null;
  }
  return unit;
}
