import type { DatabaseConnection, Driver, TransactionSettings } from 'kysely';
import { messageOf } from '../shared/errors.js';
import { failedEarly } from './flight-query.js';
import { busy, outcomeUnknown, readably, refusalIn, sqlStateOf } from './refusals.js';
import { knownAway, noteAway, TimeIsUp } from './time-limit.js';

/** How the pool of `pg` says that nobody has let go of a connection in time. */
const NONE_FREE = 'timeout exceeded when trying to connect';

/** Whoever has waited so long for a connection in vain does not try again, in milliseconds. */
const LONG = 1000;

/**
 * Kysely's driver, but a transaction gives its connection back however it ends. Kysely keeps the
 * connection of a controlled transaction, which is what MikroORM uses for every transaction, when
 * beginning or rolling back fails: github.com/kysely-org/kysely/issues/1990, open in 0.29.6. With a
 * version that mends it, this gives back once all the same.
 *
 * It keeps a connection as well that is being made when the driver is destroyed, for which the pool would
 * then wait for ever; so the end waits for what is being made.
 */
export class EndingTransactions implements Driver {
  readonly #taken = new WeakSet<DatabaseConnection>();
  readonly #acquiring = new Set<Promise<DatabaseConnection>>();

  constructor(private readonly driver: Required<Driver>) {}

  init(): Promise<void> {
    return this.driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const away = knownAway();
    if (away) throw away;
    const began = performance.now();
    try {
      const connection = await this.#acquire();
      this.#taken.add(connection);
      return connection;
    } catch (error) {
      const readable = messageOf(error) === NONE_FREE ? busy(error) : readably(error);
      const refusal = refusalIn(readable);
      if (refusal && performance.now() - began > LONG) noteAway(refusal);
      throw readable;
    }
  }

  async #acquire(): Promise<DatabaseConnection> {
    const acquiring = this.driver.acquireConnection();
    this.#acquiring.add(acquiring);
    try {
      return await acquiring;
    } finally {
      this.#acquiring.delete(acquiring);
    }
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    try {
      await this.driver.beginTransaction(connection, settings);
    } catch (error) {
      await this.releaseConnection(connection);
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.driver.commitTransaction(connection);
    } catch (error) {
      throw wasRefused(error) ? error : outcomeUnknown(refusalIn(error)?.cause ?? error);
    }
  }

  /** Where it cannot be asked for, the connection has been ended, and with it what it began is undone. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.driver.rollbackTransaction(connection).catch(() => undefined);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (this.#taken.delete(connection)) await this.driver.releaseConnection(connection);
  }

  savepoint(...[connection, name, compile]: Parameters<Required<Driver>['savepoint']>) {
    return this.driver.savepoint(connection, name, compile);
  }

  rollbackToSavepoint(
    ...[connection, name, compile]: Parameters<Required<Driver>['rollbackToSavepoint']>
  ) {
    return this.driver.rollbackToSavepoint(connection, name, compile);
  }

  releaseSavepoint(
    ...[connection, name, compile]: Parameters<Required<Driver>['releaseSavepoint']>
  ) {
    return this.driver.releaseSavepoint(connection, name, compile);
  }

  async destroy(): Promise<void> {
    await Promise.allSettled(this.#acquiring);
    await this.driver.destroy();
  }
}

/** Whether it is certain that nothing was committed: the database said so, or was not asked. */
function wasRefused(error: unknown): boolean {
  if (error instanceof TimeIsUp) return true;
  const refusal = refusalIn(error);
  if (refusal) return refusal.code === 'BUSY' || failedEarly(refusal.cause);
  return sqlStateOf(error) !== null;
}
