import pg from 'pg';
import type { Logger } from 'pino';
import { HostClient, Hosts } from '../../database/host-client.js';

/** After this many milliseconds, a count is made in memory instead of the database. */
const PATIENCE = 1000;

/**
 * How long the database is not tried after a failure, in milliseconds, so that few requests wait
 * for it.
 */
const PAUSE = 2000;

/** Distinguishes the connections of the store from the hub's others. */
const APPLICATION_NAME = 'edu-dx-hub rate limits';

/**
 * The database in which several hubs count together. It has its own connections, so that requests
 * are counted even when all others are busy. While it is unavailable, every statement is refused at
 * once, and the limiters count in memory.
 */
export class LimiterStore {
  readonly #pool: pg.Pool;
  readonly #logger: Pick<Logger, 'warn'>;
  #away = false;
  #nextTry = 0;

  constructor(connectionString: string, logger: Pick<Logger, 'warn'>) {
    this.#logger = logger;
    const hosts = new Hosts(connectionString);
    this.#pool = new pg.Pool({
      // The pool makes one whenever it needs another connection.
      Client: class extends HostClient {
        constructor(config?: pg.ClientConfig) {
          super(hosts, config);
        }
      },
      max: 4,
      application_name: APPLICATION_NAME,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    // An idle connection that is lost reports to the pool; without a listener, the error would end
    // the process.
    this.#pool.on('error', (error) => this.#failed(error));
  }

  /** Sends a statement; the limiters call it. */
  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.#away) {
      if (Date.now() < this.#nextTry) throw new Error('the database is away');
      // One statement tries; the others do not wait for its result.
      this.#nextTry = Date.now() + PAUSE;
    }
    try {
      // Without its name: a pooler in between may keep no prepared statements.
      const result = await this.#pool.query({ ...statement, name: undefined });
      this.#succeeded();
      return result;
    } catch (error) {
      this.#failed(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #failed(error: unknown): void {
    this.#nextTry = Date.now() + PAUSE;
    if (this.#away || this.#pool.ending) return;
    this.#away = true;
    this.#logger.warn(
      { err: error },
      'the database cannot count what is limited; this hub counts in memory until it can',
    );
  }

  #succeeded(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#logger.warn('what is limited is counted in the database again');
  }
}
