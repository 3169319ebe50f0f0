import { sql, type Expression, type Selectable } from 'kysely';
import type { Moment } from '../counts/observe.js';
import type { Database, Tables } from '../database/orm.js';
import type { Order } from '../graphql/page.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { nameContains, spanCovers } from '../units/unit.queries.js';
import {
  kindsOf,
  type EducationLevel,
  type InstitutionGroup,
  type InstitutionKind,
  type Ownership,
  type SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import { knownAs, periodAround } from './institution-period.queries.js';

export interface InstitutionRow {
  id: number;
  code: string;
  name: string;
  sortName: string;
  kind: InstitutionKind;
  levels: EducationLevel[];
  ownership: Ownership;
  specialStatus: SpecialStatus | null;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  sourceStatus: SourceStatus;
}

export interface InstitutionCodeRow {
  institutionId: number;
  system: string;
  code: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

const COLUMNS = [
  'institution.id',
  'institution.code',
  'period.name',
  'period.search_name as sortName',
  'period.kind',
  sql<EducationLevel[]>`period.levels`.as('levels'),
  'period.ownership',
  'period.special_status as specialStatus',
  'institution.opened_on as openedOn',
  'institution.closed_on as closedOn',
  'institution.source_status as sourceStatus',
] as const;

/** Institutions operating on a date, with the attributes of that date, as known at a moment. */
function institutionsOn(database: Database, on: LocalDate, knownAt: Moment = Infinity) {
  return database
    .selectFrom('institution')
    .innerJoin('institution_period as period', 'period.institution_id', 'institution.id')
    .select(COLUMNS)
    .where(knownAs('period', knownAt))
    .where(spanCovers('period.valid_from', 'period.valid_to', on));
}

/** Institutions whether operating or not, with the attributes of the date or of that next to it. */
function institutionsAround(database: Database, on: LocalDate, knownAt: Moment = Infinity) {
  return database
    .selectFrom('institution')
    .innerJoinLateral(
      sql<
        Selectable<Tables['institution_period']>
      >`(${periodAround(sql.ref('institution.id'), on, knownAt)})`.as('period'),
      (join) => join.onTrue(),
    )
    .select(COLUMNS);
}

const loadInstitutionOn = shared(
  'institution',
  async (
    database,
    ids: readonly number[],
    on: LocalDate,
    knownAt: Moment,
  ): Promise<Map<number, InstitutionRow>> => {
    const rows = await institutionsAround(database, on, knownAt)
      .where('institution.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/**
 * An institution with the attributes of a date, as known at a moment; left out, those of today.
 * For one that is not operating then, they are those of its last day before, or of its first day.
 */
export function loadInstitution(
  context: Context,
  id: number,
  on: LocalDate = context.today,
  knownAt: Moment = Infinity,
): Promise<InstitutionRow | null> {
  return loadInstitutionOn(context, id, on, knownAt);
}

const loadByCode = shared('institution by code', institutionsByCodes);

/** @throws RequestError AMBIGUOUS_CODE when several institutions had the code. */
export async function institutionByCode(
  context: Context,
  code: string,
  system: string | null,
  on: LocalDate,
): Promise<InstitutionRow | null> {
  const all = await loadByCode(context, code, system, on);
  const found = (all ?? []).slice(0, 20);
  if (new Set(found.map(({ id }) => id)).size > 1) {
    const named = found.map((row) => `${row.name} (${row.system})`);
    throw new RequestError(
      'AMBIGUOUS_CODE',
      {
        vi: `Mã ${code} ngày ${on} là của nhiều cơ sở: ${named.join(', ')}. Hãy cho system, hoặc dùng institutions với bộ lọc.`,
        en: `On ${on} code ${code} names several institutions: ${named.join(', ')}. Give system, or use institutions with a filter.`,
      },
      { systems: [...new Set(found.map((row) => row.system))] },
    );
  }
  return found[0] ?? null;
}

async function institutionsByCodes(
  database: Database,
  codes: readonly string[],
  system: string | null,
  on: LocalDate,
): Promise<Map<string, (InstitutionRow & { usedCode: string; system: string })[]>> {
  let query = institutionsAround(database, on)
    .innerJoin('institution_code as used', 'used.institution_id', 'institution.id')
    .select(['used.code as usedCode', 'used.system as system'])
    .where(sql<boolean>`used.code = any(${[...codes]}::text[])`)
    .where(spanCovers('used.valid_from', 'used.valid_to', on));
  if (system) query = query.where('used.system', '=', system);
  const found = await query.orderBy('institution.id').execute();
  return Map.groupBy(found, ({ usedCode }) => usedCode);
}

export interface InstitutionConditions {
  on: LocalDate;
  kinds?: InstitutionKind[] | null;
  group?: InstitutionGroup | null;
  levels?: EducationLevel[] | null;
  ownership?: Ownership | null;
  specialStatus?: SpecialStatus | null;
  settled?: boolean | null;
  search?: string | null;
}

/** With `unit`, only institutions in it or under it on the date. */
export function institutionRows(
  database: Database,
  conditions: InstitutionConditions,
  unit?: Expression<number>,
): Expression<InstitutionRow> {
  const { on, kinds, group, levels, ownership, specialStatus, settled, search } = conditions;
  let query = institutionsOn(database, on);
  if (settled != null) query = query.where('period.settled', '=', settled);
  if (kinds) query = query.where(sql<boolean>`period.kind = any(${[...kinds]}::text[])`);
  if (group) query = query.where('period.kind', 'in', kindsOf(group));
  if (unit)
    query = query.where(
      sql<boolean>`period.unit_id in (select id from administrative_unit where path @> array[${unit}])`,
    );
  if (levels) query = query.where(sql<boolean>`period.levels && ${levels}::text[]`);
  if (ownership) query = query.where('period.ownership', '=', ownership);
  if (specialStatus) query = query.where('period.special_status', '=', specialStatus);
  if (search) query = query.where(wasNamed('institution.id', search));
  return query;
}

/** The SQL condition that an institution has, had or will have a name that contains the text. */
export function wasNamed(institutionId: string, search: string) {
  return sql<boolean>`${sql.ref(institutionId)} in (
    select named.institution_id from institution_period as named
    where named.superseded_at is null and ${nameContains('named.search_name', search)})`;
}

/** Institutions operating on a date as known at a moment, of those with the ids. */
export function institutionsWithIds(
  database: Database,
  ids: readonly number[],
  on: LocalDate,
  knownAt: Moment,
): Expression<InstitutionRow> {
  return institutionsOn(database, on, knownAt).where(
    sql<boolean>`institution.id = any(${[...ids]}::int[])`,
  );
}

export function institutionOrder(order: 'NAME' | 'CODE'): Order {
  return {
    name: `institution-${order}`,
    movable: true,
    descending: false,
    columns: [
      { name: order === 'NAME' ? 'sortName' : 'code', type: 'text' },
      { name: 'id', type: 'number' },
    ],
  };
}

/** The codes of an institution, with those in use last. */
export const loadCodes = shared('codes', codesOf);

async function codesOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionCodeRow[]>> {
  const rows = await database
    .selectFrom('institution_code')
    .select([
      'institution_id as institutionId',
      'system',
      'code',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('institution_id', 'in', [...ids])
    .orderBy('system')
    .orderBy(sql`valid_from nulls first`)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.institutionId);
}
