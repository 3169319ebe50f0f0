import { sql, type Expression } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { ImportKind, ImportedRow } from '../vocabulary/imported-row.js';

export interface ImportRunRow {
  id: number;
  kind: ImportKind;
  file: string | null;
  accountId: number | null;
  accountName: string;
  at: string;
  revision: number;
  created: number;
  updated: number;
  unchanged: number;
  undoneAt: string | null;
  undoneRevision: number | null;
  undoneBy: string | null;
}

/** A row of a file that changed something. */
export type KeptRow = Omit<ImportedRow, 'trail'>;

function runs(database: Database) {
  return database
    .selectFrom('import_run')
    .select([
      'id',
      'kind',
      'file',
      'account_id as accountId',
      'account_name as accountName',
      sql<string>`at`.as('at'),
      'revision',
      'created',
      'updated',
      'unchanged',
      sql<string | null>`undone_at`.as('undoneAt'),
      'undone_revision as undoneRevision',
      'undone_by as undoneBy',
    ]);
}

/** All imports, newest first. */
export async function allRuns(database: Database): Promise<ImportRunRow[]> {
  return runs(database).orderBy('id', 'desc').execute();
}

export async function runById(database: Database, id: number): Promise<ImportRunRow | null> {
  const found: ImportRunRow | undefined = await runs(database)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

/** The imports that the viewer may see: all for operators, their own for others. */
export function runsSeen({ database, viewer }: Context): Expression<ImportRunRow> {
  if (mayOperate(viewer)) return runs(database);
  return runs(database).where('account_id', '=', viewer?.accountId ?? 0);
}

const loadAnyRun = perRequest(
  'import run',
  async ({ database }, ids: readonly number[]): Promise<Map<number, ImportRunRow>> => {
    const found = await runs(database)
      .where('id', 'in', [...ids])
      .execute();
    return new Map(found.map((row) => [row.id, row]));
  },
);

/** An import by row id, batched; null when the viewer may not see it. */
export async function loadImportRun(context: Context, id: number): Promise<ImportRunRow | null> {
  const run = await loadAnyRun(context, id);
  return run && maySee(context.viewer, run) ? run : null;
}

/** Whether the viewer operates the hub, or made the import. */
export function maySee(viewer: Context['viewer'], { accountId }: ImportRunRow): boolean {
  return mayOperate(viewer) || (viewer !== null && viewer.accountId === accountId);
}

/** What an import changed, in the order of its file. */
export async function rowsOf(database: Database, runId: number): Promise<KeptRow[]> {
  return database
    .selectFrom('import_row')
    .select([
      'row',
      'outcome',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'subject',
      'changes',
    ])
    .where('run_id', '=', runId)
    .orderBy('id')
    .execute();
}
