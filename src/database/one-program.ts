import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { databaseOf, type Database, type Orm } from './orm.js';

const ASK_EVERY = 250;

/**
 * Does what makes a database ready, one program after another: of two that start at once on one
 * database, the second waits, and finds everything done.
 * @param tell takes a line when there is somebody to wait for.
 * @param stopping ends the wait when it aborts.
 */
export async function inTurn<Result>(
  orm: Orm,
  tell: (line: string) => void,
  work: () => Promise<Result>,
  stopping?: AbortSignal,
): Promise<Result> {
  const database = databaseOf(orm.em.fork());
  // Of the session and asked for again and again, for a server may limit how long a transaction or a
  // statement waits; it ends with the connection, however the program ends.
  return database.connection().execute(async (held) => {
    if (!(await taken(held))) {
      tell('Another program is making the database ready: waiting until it is done …');
      while (!(await taken(held))) await pause(ASK_EVERY, undefined, { signal: stopping });
    }
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${ADVISORY_LOCKS.preparation})`
        .execute(held)
        .catch(() => undefined);
    }
  });
}

async function taken(held: Database): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(${ADVISORY_LOCKS.preparation}) as taken`.execute(held);
  return rows[0]?.taken ?? false;
}
