import { sql, type Expression, type Selectable } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database, Tables } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';
import {
  groupOf,
  type InstitutionGroup,
  type PeriodOrigin,
} from '../vocabulary/institution.enums.js';
import type { Attributes } from './facts.js';

export interface InstitutionPeriodRow extends Attributes {
  institutionId: number;
  group: InstitutionGroup | null;
  unitId: number | null;
  settled: boolean;
  origin: PeriodOrigin;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  recordedAt: Date;
}

export interface InstitutionLocationRow {
  institutionId: number;
  unitId: number | null;
  settled: boolean;
  origin: PeriodOrigin;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** The SQL condition that a period was known at a moment; Infinity means now. */
export function knownAs(period: string, knownAt: Moment) {
  const superseded = sql.ref(`${period}.superseded_at`);
  if (knownAt === Infinity) return sql<boolean>`${superseded} is null`;
  const moment = sql`${new Date(knownAt).toISOString()}::timestamptz`;
  return sql<boolean>`(${sql.ref(`${period}.recorded_at`)} <= ${moment}
    and (${superseded} is null or ${superseded} > ${moment}))`;
}

/**
 * The SQL query of the period of an institution on a date. For an institution that is not operating
 * then, it is the last period before, or else the first one after.
 * @param institutionId an expression without the alias `period`, which the query uses itself.
 */
export function periodAround(
  institutionId: Expression<unknown>,
  date: LocalDate,
  knownAt: Moment = Infinity,
) {
  return sql<Selectable<Tables['institution_period']>>`
    select period.* from institution_period as period
    where period.institution_id = ${institutionId} and ${knownAs('period', knownAt)}
    order by coalesce(period.valid_from, '-infinity') > ${date}::date,
      abs(coalesce(period.valid_from, '0001-01-01') - ${date}::date)
    limit 1`;
}

/** The periods of an institution in order, as known at a moment. */
export const loadPeriods = shared('periods', periodsOf);

async function periodsOf(
  database: Database,
  ids: readonly number[],
  knownAt: Moment,
): Promise<Map<number, InstitutionPeriodRow[]>> {
  const found = await sql<
    Omit<InstitutionPeriodRow, 'group' | 'recordedAt'> & { recordedAt: string }
  >`
    select institution_id as "institutionId", name, kind, levels, ownership,
      special_status as "specialStatus", unit_id as "unitId", settled, origin,
      valid_from as "validFrom", valid_to as "validTo", recorded_at as "recordedAt"
    from institution_period as period
    where institution_id = any(${[...ids]}::int[]) and ${knownAs('period', knownAt)}
    order by valid_from nulls first`.execute(database);
  const rows = found.rows.map((row) => ({
    ...row,
    group: groupOf(row.kind),
    recordedAt: new Date(row.recordedAt),
  }));
  return Map.groupBy(rows, ({ institutionId }) => institutionId);
}

/** The locations of an institution in order, by what is known now. */
export const loadLocations = shared('locations', locationsOf);

async function locationsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionLocationRow[]>> {
  const found = await sql<InstitutionLocationRow>`
    select institution_id as "institutionId", unit_id as "unitId", settled, origin,
      located_from as "validFrom",
      -- An open end is the last one.
      (array_agg(valid_to order by valid_to desc nulls first))[1] as "validTo"
    from institution_period
    where institution_id = any(${[...ids]}::int[]) and superseded_at is null
    group by institution_id, located_from, unit_id, settled, origin
    order by located_from nulls first`.execute(database);
  return Map.groupBy(found.rows, (row) => row.institutionId);
}
