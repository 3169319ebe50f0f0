import { sql, type Expression } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { Reason } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { ColumnChange, ImportKind } from '../vocabulary/imported-row.js';
import type { ImportJobRowKind, ImportJobState, KeptAnswers } from './import-job.enums.js';

export interface ImportJobData {
  id: number;
  kind: ImportKind;
  file: string;
  accountId: number;
  accountName: string;
  address: string | null;
  createdAt: string;
  state: ImportJobState;
  version: number;
  attempts: number;
  /** Whether a hub works on it now. */
  isTaken: boolean;
  percent: number;
  from: LocalDate | null;
  answers: KeptAnswers;
  told: Reason | null;
  digest: string | null;
  created: number | null;
  updated: number | null;
  unchanged: number | null;
  problems: number | null;
  questions: number | null;
  runId: number | null;
  undoesId: number | null;
}

export function jobs(database: Database) {
  return database
    .selectFrom('import_job as job')
    .select([
      'job.id',
      'job.kind',
      'job.file',
      'job.account_id as accountId',
      'job.account_name as accountName',
      'job.address',
      sql<string>`job.created_at`.as('createdAt'),
      'job.state',
      'job.version',
      'job.attempts',
      sql<boolean>`coalesce(job.taken_until > clock_timestamp(), false)`.as('isTaken'),
      'job.percent',
      'job.from_day as from',
      sql<KeptAnswers>`job.answers`.as('answers'),
      sql<Reason | null>`job.told`.as('told'),
      'job.digest',
      'job.created',
      'job.updated',
      'job.unchanged',
      'job.problems',
      'job.questions',
      'job.run_id as runId',
      'job.undoes_id as undoesId',
    ]);
}

/** The jobs that the viewer may see: all for operators, their own for others. */
export function jobsSeen({ database, viewer }: Context): Expression<ImportJobData> {
  // What was announced and never came is nothing to look at.
  const come = jobs(database).where('job.state', '<>', 'RECEIVING');
  return mayOperate(viewer) ? come : come.where('job.account_id', '=', viewer?.accountId ?? 0);
}

const loadAnyJob = perRequest(
  'import job',
  async ({ database }, ids: readonly number[]): Promise<Map<number, ImportJobData>> => {
    const found: ImportJobData[] = await jobs(database)
      .where('job.id', 'in', [...ids])
      .execute();
    return new Map(found.map((job) => [job.id, job]));
  },
);

/** A job by row id, batched; null when the viewer may not see it. */
export async function loadImportJob(context: Context, id: number): Promise<ImportJobData | null> {
  const job = await loadAnyJob(context, id);
  return job && maySeeJob(context.viewer, job) ? job : null;
}

/** Whether the viewer operates the hub, or brought the file. */
export function maySeeJob(
  viewer: Context['viewer'],
  { accountId }: { accountId: number },
): boolean {
  return mayOperate(viewer) || viewer?.accountId === accountId;
}

export interface ImportJobRowData {
  id: number;
  row: number;
  kind: ImportJobRowKind;
  subject: string | null;
  column: string | null;
  value: string | null;
  code: string | null;
  text: Text | null;
  same: Record<string, string> | null;
  changes: ColumnChange[] | null;
}

/** The rows of a job, of some kinds or all. */
export function rowsOfJob(
  database: Database,
  jobId: Expression<number>,
  kinds: readonly ImportJobRowKind[] | null,
) {
  const all = database
    .selectFrom('import_job_row as row')
    .select([
      'row.id',
      'row.row',
      'row.kind',
      'row.subject',
      'row.column_name as column',
      'row.value',
      'row.code',
      sql<Text | null>`row.text`.as('text'),
      sql<Record<string, string> | null>`row.same`.as('same'),
      sql<ColumnChange[] | null>`row.changes`.as('changes'),
    ])
    .where('row.job_id', '=', jobId);
  return kinds ? all.where(sql<boolean>`row.kind = any(${kinds}::text[])`) : all;
}
