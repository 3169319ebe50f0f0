import { firstOf } from '../shared/required.js';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import {
  attachEmbeddedServer,
  startEmbeddedServer,
  type SupervisionOptions,
} from '../embedded-postgres/server.js';
import { OperatorError } from '../shared/errors.js';
import { placeOf } from './addresses.js';
import { COMMAND_LIMITS, type DatabaseLimits } from './limits.js';
import {
  connectOrm,
  databaseOf,
  type Database,
  type Entities,
  type Orm,
  type OrmOptions,
} from './orm.js';
import { reasonOf } from './refusals.js';
import { roleOf } from './service-role.js';

/** How long the connections of a hub that stops may take to close, in milliseconds. */
const POOL_CLOSES = 3000;

/** The oldest PostgreSQL that has what the tables use (`unique … nulls not distinct`). */
const OLDEST_VERSION = 15;

/** Which database, and how much may be asked of it. */
interface DatabaseSettings {
  /** Undefined means the embedded PostgreSQL under `dataDirectory`. */
  databaseUrl: string | undefined;
  /** The same database as the owner of its tables; undefined means that `databaseUrl` is. */
  migrateDatabaseUrl: string | undefined;
  /** Whether `databaseUrl` leads to a pooler that gives each transaction another session. */
  databaseThroughPooler: boolean;
  dataDirectory: string;
  databaseLimits: DatabaseLimits;
  tellStatement?: OrmOptions['tellStatement'];
}

export interface OpenDatabase {
  /** As the owner of the tables, until {@link openService}. */
  orm: Orm;
  /** As that owner. */
  ownerUrl: string;
  /** As the role that serves; the same where the owner does. */
  serviceUrl: string;
  /** Its name; null where the owner serves. */
  serviceRole: string | null;
  /** Where the data is, for people; without a password. */
  place: string;
  /** What keeps the embedded server from answering, fit for everybody to read; null when it runs. */
  problem: () => string | null;
  /** Says that the hub is stopping: an embedded server that ends from now on is not brought back. */
  expectEnd: () => void;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name, as the owner of its tables: the server of `DATABASE_URL`, or
 * the embedded one. The hub owns its embedded server; a command joins the server of a running hub.
 * @param supervision how a hub brings its embedded server back when that ends.
 * @throws OperatorError when it cannot be reached, is too old, is another hub's, or keeps no sessions.
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
  try {
    const settings = { ...config, databaseLimits: limits, databaseThroughPooler: false };
    const orm = await connected(server.ownerUrl, settings, entities, role);
    const serviceRole = server.serviceUrl === server.ownerUrl ? null : roleOf(server.serviceUrl);
    return {
      ...server,
      orm,
      serviceRole,
      close: () => closePool(orm).finally(() => server.stop()),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * The database of a hub once it is ready, as the role that serves; the owner's connections are closed. The
 * same database where the owner serves.
 * @throws OperatorError DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_POOLED
 */
export async function openService(
  owned: OpenDatabase,
  config: DatabaseSettings,
  entities: Entities,
): Promise<OpenDatabase> {
  if (owned.serviceRole === null) return owned;
  const orm = await connected(owned.serviceUrl, config, entities, 'hub');
  await closePool(owned.orm);
  return { ...owned, orm, close: () => closePool(orm).finally(() => owned.close()) };
}

async function connected(
  url: string,
  { databaseLimits: limits, databaseThroughPooler: throughPooler, tellStatement }: DatabaseSettings,
  entities: Entities,
  role: 'hub' | 'command',
): Promise<Orm> {
  const orm = await connectOrm(url, entities, { limits, throughPooler, tellStatement });
  try {
    await checkServer(orm, placeOf(url));
    // With a command it would be one connection more, and “hub upgrade --check” counts those of others.
    if (role === 'hub' && !throughPooler) await checkSessions(orm, placeOf(url));
    return orm;
  } catch (error) {
    await closePool(orm);
    throw error;
  }
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
    const { databaseUrl: serviceUrl, migrateDatabaseUrl: ownerUrl = serviceUrl } = config;
    return { ...othersServer, ownerUrl, serviceUrl, place: placeOf(serviceUrl) };
  }
  const directory = resolve(config.dataDirectory);
  const place = `embedded PostgreSQL in ${directory}`;
  const guest = role === 'command' ? await attachEmbeddedServer({ directory }) : null;
  if (guest) return { ...othersServer, ...guest, ownerUrl: guest.url, place };
  const own = await startEmbeddedServer({ directory, report, supervision });
  return { ...own, ownerUrl: own.url, place };
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
      `The database at ${place} cannot be used: ${reasonOf(error)}. Check DATABASE_URL and HUB_MIGRATE_DATABASE_URL (host, port, user, password, database) and that the server runs; or leave it empty for the embedded PostgreSQL.`,
      { cause: error },
    );
  }
  if (version < OLDEST_VERSION * 10_000)
    throw new OperatorError(
      'DATABASE_TOO_OLD',
      `The database at ${place} is PostgreSQL ${Math.floor(version / 10_000)}; the hub needs ${OLDEST_VERSION} or newer.`,
    );
}

/** Two connections that are open at once have two sessions, unless somebody in between shares them out. */
async function checkSessions(orm: Orm, place: string): Promise<void> {
  const database = databaseOf(orm.em.fork());
  const isShared = await database.connection().execute(async (one) => {
    const first = await sessionOf(one);
    return database.connection().execute(async (other) => (await sessionOf(other)) === first);
  });
  if (!isShared) return;
  throw new OperatorError(
    'DATABASE_POOLED',
    `The address ${place} leads to a pooler that gives each transaction another session. Set HUB_DATABASE_POOLER=transaction, and HUB_MIGRATE_DATABASE_URL to the PostgreSQL itself, past the pooler; see “A pooler in between” in docs/operations.md.`,
  );
}

async function sessionOf(database: Database): Promise<number> {
  // With a semicolon it is not prepared, which such a session might refuse.
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid;`.execute(database);
  return firstOf(rows).pid;
}
