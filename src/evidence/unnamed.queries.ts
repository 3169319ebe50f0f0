import { sql } from 'kysely';
import type { Database } from '../database/orm.js';

/** A content of evidence. */
export interface Content {
  sha256: string;
  /** In bytes. */
  size: number;
}

const NAMED = sql`exists (select from evidence where file_id = evidence_file.id)`;

/** Writes down which contents nothing names from now on, and which are named again. */
export async function noteUnnamed(database: Database, now: Date): Promise<void> {
  await sql`
    update evidence_file set unnamed_since = case when ${NAMED} then null else ${now}::timestamptz end
    where (unnamed_since is null) <> ${NAMED}`.execute(database);
}

/** The recorded contents that nothing has named since a moment; what was not noted yet, since now. */
export async function unnamedContents(
  database: Database,
  since: Date,
  now: Date,
): Promise<Content[]> {
  const found = await sql<Content>`
    select sha256, size from evidence_file
    where coalesce(unnamed_since, ${now}) <= ${since}::timestamptz and not ${NAMED}
    order by sha256`.execute(database);
  return found.rows;
}

/** Which of these contents no row tells of, as when the hub was killed before it could record one. */
export async function unrecorded(database: Database, sha256: readonly string[]): Promise<string[]> {
  const found = await sql<{ sha256: string }>`
    select sha256 from unnest(${[...sha256]}::text[]) as stored(sha256)
    where not exists (select from evidence_file where evidence_file.sha256 = stored.sha256)
    order by sha256`.execute(database);
  return found.rows.map((row) => row.sha256);
}
