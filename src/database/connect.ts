import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Config } from '../config.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { attachEmbeddedServer, startEmbeddedServer } from './embedded/server.js';
import { databaseOf, openOrm, type Orm } from './orm.js';

/** How long the connections of a hub that stops may take to close, in milliseconds. */
const POOL_CLOSES = 3000;

/** The oldest PostgreSQL that has what the tables use (`unique … nulls not distinct`). */
const OLDEST_VERSION = 15;

export interface OpenDatabase {
  orm: Orm;
  url: string;
  /** Where the data is, for people; without a password. */
  place: string;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name: the server of `DATABASE_URL`, or the embedded one. The
 * hub owns its embedded server; a command joins the server of a running hub.
 * @throws OperatorError when it cannot be reached, is too old, or is another hub's.
 */
export async function openDatabase(
  config: Config,
  role: 'hub' | 'command',
  report: (message: string) => void,
): Promise<OpenDatabase> {
  const server = await serverOf(config, role, report);
  const orm = await openOrm(server.url);
  try {
    await checkServer(orm, server.place);
  } catch (error) {
    await orm.close(true);
    await server.stop();
    throw error;
  }
  return {
    orm,
    url: server.url,
    place: server.place,
    close: () => closePool(orm).finally(() => server.stop()),
  };
}

/** A pool waits for its last statement, which may be one that never ends. */
async function closePool(orm: Orm): Promise<void> {
  const tooLong = pause(POOL_CLOSES, undefined, { ref: false });
  await Promise.race([orm.close(true), tooLong]);
}

async function serverOf(
  config: Config,
  role: 'hub' | 'command',
  report: (message: string) => void,
) {
  if (config.databaseUrl) {
    const place = new URL(config.databaseUrl);
    place.password = '';
    // It may name one as well.
    place.search = '';
    return { url: config.databaseUrl, place: place.toString(), stop: async () => undefined };
  }
  const directory = resolve(config.dataDirectory);
  const place = `embedded PostgreSQL in ${directory}`;
  const guest = role === 'command' ? await attachEmbeddedServer({ directory }) : null;
  if (guest) return { url: guest.url, place, stop: async () => undefined };
  const server = await startEmbeddedServer({ directory, report });
  return { url: server.url, place, stop: () => server.stop() };
}

async function checkServer(orm: Orm, place: string): Promise<void> {
  let version: number;
  try {
    const found = await sql<{ version: number }>`
      select current_setting('server_version_num')::int as version`.execute(
      databaseOf(orm.em.fork()),
    );
    version = found.rows[0]!.version;
  } catch (error) {
    throw new OperatorError(
      'DATABASE_UNREACHABLE',
      `The database at ${place} cannot be used: ${messageOf(error)}. Check DATABASE_URL (host, port, user, password, database) and that the server runs; or leave it empty for the embedded PostgreSQL.`,
      { cause: error },
    );
  }
  if (version < OLDEST_VERSION * 10_000)
    throw new OperatorError(
      'DATABASE_TOO_OLD',
      `The database at ${place} is PostgreSQL ${Math.floor(version / 10_000)}; the hub needs ${OLDEST_VERSION} or newer.`,
    );
}
