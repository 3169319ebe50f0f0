import { sql, type Expression } from 'kysely';
import { frameworksInForce } from '../counts/rules.js';
import type { Database } from '../database/orm.js';
import { kept } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { spanCovers } from '../units/unit.queries.js';
import type { FrameworkState } from '../vocabulary/framework.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import { criterionRows, type CriterionRow, type StoredCriterion } from './criterion-row.js';
import { compareFrameworks, type FrameworkChange } from './framework-comparison.js';
import type { FrameworkFile } from './framework-file.js';

/** A framework with the row ids of its criteria. */
export interface ScoringFramework {
  id: number;
  definition: FrameworkFile;
  criteria: readonly CriterionRow[];
}

/** A version of a framework against the one before. */
export interface FrameworkComparison {
  version: number;
  changes: FrameworkChange[];
}

export interface FrameworkRow {
  id: number;
  code: string;
  version: number;
  nameVi: string;
  nameEn: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  source: string;
  sourceStatus: SourceStatus;
  definition: FrameworkFile;
}

function frameworks(database: Database) {
  return database
    .selectFrom('framework')
    .select([
      'id',
      'code',
      'version',
      'name_vi as nameVi',
      'name_en as nameEn',
      'valid_from as validFrom',
      'valid_to as validTo',
      'source',
      'source_status as sourceStatus',
      sql<FrameworkFile>`definition`.as('definition'),
    ])
    .orderBy('valid_from')
    .orderBy('id');
}

/** All frameworks, oldest first; there are only a few. */
export function allFrameworks(database: Database): Promise<FrameworkRow[]> {
  return frameworks(database).execute();
}

/** A version of a framework; without a number, the newest one. */
export async function frameworkByCode(
  database: Database,
  code: string,
  version: number | null,
): Promise<FrameworkRow | null> {
  const found = await frameworks(database).where('code', '=', code).execute();
  const wanted = version === null ? found : found.filter((each) => each.version === version);
  return wanted.sort((a, b) => b.version - a.version)[0] ?? null;
}

export async function frameworksByIds(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, FrameworkRow>> {
  const rows = await frameworks(database)
    .where(sql<boolean>`id = any(${[...ids]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const loadFramework = kept('framework', frameworksByIds);

/** A framework as a statement reads it. */
export interface StoredFramework {
  id: number;
  definition: FrameworkFile;
  stored: StoredCriterion[];
}

/** The SQL query of frameworks with the row ids of their criteria. */
export const storedFrameworks = (where: Expression<unknown>) => sql<StoredFramework>`
  select id, definition,
    (select coalesce(json_agg(json_build_object('id', id, 'code', code,
        'questionId', question_id)), '[]')
      from criterion where framework_id = framework.id) as stored
  from framework where ${where}`;

export function scoringFramework({ id, definition, stored }: StoredFramework): ScoringFramework {
  return { id, definition, criteria: criterionRows(id, definition, stored) };
}

/** What is needed to score answers under frameworks. */
export async function scoringFrameworks(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, ScoringFramework>> {
  const wanted = storedFrameworks(sql`id = any(${[...ids]}::int[])`);
  const { rows } = await wanted.execute(database);
  return new Map(rows.map((each) => [each.id, scoringFramework(each)]));
}

/** The criteria of frameworks, in order. */
export async function criteriaOf(
  database: Database,
  frameworkIds: readonly number[],
): Promise<Map<number, readonly CriterionRow[]>> {
  const frameworks = await scoringFrameworks(database, frameworkIds);
  return new Map([...frameworks].map(([id, { criteria }]) => [id, criteria]));
}

const loadAllCriteria = kept('criteria', criteriaOf);

export async function loadCriterion(
  context: Context,
  { frameworkId, criterionId }: { frameworkId: number; criterionId: number },
): Promise<CriterionRow | null> {
  const criteria = await loadCriteria(context, frameworkId);
  return criteria.find(({ id }) => id === criterionId) ?? null;
}

export async function loadCriteria(
  context: Context,
  frameworkId: number,
): Promise<readonly CriterionRow[]> {
  return (await loadAllCriteria(context, frameworkId)) ?? [];
}

/**
 * Whether a framework is in force on a date: the date is in its span, and no later version covers
 * it.
 */
export async function isInForce(database: Database, id: number, on: LocalDate): Promise<boolean> {
  const covering = database
    .selectFrom('framework')
    .select('framework.id')
    .where(spanCovers('framework.valid_from', 'framework.valid_to', on));
  const later = covering
    .where(sql<boolean>`framework.code = asked.code`)
    .where(sql<boolean>`framework.valid_from > asked.valid_from`);
  const found = await database
    .selectFrom('framework as asked')
    .select('asked.id')
    .where('asked.id', '=', id)
    .where('asked.id', 'in', covering)
    .where((where) => where.not(where.exists(later)))
    .executeTakeFirst();
  return found !== undefined;
}

/** A version of a framework against the published one before; null when there is none. */
export async function comparisonOf(
  context: Context,
  file: FrameworkFile,
): Promise<FrameworkComparison | null> {
  const published = await loadAllFrameworks.required(context, 'all');
  const [before] = published
    .filter(({ code, version }) => code === file.code && version < file.version)
    .sort((a, b) => b.version - a.version);
  return before
    ? { version: before.version, changes: compareFrameworks(before.definition, file) }
    : null;
}

/** What has become of a version by a day. */
export async function stateOf(
  context: Context,
  { id, validFrom, validTo }: FrameworkRow,
): Promise<FrameworkState> {
  const { today } = context;
  if (today < validFrom) return 'TO_COME';
  if (validTo !== null && validTo < today) return 'ENDED';
  const published = await loadAllFrameworks.required(context, 'all');
  const inForce = frameworksInForce(published, today, Infinity);
  return inForce.some((each) => each.id === id) ? 'IN_FORCE' : 'REPLACED';
}

/** There are only a few, so the one key stands for all. */
const loadAllFrameworks = kept('all frameworks', async (database, keys: readonly 'all'[]) => {
  const rows = await allFrameworks(database);
  return new Map(keys.map((key) => [key, rows]));
});
