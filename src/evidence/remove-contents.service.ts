import { sql } from 'kysely';
import { trailOf, type Author } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { lockContents } from './content-lock.service.js';
import type { EvidenceStore } from './evidence-store.js';
import type { Content } from './unnamed.queries.js';

export interface Removal {
  author: Author;
  at: Date;
  unnamedSince: Date;
}

/**
 * Removes contents, each only if no evidence uses it, with an audit entry. A content is removed
 * while its lock is held: an upload of the same content waits and then stores it again. If the hub
 * stops in between, an unused row is left, which the next cleaning removes.
 * @returns the removed contents.
 */
export async function removeContents(
  em: EntityManager,
  store: EvidenceStore,
  contents: readonly Content[],
  { author, at, unnamedSince }: Removal,
): Promise<Content[]> {
  return em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    const wanted = contents.map(({ sha256 }) => sha256);
    await lockContents(database, wanted);
    const kept = await forgetRows(database, wanted, unnamedSince);
    const gone = contents.filter(({ sha256 }) => !kept.has(sha256));
    if (gone.length === 0) return [];
    for (const { sha256 } of gone) await store.remove(sha256);
    const bytes = gone.reduce((sum, { size }) => sum + size, 0);
    const before = { contents: gone.length, bytes, sha256: gone.map(({ sha256 }) => sha256) };
    const event = { subjectType: 'EvidenceFile', subjectId: 0, before };
    await trailOf(author, 'evidence clean', [event], at).execute(database);
    return gone;
  });
}

/**
 * Deletes the rows without evidence.
 * @returns the contents that still have a row.
 */
async function forgetRows(
  database: Database,
  sha256: readonly string[],
  unnamedSince: Date,
): Promise<Set<string>> {
  const wanted = sql`sha256 = any(${[...sha256]}::text[])`;
  // A transaction that copies evidence holds these rows; the next statement sees its result.
  await sql`select from evidence_file where ${wanted} order by id for update`.execute(database);
  await sql`
    delete from evidence_file where ${wanted} and unnamed_since <= ${unnamedSince}
      and not exists (select from evidence where file_id = evidence_file.id)`.execute(database);
  const kept = await sql<Pick<Content, 'sha256'>>`
    select sha256 from evidence_file where ${wanted}`.execute(database);
  return new Set(kept.rows.map((row) => row.sha256));
}

/**
 * Removes a content without a row, for example after its upload was refused at the last moment. An
 * upload of the same content waits and then stores it again.
 */
export async function discardUnrecorded(
  em: EntityManager,
  store: EvidenceStore,
  sha256: string,
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    await lockContents(database, [sha256]);
    const found = await sql`select from evidence_file where sha256 = ${sha256}`.execute(database);
    if (found.rows.length === 0) await store.remove(sha256);
  });
}
