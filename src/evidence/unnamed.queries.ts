import { sql } from 'kysely';
import type { Database } from '../database/orm.js';

export interface Content {
  sha256: string;
  /** In bytes. */
  size: number;
}

const NAMED = sql`exists (select from evidence where file_id = evidence_file.id)`;

/** Notes which contents no evidence uses from now on, and which are used again. */
export async function noteUnnamed(database: Database, now: Date): Promise<void> {
  await sql`
    update evidence_file set unnamed_since = case when ${NAMED} then null else ${now}::timestamptz end
    where (unnamed_since is null) <> ${NAMED}`.execute(database);
}

/**
 * The recorded contents without use since the moment; a content that was not noted yet counts from
 * now.
 */
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

/** The contents without a row, for example because the hub was killed before recording them. */
export async function unrecorded(database: Database, sha256: readonly string[]): Promise<string[]> {
  const found = await sql<{ sha256: string }>`
    select sha256 from unnest(${[...sha256]}::text[]) as stored(sha256)
    where not exists (select from evidence_file where evidence_file.sha256 = stored.sha256)
    order by sha256`.execute(database);
  return found.rows.map((row) => row.sha256);
}
