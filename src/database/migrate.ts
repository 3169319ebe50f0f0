import { sql } from 'kysely';
import { OperatorError } from '../shared/errors.js';
import { hubVersion } from '../shared/hub-version.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { migrations } from './migrations/index.js';
import { databaseOf, type Database, type EntityManager, type Orm } from './orm.js';
import { notMigrated } from './service-role.js';

/** The table that is there until a restore is done; nobody is to take what is there for the whole. */
export const UNFINISHED_RESTORE = 'unfinished_restore';

/**
 * Brings the tables up to date, in one transaction; harmless when they are.
 * @throws OperatorError DATABASE_NEWER when a newer hub has migrated the database, RESTORE_UNFINISHED.
 */
export async function migrate(orm: Orm): Promise<void> {
  await orm.em.fork().transactional((em) => migrateWithin(orm, em));
}

/**
 * The same in a transaction that goes on.
 * @param names only these migrations, as they were when something was kept; null for all.
 */
export async function migrateWithin(
  orm: Orm,
  em: EntityManager,
  names: readonly string[] | null = null,
): Promise<void> {
  const database = databaseOf(em);
  // It waits for the hub that is migrating or reads what it is to change, however long that takes.
  await sql`set local lock_timeout = 0`.execute(database);
  await sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.migration})`.execute(database);
  await refuseUnfinished(database);
  await refuseNewer(database);
  // Who serves can make no tables, and need not where they are there.
  if (names === null && (await isUpToDate(database))) return;
  await refuseService(database);
  const done = await orm.migrator.up({
    transaction: em.getTransactionContext<object>(),
    ...(names && { migrations: [...names] }),
  });
  // Older tables have no column for the version.
  if (names) return;
  await sql`
    update mikro_orm_migrations set hub_version = ${hubVersion()}
    where name = any(${done.map(({ name }) => name)})`.execute(database);
}

async function isUpToDate(database: Database): Promise<boolean> {
  const table = await sql<{ found: string | null }>`
    select to_regclass('mikro_orm_migrations')::text as found`.execute(database);
  if (!table.rows[0]?.found) return false;
  const { rows } = await sql<{ name: string }>`
    select name from mikro_orm_migrations`.execute(database);
  const done = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => done.has(name));
}

/** @throws OperatorError DATABASE_NOT_MIGRATED where the role may not change the tables, or make some. */
async function refuseService(database: Database): Promise<void> {
  const { rows } = await sql`
    select where coalesce(
      (select pg_has_role(relowner, 'member') from pg_class
        where oid = to_regclass('mikro_orm_migrations')),
      has_schema_privilege(current_schema(), 'create'))`.execute(database);
  if (rows.length === 0) throw notMigrated();
}

/** A hub would take the database for an empty one, and fill it with the demo. */
async function refuseUnfinished(database: Database): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass(${UNFINISHED_RESTORE})::text as found`.execute(database);
  if (!rows[0]?.found) return;
  throw new OperatorError(
    'RESTORE_UNFINISHED',
    'A backup is being restored into the database, or its restore was broken off; nothing of it is there yet. Wait for it, or run “hub restore FILE” again with the same settings: it starts over.',
  );
}

/** What an older hub does not know of the tables, it would leave out or break. */
async function refuseNewer(database: Database): Promise<void> {
  const table = await sql<{ found: string | null }>`
    select to_regclass('mikro_orm_migrations')::text as found`.execute(database);
  if (!table.rows[0]?.found) return;
  // Older tables have no column for the version.
  const { rows } = await sql<{ name: string; version: string | null }>`
    select name, to_jsonb(migration) ->> 'hub_version' as version
    from mikro_orm_migrations as migration
    where name <> all(${migrations.map(({ name }) => name)})
    order by id desc limit 1`.execute(database);
  const newest = rows[0];
  if (!newest) return;
  const needed = newest.version === null ? 'a newer version' : `version ${newest.version} or newer`;
  throw new OperatorError(
    'DATABASE_NEWER',
    `A newer hub has migrated the database: it needs ${needed}, and this hub of version ` +
      `${hubVersion()} does not know the migration ${newest.name}. Nothing was changed; start ` +
      'the newer hub, or restore the backup that was made before the update.',
  );
}
