import { sql, type Expression } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/orm.js';
import type { Pillar, PillarStage } from '../frameworks/framework.enums.js';
import type { LocalDate } from '../shared/dates.js';

/** A status update as the public sees it: by its latest approved revision. */
export interface StatusUpdateRow {
  id: number;
  institutionId: number;
  roundId: number;
  referenceDate: LocalDate;
  revisionId: number;
  revision: number;
  submittedAt: string;
  approvedAt: string;
}

export interface PillarResultRow {
  revisionId: number;
  pillar: Pillar;
  stage: PillarStage;
  points: number;
  maxPoints: number;
}

function approvedUpdates(database: Database) {
  const newest = database
    .selectFrom('status_update_revision')
    .distinctOn('update_id')
    .selectAll()
    .where('decision', '=', 'APPROVED')
    .orderBy('update_id')
    .orderBy('number', 'desc')
    .as('revision');
  return database
    .selectFrom('status_update as update')
    .innerJoin('reporting_round as round', 'round.id', 'update.round_id')
    .innerJoin(newest, 'revision.update_id', 'update.id')
    .select([
      'update.id',
      'update.institution_id as institutionId',
      'update.round_id as roundId',
      'round.reference_date as referenceDate',
      'revision.id as revisionId',
      'revision.number as revision',
      sql<string>`revision.submitted_at`.as('submittedAt'),
      sql<string>`revision.decided_at`.as('approvedAt'),
    ]);
}

/** One approved update by row id, batched; null when nothing of it is approved. */
export function loadStatusUpdate(context: Context, id: number): Promise<StatusUpdateRow | null> {
  return context.batch.load('status update', id, async (ids) => {
    const rows = await approvedUpdates(context.database)
      .where('update.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  });
}

export interface StatusUpdateConditions {
  institutionId?: number | null;
  roundId?: number | null;
}

/** The rows of a list of approved updates; with `institution`, those of it. */
export function statusUpdateRows(
  database: Database,
  conditions: StatusUpdateConditions,
  institution?: Expression<number>,
): Expression<StatusUpdateRow> {
  let query = approvedUpdates(database);
  if (institution) query = query.where('update.institution_id', '=', institution);
  if (conditions.institutionId != null)
    query = query.where('update.institution_id', '=', conditions.institutionId);
  if (conditions.roundId != null) query = query.where('update.round_id', '=', conditions.roundId);
  return query;
}

/** The pillar results of each revision. */
export async function pillarResultsOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, PillarResultRow[]>> {
  const rows = await database
    .selectFrom('pillar_result')
    .select([
      'revision_id as revisionId',
      'pillar',
      'stage',
      sql<number>`points::float8`.as('points'),
      sql<number>`max_points::float8`.as('maxPoints'),
    ])
    .where('revision_id', 'in', [...revisionIds])
    .execute();
  return Map.groupBy(rows, (row) => row.revisionId);
}
