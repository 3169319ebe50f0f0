import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { settleCodes, type Settlement } from './code-holders.js';
import { CodeLookup } from './code-lookup.js';
import type { CodeClaim, HeldCode } from './codes.js';

export interface UsedCode {
  institution_id: number;
  system: string;
  code: string;
  valid_from: LocalDate | null;
  valid_to: LocalDate | null;
}

/** The SQL query of all codes with the days of their use, as `useOf` says. */
export const USED_CODES = sql<UsedCode>`
  select code.id, code.institution_id, code.system, code.code,
    coalesce(code.valid_from, institution.opened_on) as valid_from,
    least(code.valid_to, institution.closed_on) as valid_to
  from institution_code as code join institution on institution.id = code.institution_id
  where code.superseded_at is null`;

/** The same with the codes of campuses, which lead to their institutions. */
export const FINDING_CODES = sql<UsedCode>`${USED_CODES}
  union all
  select campus.id, campus.institution_id, campus.system, campus.code,
    coalesce(campus.valid_from, institution.opened_on), least(campus.valid_to, institution.closed_on)
  from campus join institution on institution.id = campus.institution_id
  where campus.superseded_at is null`;

/** Settles rows by the codes as they are recorded. */
export async function settleByRecorded(
  database: Database,
  claims: readonly CodeClaim[],
): Promise<Settlement[]> {
  const names = claims.flatMap(({ code, replaces, beside }) =>
    [code, replaces?.code, beside?.code].filter((name) => name !== undefined),
  );
  const [held, ofCampuses] = await Promise.all([
    heldCodes(database, [...new Set(names)]),
    campusCodes(
      database,
      claims.map(({ code }) => code),
    ),
  ]);
  return settleCodes(claims, held, ofCampuses);
}

/** The codes of these names, with the other codes of their institutions and all who used those. */
export async function heldCodes(database: Database, names: readonly string[]): Promise<HeldCode[]> {
  const found = await sql<HeldCode>`
    with named as (
      select distinct institution_id from institution_code
      where superseded_at is null and code = any(${names}::text[])
    ), own as (
      select distinct code.code from institution_code as code join named using (institution_id)
      where code.superseded_at is null
    )
    select code.id, code.institution_id as "institutionId", period.name, code.system, code.code,
      code.valid_from as "validFrom", code.valid_to as "validTo",
      institution.opened_on as "openedOn", institution.closed_on as "closedOn"
    from institution_code as code join institution on institution.id = code.institution_id
    left join lateral (select name from institution_period as period
      where period.institution_id = code.institution_id and superseded_at is null
      order by valid_from desc nulls last limit 1) as period on true
    where code.superseded_at is null and code.code in (select code from own)
    order by code.id`.execute(database);
  return found.rows;
}

/** The codes of campuses of these names, as codes that their institutions have. */
export async function campusCodes(
  database: Database,
  names: readonly string[],
): Promise<HeldCode[]> {
  const found = await sql<HeldCode>`
    select 0 as id, campus.institution_id as "institutionId", campus.name, campus.system, campus.code,
      campus.valid_from as "validFrom", campus.valid_to as "validTo",
      institution.opened_on as "openedOn", institution.closed_on as "closedOn"
    from campus join institution on institution.id = campus.institution_id
    where campus.superseded_at is null and campus.code = any(${[...names]}::text[])
    order by campus.id`.execute(database);
  return found.rows;
}

export type RecordedCode = Omit<HeldCode, 'name'>;

/** The codes of institutions by their ids, as they are recorded; in order of time. */
export async function recordedCodes(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, RecordedCode[]>> {
  const { rows } = await sql<RecordedCode>`
    select code.id, code.institution_id as "institutionId", code.system, code.code,
      code.valid_from as "validFrom", code.valid_to as "validTo",
      institution.opened_on as "openedOn", institution.closed_on as "closedOn"
    from institution_code as code join institution on institution.id = code.institution_id
    where code.superseded_at is null and code.institution_id = any(${[...ids]}::int[])
    order by code.valid_from nulls first, code.id`.execute(database);
  return Map.groupBy(rows, ({ institutionId }) => institutionId);
}

/** Finds institutions by these codes. */
export async function lookupOf(database: Database, codes: readonly string[]): Promise<CodeLookup> {
  return new CodeLookup(await heldCodes(database, [...new Set(codes)]));
}
