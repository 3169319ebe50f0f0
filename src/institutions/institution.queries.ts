import { sql, type Expression, type Selectable } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database, Tables } from '../database/orm.js';
import { byId, type Order } from '../graphql/page.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
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
import { FINDING_CODES } from './code-holder.queries.js';
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
export function institutionsAround(database: Database, on: LocalDate, knownAt: Moment = Infinity) {
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

export interface InstitutionConditions {
  on: LocalDate;
  kinds?: InstitutionKind[] | null;
  group?: InstitutionGroup | null;
  levels?: EducationLevel[] | null;
  ownership?: Ownership | null;
  specialStatus?: SpecialStatus | null;
  settled?: boolean | null;
  /** Also those that had closed by the date, as they were on their last day. */
  includeClosed?: boolean | null;
  search?: string | null;
}

/**
 * Institutions that fulfil the conditions.
 * @param unit only institutions in it or under it on the date.
 * @param only a condition of its own.
 */
export function institutionRows(
  database: Database,
  conditions: InstitutionConditions,
  unit?: Expression<number>,
  only?: Expression<boolean>,
): Expression<InstitutionRow> {
  const { on, kinds, group, levels, ownership, specialStatus, settled, search } = conditions;
  let query = conditions.includeClosed
    ? institutionsAround(database, on).where(hasBegun(on))
    : institutionsOn(database, on);
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
  if (only) query = query.where(only);
  if (search) query = query.where(wasNamed('institution.id', search));
  return query;
}

/** The SQL condition that the period around a date is not the first one after it. */
function hasBegun(on: LocalDate) {
  return sql<boolean>`(period.valid_from is null or period.valid_from <= ${on}::date)`;
}

/**
 * The SQL condition that an institution has, had or will have a name that contains the text, or this
 * code, itself or a campus of it.
 */
export function wasNamed(institutionId: string, search: string) {
  return sql<boolean>`${sql.ref(institutionId)} in (
    select named.institution_id from institution_period as named
    where named.superseded_at is null and ${nameContains('named.search_name', search)}
    union all
    select used.institution_id from (${FINDING_CODES}) as used where used.code = ${search.trim()})`;
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

export function institutionOrder(order: 'NAME' | 'CODE' | 'ID'): Order {
  // An id never changes, and so the order by it never does.
  if (order === 'ID') return byId('institution');
  return {
    name: `institution-${order}`,
    movedBy: order === 'NAME' ? 'institution_name' : 'institution_code',
    descending: false,
    columns: [
      { name: order === 'NAME' ? 'sortName' : 'code', type: 'text' },
      { name: 'id', type: 'number' },
    ],
  };
}
