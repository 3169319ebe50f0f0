import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Driver, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { EndingTransactions } from './ending-transactions.js';
import type { DatabaseLimits } from './limits.js';
import type { StatementWatch } from './statement-watch.js';
import { Turns } from '../shared/turns.js';
import { busy } from './refusals.js';

/** One publication works, and the next one is there as soon as the lock is free. */
const PUBLICATIONS = 2;

/** Turns for which one waits as long as for two locks, one after the other. */
function turns(atOnce: number, wait: number): Turns {
  return new Turns(atOnce, { milliseconds: 2 * wait, late: busy });
}

type Begun = Awaited<ReturnType<PostgreSqlConnection['begin']>>;

/** What a hub uses of its database at a moment, and who waits for it in the memory of the hub. */
export interface DatabaseLoad {
  /** Connections that work, and open ones that do not. */
  used: number;
  idle: number;
  /** Statements that wait for a connection. */
  waiting: number;
  /** Transactions and publications that wait for their turn to write. */
  writesWaiting: number;
  publicationsWaiting: number;
  /** Statements that took long, or waited for a lock in vain, since the start. */
  slow: number;
  locked: number;
}

/** The connections of a driver, once the first statement has made a pool, and what is sent on them. */
export interface Pooled {
  pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'> | null;
  statements: Pick<StatementWatch, 'slow' | 'locked'>;
}

/** The connections of a hub: a transaction gives its own back, and those that write have half of them. */
class HubConnection extends PostgreSqlConnection {
  readonly #places = new WeakMap<object, () => void>();
  #writers!: Turns;

  static to(config: Configuration, { connections, wait }: DatabaseLimits): HubConnection {
    const connection = new HubConnection(config);
    connection.#writers = turns(Math.max(1, Math.floor(connections / 2)), wait);
    return connection;
  }

  get writesWaiting(): number {
    return this.#writers.waiting;
  }

  override createKyselyDialect(
    overrides: Parameters<PostgreSqlConnection['createKyselyDialect']>[0],
  ): PostgresDialect {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    dialect.createDriver = () => new EndingTransactions(createDriver() as Required<Driver>);
    return dialect;
  }

  override async begin(options: Parameters<PostgreSqlConnection['begin']>[0] = {}): Promise<Begun> {
    // One inside another has its place already.
    if (options.ctx || options.readOnly) return super.begin(options);
    const giveBack = await this.#writers.take();
    try {
      const begun = await super.begin(options);
      this.#places.set(begun, giveBack);
      return begun;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  /** Where it fails, a rollback follows. */
  override async commit(...args: Parameters<PostgreSqlConnection['commit']>): Promise<void> {
    await super.commit(...args);
    this.#places.get(args[0])?.();
  }

  override async rollback(...args: Parameters<PostgreSqlConnection['rollback']>): Promise<void> {
    try {
      await super.rollback(...args);
    } finally {
      this.#places.get(args[0])?.();
    }
  }
}

/** The driver of one database, with what is waited for in the memory of the hub. */
export abstract class HubDriver extends PostgreSqlDriver {
  abstract readonly publications: Turns;
  abstract load(): DatabaseLoad;
}

/** MikroORM makes a driver of its own for each database. */
export function hubDriver(
  limits: DatabaseLimits,
  pooled: Pooled,
): new (config: Configuration) => HubDriver {
  return class extends HubDriver {
    protected override readonly connection = HubConnection.to(this.config, limits);
    readonly publications = turns(PUBLICATIONS, limits.wait);

    load(): DatabaseLoad {
      const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pooled.pool ?? {};
      return {
        used: totalCount - idleCount,
        idle: idleCount,
        waiting: waitingCount,
        writesWaiting: this.connection.writesWaiting,
        publicationsWaiting: this.publications.waiting,
        slow: pooled.statements.slow,
        locked: pooled.statements.locked,
      };
    }
  };
}
