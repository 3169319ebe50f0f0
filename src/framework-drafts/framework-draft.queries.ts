import { sql } from 'kysely';
import { mayDraftFrameworks } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';

export interface FrameworkDraftRow {
  id: number;
  code: string;
  frameworkVersion: number;
  definition: FrameworkFile;
  /** The name of who stored it last; null for the command line. */
  storedBy: string | null;
  updatedAt: string;
  version: number;
}

function drafts(database: Database) {
  return database
    .selectFrom('framework_draft as draft')
    .leftJoin('account', 'account.id', 'draft.stored_by_id')
    .select([
      'draft.id',
      'draft.code',
      'draft.framework_version as frameworkVersion',
      sql<FrameworkFile>`draft.definition`.as('definition'),
      'account.name as storedBy',
      sql<string>`draft.updated_at`.as('updatedAt'),
      'draft.version',
    ]);
}

/** All drafts by code and version for those who may see them, and none for others. */
export async function draftsSeen({ database, viewer }: Context): Promise<FrameworkDraftRow[]> {
  if (!mayDraftFrameworks(viewer)) return [];
  return drafts(database).orderBy('draft.code').orderBy('draft.framework_version').execute();
}

const loadAnyDraft = perRequest(
  'framework draft',
  async ({ database }, ids: readonly number[]): Promise<Map<number, FrameworkDraftRow>> => {
    const rows = await drafts(database)
      .where('draft.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** A draft by row id; null for those who may not see it. */
export async function loadFrameworkDraft(
  context: Context,
  id: number,
): Promise<FrameworkDraftRow | null> {
  return mayDraftFrameworks(context.viewer) ? loadAnyDraft(context, id) : null;
}

/** The draft of a version of a framework, which stays as it is until the transaction ends. */
export async function lockDraft(
  database: Database,
  draft: { id: number } | { code: string; frameworkVersion: number },
): Promise<Pick<FrameworkDraftRow, 'id' | 'definition' | 'version'> | null> {
  const condition =
    'id' in draft
      ? sql`id = ${draft.id}`
      : sql`code = ${draft.code} and framework_version = ${draft.frameworkVersion}`;
  const { rows } = await sql<Pick<FrameworkDraftRow, 'id' | 'definition' | 'version'>>`
    select id, definition, version from framework_draft where ${condition} for update`.execute(
    database,
  );
  return rows[0] ?? null;
}
