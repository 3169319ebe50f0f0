import { sql } from 'kysely';
import type { Author } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { clearParts, type EvidenceStore } from './evidence-store.js';
import { removeContents } from './remove-contents.service.js';
import { noteUnnamed, unnamedContents, unrecorded, type Content } from './unnamed.queries.js';

/** Any number; of several hubs and commands on one database one cleans at a time. */
const CLEANING_LOCK = 4_725_147;

/** How many contents go with one entry in the trail; whoever sends one of them waits so long. */
const AT_ONCE = 50;

/** How many contents of the store are compared with the rows at a time. */
const COMPARED = 1000;

const DAY = 24 * 60 * 60_000;

export interface Cleaning {
  author: Author;
  now: Date;
  /** Only what nothing has named for so many days. */
  olderThan: number;
  /** Whether it is only found out what would go. */
  dryRun: boolean;
  /** Ends it before its time, between two removals. */
  signal?: AbortSignal;
}

/**
 * Removes the contents that no evidence names: those whose evidence was removed from drafts, and those
 * that were stored and never recorded. What any revision has is named.
 * @returns what has gone, or would; null when somebody else is cleaning.
 * @throws StoreFailure
 */
export async function cleanEvidence(
  em: EntityManager,
  store: EvidenceStore,
  cleaning: Cleaning,
): Promise<Content[] | null> {
  // The lock is that of a connection: a transaction would stay open for as long as it takes.
  return databaseOf(em.fork())
    .connection()
    .execute(async (connection) => {
      const taken = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${CLEANING_LOCK}) as taken`.execute(connection);
      if (!taken.rows[0]!.taken) return null;
      try {
        return await clean(em, store, cleaning);
      } finally {
        await sql`select pg_advisory_unlock(${CLEANING_LOCK})`.execute(connection);
      }
    });
}

async function clean(
  em: EntityManager,
  store: EvidenceStore,
  { author, now, olderThan, dryRun, signal }: Cleaning,
): Promise<Content[]> {
  const database = databaseOf(em.fork());
  const since = new Date(now.getTime() - olderThan * DAY);
  if (!dryRun) {
    await clearParts(store.parts);
    await noteUnnamed(database, now);
  }
  const found = [
    ...(await unnamedContents(database, since, now)),
    ...(await unrecordedContents(database, store, since)),
  ];
  if (dryRun) return found;
  const removal = { author, at: now, unnamedSince: since };
  const gone: Content[] = [];
  for (const batch of inBatches(found, AT_ONCE)) {
    if (signal?.aborted) break;
    gone.push(...(await removeContents(em, store, batch, removal)));
  }
  return gone;
}

/** What lies in the store since a moment or longer, and no row tells of. */
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

function* inBatches<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
