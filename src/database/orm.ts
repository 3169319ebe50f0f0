import { MikroORM, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver, type EntityManager } from '@mikro-orm/postgresql';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { DatabaseConnection, Kysely } from 'kysely';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { PreparingClient } from './preparing-client.js';
import { obeyTimeLimits } from './time-limit.js';

/** The tables as Kysely sees them; dates arrive as ISO text, moments as PostgreSQL writes them. */
type Tables = InferKyselyDB<(typeof entities)[number]>;
export type Database = Kysely<Tables>;
export type Orm = MikroORM<PostgreSqlDriver>;
export type { EntityManager };
export type OrmOptions = Partial<Options<PostgreSqlDriver>>;

/** The one description of the database, for the hub, its command line and MikroORM's own. */
export function ormOptions(url: string): OrmOptions {
  return {
    driver: PostgreSqlDriver,
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    driverOptions: { Client: PreparingClient },
    pool: { min: 0, max: 16 },
    onCreateConnection: (connection) => obeyTimeLimits(connection as DatabaseConnection),
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      silent: true,
      path: 'src/database/migrations',
    },
  };
}

/** Opens the database; nothing is connected until the first statement. */
export async function openOrm(url: string, overrides?: OrmOptions): Promise<Orm> {
  return MikroORM.init<PostgreSqlDriver>({ ...ormOptions(url), ...overrides });
}

/** Plain rows without hydration, inside the entity manager's transaction when there is one. */
export function databaseOf(em: EntityManager): Database {
  return em.getKysely();
}
