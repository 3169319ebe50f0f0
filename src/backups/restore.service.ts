import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { lacksSegments, rebuildCounts } from '../counts/rebuild.service.js';
import { COMMAND_LIMITS } from '../database/limits.js';
import { migrateWithin, UNFINISHED_RESTORE } from '../database/migrate.js';
import { inTurn } from '../database/one-program.js';
import {
  connectOrm,
  databaseOf,
  type Database,
  type Entities,
  type EntityManager,
  type Orm,
} from '../database/orm.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { OperatorError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import { sha256Of, tableOf, type Contents, type Header } from './archive.js';
import { TableFiller, withBareTables } from './loaded-tables.service.js';
import { partsOf } from './read-archive.service.js';
import { beginSecondLife } from './second-life.service.js';

/** A backup that was read to its end and compared. */
export interface CheckedBackup {
  file: string;
  header: Header;
  contents: Contents;
}

/** A database without tables. */
interface Target {
  orm: Orm;
  url: string;
  entities: Entities;
  tell: (line: string) => void;
}

/** What goes on from the backup, and does not only look at it. */
interface Continued {
  openStore: () => Promise<EvidenceStore>;
  now: Date;
  /** Called when everything is there, and before anybody can see it. */
  keepSecrets: () => Promise<void>;
}

/**
 * Fills an empty database from a backup in one transaction, and brings it up to date. Until then a table in
 * it says that it is unfinished: no hub starts on it, and the restore can be started over.
 * @param continued null for a copy that is only looked at: nothing but the database is written.
 * @throws OperatorError DATABASE_NOT_EMPTY, EVIDENCE_STORE_FOREIGN
 */
export async function restoreDatabase(
  backup: CheckedBackup,
  { orm, url, entities, tell }: Target,
  continued: Continued | null,
): Promise<void> {
  await inTurn(orm, tell, async () => {
    const database = databaseOf(orm.em.fork());
    await refuseTables(database);
    const store = (await continued?.openStore()) ?? null;
    if (store) await refuseForeignStore(backup.header, store);
    await sql`create table if not exists ${sql.table(UNFINISHED_RESTORE)} ()`.execute(database);
    try {
      await inOwnTransaction(url, entities, (loading, em, client) =>
        fill({ loading, em, client, backup, store, continued }),
      );
    } catch (error) {
      // As empty as before; where the database is away it says what it says after a kill.
      await sql`drop table ${sql.table(UNFINISHED_RESTORE)}`
        .execute(database)
        .catch(() => undefined);
      throw error;
    }
    const { storeOwner } = backup.header;
    if (storeOwner !== null) await store?.own(storeOwner);
    await sql`analyze`.execute(database);
  });
}

/** Two for a transaction and what MikroORM asks beside it as it migrates. */
const CONNECTIONS = 2;

/** One transaction, with the connection itself, which COPY needs. */
async function inOwnTransaction(
  url: string,
  entities: Entities,
  work: (loading: Orm, em: EntityManager, client: PoolClient) => Promise<void>,
): Promise<void> {
  const taken = new Set<PoolClient>();
  const loading = await connectOrm(url, entities, {
    limits: { ...COMMAND_LIMITS, connections: CONNECTIONS },
    onPoolCreated: (pool) => {
      pool.on('acquire', (client) => taken.add(client));
      pool.on('release', (_error, client) => taken.delete(client));
    },
  });
  try {
    await loading.em.fork().transactional(async (em) => {
      // Nothing else has been asked of this pool.
      await work(loading, em, firstOf([...taken]));
    });
  } finally {
    await loading.close(true);
  }
}

interface Filling {
  loading: Orm;
  em: EntityManager;
  client: PoolClient;
  backup: CheckedBackup;
  /** Null for a copy that is only looked at. */
  store: EvidenceStore | null;
  continued: Continued | null;
}

async function fill({ loading, em, client, backup, store, continued }: Filling): Promise<void> {
  const { header, contents } = backup;
  const database = databaseOf(em);
  await sql`set local statement_timeout = 0`.execute(database);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(database);
  // Only this transaction sees that it is gone, until all is there.
  await sql`drop table ${sql.table(UNFINISHED_RESTORE)}`.execute(database);
  await migrateWithin(loading, em, header.migrations);
  const filler = new TableFiller(client, contents.tables);
  await withBareTables(client, contents, async () => {
    for await (const { name, content } of partsOf(backup.file)) {
      const [table, sha256] = [tableOf(name), sha256Of(name)];
      if (table !== null) await filler.take(table, content);
      else await filler.end();
      if (sha256 !== null && store) await keep(store, await fileOf(database, sha256), content);
    }
  });
  await migrateWithin(loading, em);
  if (await lacksSegments(em)) await rebuildCounts(em);
  if (!continued) return;
  await beginSecondLife(em, header, continued.now);
  await continued.keepSecrets();
}

interface StoredFile {
  sha256: string;
  size: number;
  mediaType: string;
}

async function fileOf(database: Database, sha256: string): Promise<StoredFile> {
  const { rows } = await sql<StoredFile>`
    select sha256, size, media_type as "mediaType" from evidence_file
    where sha256 = ${sha256}`.execute(database);
  const [file] = rows;
  if (!file) throw new Error(`The evidence ${sha256} is in the backup without a row.`);
  return file;
}

/** What the store has already stays, unless it is not whole. */
async function keep(store: EvidenceStore, file: StoredFile, content: Buffer): Promise<void> {
  const found = await store.find(file.sha256);
  if (found && found.size !== file.size) await store.remove(file.sha256);
  const part = join(store.parts, `${randomUUID()}.part`);
  try {
    await writeFile(part, content, { flag: 'wx', mode: 0o600 });
    await store.keep(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

async function refuseTables(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm')
      and relname <> ${UNFINISHED_RESTORE}`.execute(database);
  if (rows.length === 0) return;
  throw new OperatorError(
    'DATABASE_NOT_EMPTY',
    `A backup is restored into an empty database, and this one has ${rows.length} tables. Nothing was changed; set HUB_DATA_DIR to a new folder, or DATABASE_URL to a new, empty database.`,
  );
}

async function refuseForeignStore({ storeOwner }: Header, store: EvidenceStore): Promise<void> {
  const theirs = await store.owner();
  if (theirs === null || theirs === storeOwner) return;
  throw new OperatorError(
    'EVIDENCE_STORE_FOREIGN',
    'The store of evidence belongs to another database than the one of the backup. Nothing was changed; give the hub an empty data folder or bucket (HUB_DATA_DIR, HUB_EVIDENCE_S3_BUCKET), or a copy of its own.',
  );
}
