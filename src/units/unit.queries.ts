import { sql, type Expression } from 'kysely';
import { lookedUp, type LookedUp } from '../graphql/code-outcome.js';
import { knownLoader } from '../reads/known-loader.js';
import { kept, shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { Database, Tables } from '../database/orm.js';
import { requestsFor, rowsKnownAt } from '../database/row-versions.js';
import { RequestError } from '../shared/errors.js';
import type { LocalDate } from '../shared/dates.js';
import { searchPattern } from '../shared/text.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';

export interface UnitRow {
  id: number;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
  parentId: number | null;
  path: number[];
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  legalDocument: string | null;
  sortName: string;
}

const UNIT_COLUMNS = [
  'unit.id',
  'unit.kind',
  'unit.code',
  'unit.name',
  'unit.name_en as nameEn',
  'unit.parent_id as parentId',
  'unit.path',
  'unit.valid_from as validFrom',
  'unit.valid_to as validTo',
  'unit.legal_document as legalDocument',
  'unit.search_name as sortName',
] as const;

function units(database: Database) {
  return database.selectFrom('administrative_unit as unit').select(UNIT_COLUMNS);
}

/** The SQL condition that the span of two columns covers a date. */
export function spanCovers(from: string, to: string, date: LocalDate) {
  return sql<boolean>`(${sql.ref(from)} is null or ${sql.ref(from)} <= ${date}::date) and (${sql.ref(to)} is null or ${sql.ref(to)} >= ${date}::date)`;
}

export async function unitsByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, UnitRow>> {
  if (ids.length === 0) return new Map();
  const rows: UnitRow[] = await units(database)
    .where('unit.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const loadUnit = kept('unit', unitsByIds);

/**
 * A unit as it was known at a moment, or as it is now if it was recorded later. Its place in the tree
 * never changes; its last day, names and document may.
 */
export async function unitKnown(
  context: Context,
  unit: UnitRow,
  knownAt: number,
): Promise<UnitRow> {
  if (knownAt === Infinity) return unit;
  return (await loadUnitThen(context, unit.id, knownAt)) ?? unit;
}

const loadUnitThen = knownLoader('unit then', loadUnit, async (database, requests) => {
  const unit = rowsKnownAt<Tables['administrative_unit']>(
    'administrative_unit',
    sql.ref('asked.known_at'),
    sql`version.row_id = asked.id`,
  ).as('unit');
  const rows = await database
    .selectFrom(requestsFor(requests))
    .innerJoinLateral(unit, (join) => join.onTrue())
    .select([...UNIT_COLUMNS, 'asked.index'])
    .execute();
  return new Map(rows.map(({ index, ...row }): [number, UnitRow] => [index, row]));
});

const loadByCode = shared('unit by code', unitsByCodes);

/**
 * @throws RequestError AMBIGUOUS_CODE when units of several kinds had the code and no kind was
 * given.
 */
export async function unitByCode(
  context: Context,
  code: string,
  kind: UnitKind | null,
  on: LocalDate,
): Promise<UnitRow | null> {
  const all = await loadByCode(context, code, kind, on);
  const found = all ?? [];
  if (found.length > 1) {
    const kinds = found.map((unit) => unit.kind);
    throw new RequestError(
      'AMBIGUOUS_CODE',
      {
        vi: `Mã ${code} ngày ${on} là của nhiều đơn vị (${kinds.join(', ')}). Hãy cho thêm kind.`,
        en: `On ${on} code ${code} names several units (${kinds.join(', ')}). Give kind as well.`,
      },
      { kinds },
    );
  }
  return found[0] ?? null;
}

/** The units that each code leads to, as one code finds one; read together. */
export function unitsOfCodes(
  context: Context,
  codes: readonly string[],
  kind: UnitKind | null,
  on: LocalDate,
): Promise<LookedUp<UnitRow>[]> {
  return Promise.all(
    codes.map(async (code) => lookedUp(code, (await loadByCode(context, code, kind, on)) ?? [])),
  );
}

async function unitsByCodes(
  database: Database,
  codes: readonly string[],
  kind: UnitKind | null,
  on: LocalDate,
): Promise<Map<string, UnitRow[]>> {
  let query = units(database)
    .where(sql<boolean>`unit.code = any(${[...codes]}::text[])`)
    .where(spanCovers('unit.valid_from', 'unit.valid_to', on));
  if (kind) query = query.where('unit.kind', '=', kind);
  const found: UnitRow[] = await query.orderBy('unit.kind').execute();
  return Map.groupBy(found, (unit) => unit.code);
}

export interface UnitFilter {
  kind?: UnitKind | null;
  search?: string | null;
  parentId?: number | null;
  /** A unit above, at any tier. */
  underId?: number | null;
  ids?: readonly number[] | null;
  /** Null means any time. */
  on: LocalDate | null;
}

export function unitRows(
  database: Database,
  filter: UnitFilter,
  childrenOf?: Expression<number>,
): Expression<UnitRow> {
  let query = units(database);
  if (childrenOf) query = query.where('unit.parent_id', '=', childrenOf);
  if (filter.parentId != null) query = query.where('unit.parent_id', '=', filter.parentId);
  if (filter.underId != null)
    query = query.where(
      sql<boolean>`unit.path @> array[${filter.underId}::int] and unit.id <> ${filter.underId}`,
    );
  if (filter.ids) query = query.where(sql<boolean>`unit.id = any(${[...filter.ids]}::int[])`);
  if (filter.kind) query = query.where('unit.kind', '=', filter.kind);
  if (filter.on) query = query.where(spanCovers('unit.valid_from', 'unit.valid_to', filter.on));
  if (filter.search) query = query.where(isOrWasNamed(filter.search));
  return query;
}

/** The units of a tier under one, or directly below it without a tier, that exist on a date, by name. */
export async function unitsUnder(
  database: Database,
  { under, kind, on }: { under: number | null; kind: UnitKind | null; on: LocalDate },
): Promise<UnitRow[]> {
  let query = units(database).where(spanCovers('unit.valid_from', 'unit.valid_to', on));
  if (kind) query = query.where('unit.kind', '=', kind);
  if (under !== null)
    query = kind
      ? query.where(sql<boolean>`unit.path @> array[${under}::int] and unit.id <> ${under}`)
      : query.where('unit.parent_id', '=', under);
  return query
    .orderBy(sql`unit.search_name collate "C"`)
    .orderBy('unit.id')
    .execute();
}

/**
 * The SQL condition that the name of `unit` contains the text or its code is the text, or that of a
 * unit that it took over whole, directly or not.
 */
function isOrWasNamed(search: string) {
  return sql<boolean>`unit.id in (
    with recursive named as (
      select id from administrative_unit as unit
      where ${nameContains('unit.search_name', search)} or unit.code = ${search.trim()}
      union
      select succession.successor_id from named join unit_succession as succession
        on succession.predecessor_id = named.id and succession.extent = 'WHOLE'
    ) select id from named)`;
}

/**
 * The SQL condition that a searchable name contains the search text, without diacritics and case, and
 * with i or y where both are written. A text of punctuation only matches nothing.
 */
export function nameContains(column: string, search: string) {
  const pattern = searchPattern(search);
  if (pattern === '') return sql<boolean>`false`;
  return pattern.includes('[')
    ? sql<boolean>`${sql.ref(column)} ~ ${pattern}`
    : sql<boolean>`${sql.ref(column)} like ${`%${pattern}%`}`;
}

/**
 * The SQL query of the row ids of a unit and of all units that it took over whole, directly or
 * indirectly.
 */
export function lineageOf(unitId: Expression<unknown>) {
  return sql<{ id: number }>`
    with recursive lineage as (
      select ${unitId} as id where ${unitId} is not null
      union
      select succession.predecessor_id from lineage join unit_succession as succession
        on succession.successor_id = lineage.id and succession.extent = 'WHOLE'
    ) select id from lineage`;
}
