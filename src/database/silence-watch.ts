import { setTimeout as pause } from 'node:timers/promises';
import { firstOf } from '../shared/required.js';
import { NoAnswerError } from './aside.js';
import type { DatabaseLimits } from './limits.js';

/** Why a connection was ended whose other side is gone without a word. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

/** An answer that is on its way has so long to come, in milliseconds. */
const ON_ITS_WAY = 200;

/** A connection with a statement that has no answer yet. */
export interface Listening {
  /** The process of the database that works on it; null where it is not known. */
  readonly backend: number | null;
  /** Any number; another one whenever something came, or went. */
  readonly traffic: number;
  /** Asks the database on another connection. */
  ask<Row extends object>(text: string, values: unknown[], milliseconds: number): Promise<Row[]>;
  destroy(reason: Error): void;
}

interface Wait {
  connection: Listening;
  since: number;
  traffic: number;
}

/**
 * Notices connections whose other side is gone without a word: where packets vanish, a statement would
 * be waited for until the system gives up, a quarter of an hour later. A statement may well take long,
 * so the database is asked on another connection whether it works on it. The connection is ended if it
 * does not, or if it cannot be asked either.
 */
export class SilenceWatch {
  readonly #waits = new Set<Wait>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly limits: DatabaseLimits) {}

  /**
   * From now on a statement waits for its answer.
   * @returns says that it has it.
   */
  listen(connection: Listening): () => void {
    const wait = { connection, since: performance.now(), traffic: connection.traffic };
    this.#waits.add(wait);
    if (!this.#timer) this.#lookIn(this.limits.silence);
    return () => this.#waits.delete(wait);
  }

  #lookIn(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      void this.#look().finally(() => {
        this.#timer = null;
        if (this.#waits.size > 0) this.#lookIn(Math.max(this.#nextLook(), ON_ITS_WAY));
      });
    }, milliseconds).unref();
  }

  /** In how many milliseconds one that waits now has waited for long. */
  #nextLook(): number {
    const first = Math.min(...[...this.#waits].map(({ since }) => since));
    return first + this.limits.silence - performance.now();
  }

  async #look(): Promise<void> {
    const silent = this.#silent();
    if (silent.length === 0) return;
    const worked = await this.#workedOn(silent);
    if (worked === null) return waitAnew(silent);
    await pause(ON_ITS_WAY);
    for (const wait of silent) {
      if (!this.#waits.has(wait) || !isSilent(wait)) continue;
      const { backend } = wait.connection;
      if (worked !== 'no answer' && (backend === null || worked.has(backend))) waitAnew([wait]);
      else wait.connection.destroy(new SilenceError('the database does not answer'));
    }
  }

  #silent(): Wait[] {
    const before = performance.now() - this.limits.silence;
    const long = [...this.#waits].filter(({ since }) => since <= before);
    const [silent, heard] = [long.filter(isSilent), long.filter((wait) => !isSilent(wait))];
    waitAnew(heard);
    return silent;
  }

  /** The processes that work on something; null where the database has an answer, though not to that. */
  async #workedOn(waits: readonly Wait[]): Promise<Set<number> | 'no answer' | null> {
    const backends = waits
      .map(({ connection }) => connection.backend)
      .filter((pid) => pid !== null);
    try {
      const rows = await firstOf(waits).connection.ask<{ pid: number }>(
        // It has done its work when it waits for somebody to take the answer.
        `select pid from pg_stat_activity where pid = any($1) and state not like 'idle%'
          and wait_event is distinct from 'ClientWrite'`,
        [backends],
        this.limits.connect,
      );
      return new Set(rows.map(({ pid }) => pid));
    } catch (error) {
      return error instanceof NoAnswerError ? 'no answer' : null;
    }
  }
}

function isSilent({ connection, traffic }: Wait): boolean {
  return connection.traffic === traffic;
}

function waitAnew(waits: readonly Wait[]): void {
  for (const wait of waits) {
    wait.since = performance.now();
    wait.traffic = wait.connection.traffic;
  }
}
