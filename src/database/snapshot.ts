import { IsolationLevel } from '@mikro-orm/core';
import { sql, type Expression } from 'kysely';
import { databaseOf, type Database, type EntityManager } from './orm.js';

/** One state of the database, whatever is changed meanwhile; it keeps a connection until it ends. */
export interface Snapshot {
  database: Database;
  /** Lets the connection go; more than once does nothing. */
  end: () => Promise<void>;
}

export async function takeSnapshot(em: EntityManager): Promise<Snapshot> {
  await em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
  let ended: Promise<void> | undefined;
  return { database: databaseOf(em), end: () => (ended ??= em.rollback()) };
}

/**
 * The rows of a query, so many at a time: memory does not grow with their number. Other statements may
 * run in between.
 */
export async function* rowsInTurns<Row>(
  { database }: Snapshot,
  query: Expression<Row>,
  size: number,
): AsyncGenerator<Row[]> {
  await sql`declare rows_in_turns no scroll cursor for ${query}`.execute(database);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(size)} from rows_in_turns`.execute(database);
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await sql`close rows_in_turns`.execute(database);
}
