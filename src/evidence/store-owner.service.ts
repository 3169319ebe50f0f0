import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { trailOf, type Author } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import type { EvidenceStore } from './evidence-store.js';
import { unrecorded } from './unnamed.queries.js';

/** The contents by which a store without an owner is judged. */
const SAMPLE = 1000;

/**
 * Whether the store belongs to this database. A store without an owner is claimed when it is empty,
 * or when the database knows at least half of a sample of its contents: another database may have
 * filled it, and a few own uploads do not make it ours.
 * @param options.dryRun whether the store is left as it is; the answer is the same.
 * @throws StoreFailure
 */
export async function ownsStore(
  em: EntityManager,
  store: EvidenceStore,
  { dryRun }: { dryRun: boolean } = { dryRun: false },
): Promise<boolean> {
  const database = databaseOf(em.fork());
  const theirs = await store.owner();
  if (theirs !== null) return theirs === (await ownId(database));
  if (!(await mayClaim(database, store))) return false;
  if (!dryRun) await store.own(await makeOwnId(database));
  return true;
}

/**
 * Makes the store belong to this database, whoever owned it, with an audit entry.
 * @throws StoreFailure
 */
export async function adoptStore(
  em: EntityManager,
  store: EvidenceStore,
  { author, now }: { author: Author; now: Date },
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    const theirs = await store.owner();
    const owner = await makeOwnId(database);
    if (theirs === owner) return;
    await trailOf(
      author,
      'evidence adopt store',
      [
        {
          subjectType: 'EvidenceStore',
          subjectId: 0,
          before: theirs === null ? null : { owner: theirs },
          after: { owner },
        },
      ],
      now,
    ).execute(database);
    await store.own(owner);
  });
}

async function mayClaim(database: Database, store: EvidenceStore): Promise<boolean> {
  for await (const page of store.list()) {
    const sample = page.slice(0, SAMPLE);
    if (sample.length === 0) continue;
    const unknown = await unrecorded(database, sample);
    return unknown.length * 2 <= sample.length;
  }
  return true;
}

async function ownId(database: Database): Promise<string | null> {
  const { rows } = await sql<{ owner: string }>`
    select owner from evidence_store_owner`.execute(database);
  return rows[0]?.owner ?? null;
}

/** The id of the database, made when there is none; two hubs that make one get the same. */
async function makeOwnId(database: Database): Promise<string> {
  const { rows } = await sql<{ owner: string }>`
    insert into evidence_store_owner (id, owner) values (1, ${randomUUID()})
    on conflict (id) do update set owner = evidence_store_owner.owner
    returning owner`.execute(database);
  return firstOf(rows).owner;
}
