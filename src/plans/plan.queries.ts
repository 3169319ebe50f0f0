import { sql, type Expression } from 'kysely';
import { foundByText } from '../database/found-by-text.js';
import type { Database } from '../database/orm.js';
import { kept, perRequest } from '../reads/loader.js';
import { rowsByKey } from '../reads/rows-by-key.js';
import type { LocalDate } from '../shared/dates.js';
import type { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

export interface PlanRow {
  id: number;
  document: string;
  titleVi: string;
  titleEn: string;
  issuer: string;
  issuedOn: LocalDate | null;
  unitId: number | null;
  url: string | null;
  sourceStatus: SourceStatus;
  version: number;
  /** Only in a plan as it was once known: from when to when it was, in milliseconds since 1970. */
  since?: number | null;
  until?: number | null;
}

export interface TargetRow {
  id: number;
  planId: number;
  group: InstitutionGroup;
  /** The code of the indicator. */
  indicator: string;
  year: number;
  dueOn: LocalDate;
  percent: number;
  sourceStatus: SourceStatus;
  /** Only in a target of a plan as it was once known: the `since` of the plan. */
  since?: number | null;
}

export const PLAN_COLUMNS = [
  'plan.id',
  'plan.document',
  'plan.title_vi as titleVi',
  'plan.title_en as titleEn',
  'plan.issuer',
  'plan.issued_on as issuedOn',
  'plan.unit_id as unitId',
  'plan.url',
  'plan.source_status as sourceStatus',
  'plan.version',
] as const;

export const TARGET_COLUMNS = [
  'target.id',
  'target.plan_id as planId',
  'target.group',
  'target.indicator',
  'target.year',
  'target.due_on as dueOn',
  sql<number>`target.percent::float8`.as('percent'),
  'target.source_status as sourceStatus',
] as const;

function plans(database: Database) {
  return database.selectFrom('plan').select(PLAN_COLUMNS);
}

function targets(database: Database) {
  return database
    .selectFrom('target')
    .select(TARGET_COLUMNS)
    .orderBy('target.due_on')
    .orderBy('target.id');
}

export async function plansByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, PlanRow>> {
  const rows = await plans(database)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const loadPlan = kept('plan', plansByIds);

export async function planByDocument(
  database: Database,
  document: string,
): Promise<PlanRow | null> {
  const found = await plans(database).where('document', '=', document).executeTakeFirst();
  return found ?? null;
}

export async function targetsByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, TargetRow>> {
  const rows = await targets(database)
    .where('target.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const loadTarget = kept('target', targetsByIds);

/** @param conditions the row id of the unit, and a part of a title or of the document; null for all. */
export function planRows(
  database: Database,
  { unitId, search }: { unitId: number | null; search: string | null },
): Expression<PlanRow> {
  const text = sql<string>`concat_ws(' ', plan.document, plan.title_vi, plan.title_en)`;
  return plans(database)
    .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId))
    .$if(search !== null, (query) => query.where(foundByText(text, search ?? '')));
}

export async function targetsOf(
  database: Database,
  planIds: readonly number[],
): Promise<Map<number, TargetRow[]>> {
  const rows = await targets(database)
    .where('target.plan_id', 'in', [...planIds])
    .execute();
  return Map.groupBy(rows, (row) => row.planId);
}

export const loadTargets = perRequest('targets', ({ database }, ids: readonly number[]) =>
  targetsOf(database, ids),
);

export const loadTargetsHolding = kept('targets holding', targetsHolding);

/** The targets for each unit: its own, those of the units above it, and those of the country. */
async function targetsHolding(
  database: Database,
  unitIds: readonly number[],
): Promise<Map<number, TargetRow[]>> {
  const rows = await targets(database)
    .innerJoin('plan', 'plan.id', 'target.plan_id')
    .innerJoin('administrative_unit as unit', (join) =>
      join.on(sql<boolean>`plan.unit_id is null or plan.unit_id = any(unit.path)`),
    )
    .select('unit.id as unitId')
    .where('unit.id', 'in', [...unitIds])
    .execute();
  return rowsByKey(rows.map(({ unitId, ...target }) => [unitId, target]));
}
