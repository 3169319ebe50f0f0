import { sql } from 'kysely';
import { databaseOf, type EntityManager, type Orm } from './orm.js';

/** Any number; two hubs that start at once on one database take turns by it. */
const MIGRATION_LOCK = 4_725_146;

/** Brings the tables up to date; harmless when they are. */
export async function migrate(orm: Orm): Promise<void> {
  const em = orm.em.fork() as EntityManager;
  await em.transactional(async (locked) => {
    // It waits for whoever is migrating or reads what it is to change, however long that takes.
    await sql`set local lock_timeout = 0`.execute(databaseOf(locked));
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(databaseOf(locked));
    await orm.migrator.up({ transaction: locked.getTransactionContext<object>() });
  });
}
