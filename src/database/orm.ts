import { MikroORM, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { type PostgreSqlDriver, type EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { guardedClient } from './guarded-client.js';
import { Hosts } from './host-client.js';
import { StatementWatch, type ToldStatement } from './statement-watch.js';
import { hubDriver, type Pooled } from './hub-driver.js';
import { HUB_LIMITS, type DatabaseLimits } from './limits.js';
import { migrations } from './migrations/index.js';

/**
 * The tables as Kysely sees them; dates arrive as ISO text, moments as PostgreSQL writes them. `src/tables.ts`
 * says which there are, since the database knows no feature.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where all tables are known
export interface Tables {}
export type Database = Kysely<Tables>;
export type Orm = MikroORM<PostgreSqlDriver, EntityManager>;
export type { EntityManager };
/** What MikroORM is told of the tables. */
export type Entities = readonly NonNullable<Options<PostgreSqlDriver>['entities']>[number][];

/** How a database is opened. */
export interface OrmOptions {
  /** How long the hub waits for it; as the hub does unless it is said. */
  limits?: Partial<DatabaseLimits>;
  /** Whether a pooler is in between that may give each transaction another session. */
  throughPooler?: boolean;
  /** For a database that is only read, on a standby: after how many seconds its connections are made anew. */
  standby?: { lifetime: number };
  /** Gets the pool of connections before the first of them is made. */
  onPoolCreated?: (pool: Pool) => void;
  /** Takes the statements that were slow or waited for a lock in vain; nobody unless it is said. */
  tellStatement?: (told: ToldStatement) => void;
}

/** The one description of the database, for the hub, its command line and MikroORM's own. */
export function ormOptions(
  url: string,
  entities: Entities,
  {
    limits: given,
    throughPooler = false,
    standby,
    onPoolCreated,
    tellStatement = () => undefined,
  }: OrmOptions = {},
): Partial<Options<PostgreSqlDriver, EntityManager>> {
  const limits = { ...HUB_LIMITS, ...given };
  const statements = new StatementWatch(limits.slow, tellStatement);
  const pooled: Pooled = { pool: null, statements };
  const hosts = new Hosts(url, standby && 'standby');
  const address = hosts.first;
  return {
    driver: hubDriver(limits, pooled),
    clientUrl: address,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    forceUtcTimezone: true,
    driverOptions: {
      // MikroORM takes neither encryption nor a socket's folder nor options from the address.
      connectionString: address,
      Client: guardedClient(hosts, limits, statements, throughPooler),
      // How long one waits for a free connection; that of each client is its own.
      connectionTimeoutMillis: limits.wait,
      ...(standby && { maxLifetimeSeconds: standby.lifetime }),
      onPoolCreated: (pool: Pool) => {
        pooled.pool = pool;
        onPoolCreated?.(pool);
      },
    },
    pool: { min: 0, max: limits.connections },
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      silent: true,
      path: 'src/database/migrations',
    },
  };
}

/** Opens the database; nothing is connected until the first statement. */
export async function connectOrm(
  url: string,
  entities: Entities,
  options?: OrmOptions,
): Promise<Orm> {
  return MikroORM.init<PostgreSqlDriver, EntityManager>(ormOptions(url, entities, options));
}

/** Plain rows without hydration, inside the entity manager's transaction when there is one. */
export function databaseOf(em: EntityManager): Database {
  return em.getKysely();
}
