import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { kept } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { spanCovers } from '../units/unit.queries.js';
import type { AnswerKind, Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

export interface FrameworkRow {
  id: number;
  code: string;
  version: number;
  nameVi: string;
  nameEn: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  thresholdPercent: number;
  source: string;
  sourceStatus: SourceStatus;
}

export interface CriterionRow {
  id: number;
  frameworkId: number;
  pillar: Pillar;
  code: string;
  textVi: string;
  textEn: string;
  answerKind: AnswerKind;
  levels: number | null;
  maxPoints: number;
  required: boolean;
  minimum: number;
  evidenceRequired: boolean;
  kinds: InstitutionKind[];
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
      'threshold_percent as thresholdPercent',
      'source',
      'source_status as sourceStatus',
    ])
    .orderBy('valid_from')
    .orderBy('id');
}

/** All frameworks, oldest first; there are only a few. */
export function allFrameworks(database: Database): Promise<FrameworkRow[]> {
  return frameworks(database).execute();
}

export const loadFramework = kept(
  'framework',
  async (database, ids: readonly number[]): Promise<Map<number, FrameworkRow>> => {
    const rows = await frameworks(database)
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

export async function criteriaOf(
  database: Database,
  frameworkIds: readonly number[],
): Promise<Map<number, CriterionRow[]>> {
  const rows: CriterionRow[] = await database
    .selectFrom('criterion')
    .select([
      'id',
      'framework_id as frameworkId',
      'pillar',
      'code',
      'text_vi as textVi',
      'text_en as textEn',
      'answer_kind as answerKind',
      'levels',
      sql<number>`max_points::float8`.as('maxPoints'),
      'required',
      sql<number>`minimum::float8`.as('minimum'),
      'evidence_required as evidenceRequired',
      sql<InstitutionKind[]>`kinds`.as('kinds'),
    ])
    .where('framework_id', 'in', [...frameworkIds])
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, (row) => row.frameworkId);
}

const loadAllCriteria = kept('criteria', criteriaOf);

export async function loadCriterion(
  context: Context,
  { frameworkId, criterionId }: { frameworkId: number; criterionId: number },
): Promise<CriterionRow | null> {
  const criteria = await loadCriteria(context, frameworkId);
  return criteria.find(({ id }) => id === criterionId) ?? null;
}

export async function loadCriteria(context: Context, frameworkId: number): Promise<CriterionRow[]> {
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
