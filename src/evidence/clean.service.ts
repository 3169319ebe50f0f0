import { sql } from 'kysely';
import type { Author } from '../changes/change.service.js';
import { ADVISORY_LOCKS } from '../database/advisory-locks.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { inBatches } from '../shared/batches.js';
import { firstOf } from '../shared/required.js';
import { clearParts, type EvidenceStore } from './evidence-store.js';
import { removeContents } from './remove-contents.service.js';
import { adoptStore, ownsStore } from './store-owner.service.js';
import { noteUnnamed, unnamedContents, unrecorded, type Content } from './unnamed.queries.js';

/** The contents per audit entry. An upload of one of them waits until all are removed. */
const AT_ONCE = 50;

const COMPARED = 1000;

const DAY = 24 * 60 * 60_000;

export interface Cleaning {
  author: Author;
  now: Date;
  olderThan: number;
  dryRun: boolean;
  /** Whether the store is taken over when it belongs to another database. */
  adopt?: boolean;
  /** Stops the cleaning between two removals. */
  signal?: AbortSignal;
}

export interface Cleaned {
  /** What was or would be removed. */
  contents: Content[];
  /** Whether the store belongs to another database: what this one does not know was then kept. */
  foreign: boolean;
  /** What went wrong, such as a removal that the store refused; the next cleaning tries it again. */
  failures: unknown[];
}

/**
 * Removes the contents that no evidence uses: those whose evidence was removed from drafts, and
 * those that were stored but never recorded. Contents of any revision are kept. In a store that
 * belongs to another database, contents without a row are kept, because that database knows them.
 * What fails is left out, and the rest goes on.
 * @returns null when another cleaning is running.
 * @throws StoreFailure
 */
export async function cleanEvidence(
  em: EntityManager,
  store: EvidenceStore,
  cleaning: Cleaning,
): Promise<Cleaned | null> {
  // The lock belongs to a transaction, as a pooler may keep nothing else together. It is open for the
  // whole cleaning, reads and writes nothing, and so keeps no old rows.
  return databaseOf(em.fork())
    .transaction()
    .execute(async (holding) => {
      const taken = await sql<{ taken: boolean }>`
        select pg_try_advisory_xact_lock(${ADVISORY_LOCKS.cleaning}) as taken,
          set_config('idle_in_transaction_session_timeout', '0', true)`.execute(holding);
      return firstOf(taken.rows).taken ? clean(em, store, cleaning) : null;
    });
}

async function clean(
  em: EntityManager,
  store: EvidenceStore,
  { author, now, olderThan, dryRun, adopt = false, signal }: Cleaning,
): Promise<Cleaned> {
  const database = databaseOf(em.fork());
  const since = new Date(now.getTime() - olderThan * DAY);
  if (!dryRun) {
    await clearParts(store.parts);
    await noteUnnamed(database, now);
  }
  if (adopt && !dryRun) await adoptStore(em, store, { author, now });
  const foreign = !adopt && !(await ownsStore(em, store, { dryRun }));
  const failures: unknown[] = [];
  const found = await unnamedContents(database, since, now);
  try {
    if (!foreign) found.push(...(await unrecordedContents(database, store, since)));
  } catch (error) {
    failures.push(error);
  }
  if (dryRun) return { contents: found, foreign, failures };
  const removal = { author, at: now, unnamedSince: since };
  const gone: Content[] = [];
  for (const batch of inBatches(found, AT_ONCE)) {
    if (signal?.aborted) break;
    try {
      gone.push(...(await removeContents(em, store, batch, removal)));
    } catch (error) {
      failures.push(error);
    }
  }
  return { contents: gone, foreign, failures };
}

/** The contents that have been in the store since the moment without a row. */
async function unrecordedContents(
  database: Database,
  store: EvidenceStore,
  since: Date,
): Promise<Content[]> {
  const old: Content[] = [];
  for await (const page of store.list())
    for (const batch of inBatches(page, COMPARED))
      for (const sha256 of await unrecorded(database, batch)) {
        const content = await store.find(sha256);
        if (content && content.storedAt <= since) old.push({ sha256, size: content.size });
      }
  return old;
}
