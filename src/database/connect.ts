import { firstOf } from '../shared/required.js';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import {
  attachEmbeddedServer,
  startEmbeddedServer,
  type SupervisionOptions,
} from '../embedded-postgres/server.js';
import { OperatorError } from '../shared/errors.js';
import { COMMAND_LIMITS, type DatabaseLimits } from './limits.js';
import { connectOrm, databaseOf, type Entities, type Orm, type OrmOptions } from './orm.js';
import { reasonOf } from './refusals.js';

/** How long the connections of a hub that stops may take to close, in milliseconds. */
const POOL_CLOSES = 3000;

/** The oldest PostgreSQL that has what the tables use (`unique … nulls not distinct`). */
const OLDEST_VERSION = 15;

/** Which database, and how much may be asked of it. */
interface DatabaseSettings {
  /** Undefined means the embedded PostgreSQL under `dataDirectory`. */
  databaseUrl: string | undefined;
  dataDirectory: string;
  databaseLimits: DatabaseLimits;
  tellStatement?: OrmOptions['tellStatement'];
}

export interface OpenDatabase {
  orm: Orm;
  url: string;
  /** Where the data is, for people; without a password. */
  place: string;
  /** What keeps the embedded server from answering, fit for everybody to read; null when it runs. */
  problem: () => string | null;
  /** Says that the hub is stopping: an embedded server that ends from now on is not brought back. */
  expectEnd: () => void;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name: the server of `DATABASE_URL`, or the embedded one. The
 * hub owns its embedded server; a command joins the server of a running hub.
 * @param supervision how a hub brings its embedded server back when that ends.
 * @throws OperatorError when it cannot be reached, is too old, or is another hub's.
 */
export async function openDatabase(
  config: DatabaseSettings,
  entities: Entities,
  role: 'hub' | 'command',
  report: (message: string) => void,
  supervision?: SupervisionOptions,
): Promise<OpenDatabase> {
  const server = await serverOf(config, role, report, supervision);
  const limits = role === 'hub' ? config.databaseLimits : COMMAND_LIMITS;
  const orm = await connectOrm(server.url, entities, {
    limits,
    tellStatement: config.tellStatement,
  });
  try {
    await checkServer(orm, server.place);
  } catch (error) {
    await closePool(orm).finally(() => server.stop());
    throw error;
  }
  return {
    orm,
    url: server.url,
    place: server.place,
    problem: server.problem,
    expectEnd: server.expectEnd,
    close: () => closePool(orm).finally(() => server.stop()),
  };
}

/** A pool waits for its last statement, which may be one that never ends. */
async function closePool(orm: Orm): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  // It keeps the process alive, which has an embedded server to stop afterwards.
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, POOL_CLOSES);
  });
  try {
    await Promise.race([orm.close(true), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** A server that somebody else looks after. */
const othersServer = {
  problem: () => null,
  expectEnd: () => undefined,
  stop: async () => undefined,
};

async function serverOf(
  config: DatabaseSettings,
  role: 'hub' | 'command',
  report: (message: string) => void,
  supervision?: SupervisionOptions,
) {
  if (config.databaseUrl) {
    const place = new URL(config.databaseUrl);
    place.password = '';
    // It may name one as well.
    place.search = '';
    return { ...othersServer, url: config.databaseUrl, place: place.toString() };
  }
  const directory = resolve(config.dataDirectory);
  const place = `embedded PostgreSQL in ${directory}`;
  const guest = role === 'command' ? await attachEmbeddedServer({ directory }) : null;
  if (guest) return { ...othersServer, url: guest.url, place };
  return { ...(await startEmbeddedServer({ directory, report, supervision })), place };
}

async function checkServer(orm: Orm, place: string): Promise<void> {
  let version: number;
  try {
    const found = await sql<{ version: number }>`
      select current_setting('server_version_num')::int as version`.execute(
      databaseOf(orm.em.fork()),
    );
    version = firstOf(found.rows).version;
  } catch (error) {
    throw new OperatorError(
      'DATABASE_UNREACHABLE',
      `The database at ${place} cannot be used: ${reasonOf(error)}. Check DATABASE_URL (host, port, user, password, database) and that the server runs; or leave it empty for the embedded PostgreSQL.`,
      { cause: error },
    );
  }
  if (version < OLDEST_VERSION * 10_000)
    throw new OperatorError(
      'DATABASE_TOO_OLD',
      `The database at ${place} is PostgreSQL ${Math.floor(version / 10_000)}; the hub needs ${OLDEST_VERSION} or newer.`,
    );
}
