import { sql } from 'kysely';
import { databaseOf, type Orm } from './orm.js';

/**
 * Asks the database for anything at all. However often that is to be checked, it is asked once at a
 * time, so that no connections pile up while it does not answer.
 */
export function databaseCheck(orm: Orm): () => Promise<null> {
  let asking: Promise<null> | null = null;
  const ask = async () => {
    await sql`select 1`.execute(databaseOf(orm.em.fork()));
    return null;
  };
  return () => (asking ??= ask().finally(() => (asking = null)));
}
