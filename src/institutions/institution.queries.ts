import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
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
  type PeriodOrigin,
  type SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

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

export interface InstitutionLocationRow {
  institutionId: number;
  unitId: number | null;
  settled: boolean;
  origin: PeriodOrigin;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

function institutions(database: Database) {
  return database
    .selectFrom('institution')
    .select([
      'institution.id',
      'institution.code',
      'institution.name',
      'institution.search_name as sortName',
      'institution.kind',
      sql<EducationLevel[]>`institution.levels`.as('levels'),
      'institution.ownership',
      'institution.special_status as specialStatus',
      'institution.opened_on as openedOn',
      'institution.closed_on as closedOn',
      'institution.source_status as sourceStatus',
    ]);
}

export const loadInstitution = shared(
  'institution',
  async (database, ids: readonly number[]): Promise<Map<number, InstitutionRow>> => {
    const rows = await institutions(database)
      .where('institution.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

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
  let query = institutions(database)
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
  let operating = database
    .selectFrom('institution_period as period')
    .select(sql`1`.as('one'))
    .where(sql<boolean>`period.institution_id = institution.id`)
    .where('period.superseded_at', 'is', null)
    .where(spanCovers('period.valid_from', 'period.valid_to', on));
  if (settled != null) operating = operating.where('period.settled', '=', settled);
  if (kinds) operating = operating.where(sql<boolean>`period.kind = any(${[...kinds]}::text[])`);
  if (group) operating = operating.where('period.kind', 'in', kindsOf(group));
  if (unit)
    operating = operating.where(
      sql<boolean>`period.unit_id in (select id from administrative_unit where path @> array[${unit}])`,
    );
  let query = institutions(database).where((where) => where.exists(operating));
  if (levels) query = query.where(sql<boolean>`institution.levels && ${levels}::text[]`);
  if (ownership) query = query.where('institution.ownership', '=', ownership);
  if (specialStatus) query = query.where('institution.special_status', '=', specialStatus);
  if (search) query = query.where(nameContains('institution.search_name', search));
  return query;
}

export function institutionsWithIds(
  database: Database,
  ids: readonly number[],
): Expression<InstitutionRow> {
  return institutions(database).where(sql<boolean>`institution.id = any(${[...ids]}::int[])`);
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

/** The locations of an institution in order, by what is known now. */
export const loadLocations = shared('locations', locationsOf);

async function locationsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionLocationRow[]>> {
  const rows: InstitutionLocationRow[] = await database
    .selectFrom('institution_period')
    .select([
      'institution_id as institutionId',
      'unit_id as unitId',
      'settled',
      'origin',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('institution_id', 'in', [...ids])
    .where('superseded_at', 'is', null)
    .orderBy(sql`valid_from nulls first`)
    .execute();
  return Map.groupBy(rows, (row) => row.institutionId);
}
