import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestError } from '../shared/errors.js';
import { SharedTime, type Stoppable, type Time } from './shared-time.js';
import { sqlStateOf, type DatabaseRefusalError } from './refusals.js';

/** How long a statement has for ending once it is cancelled, before it is cancelled again, in milliseconds. */
const CANCEL_EVERY = 100;

/** What is over once its time is up. */
export class TimeIsUp extends RequestError {
  constructor(milliseconds: number) {
    const seconds = milliseconds / 1000;
    super('REQUEST_TIMEOUT', {
      vi: `Yêu cầu chưa xong sau ${seconds} giây nên đã bị dừng; những gì chưa xong đã được hoàn tác. Hãy hỏi ít hơn, hoặc thử lại sau.`,
      en: `The request was not done after ${seconds} seconds and was stopped; whatever was not done has been undone. Ask for less, or try again later.`,
    });
  }
}

/** The code of a statement that was cancelled, such as by the time that it was given. */
const CANCELLED = '57014';

/** How long a cancelled statement has for ending, before its connection is ended, in milliseconds. */
const PATIENCE = 2000;

interface Statement {
  connection: Stoppable;
  cancelling?: Promise<void>;
}

/** The time of one piece of work, and the statements that run for it. */
class TimeLimit implements Time {
  /** Rejects when the time is up, unless something was committed. */
  readonly up: Promise<never>;
  #giveUp!: (reason: TimeIsUp) => void;
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #isUp = false;
  #isOver = false;
  #committed = false;
  readonly #statements = new Set<Statement>();
  /** Why no connection could be made, once that has taken time that the work does not have twice. */
  away: DatabaseRefusalError | null = null;

  constructor(readonly milliseconds: number) {
    this.up = new Promise((_resolve, reject) => (this.#giveUp = reject));
    this.start();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get hasCommitted(): boolean {
    return this.#committed;
  }

  get left(): number {
    return Math.max(1, Math.ceil(this.#since + this.milliseconds - performance.now()));
  }

  start(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.expire(), this.milliseconds).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The work is over: nothing ends it any more. */
  close(): void {
    this.#isOver = true;
    this.stop();
  }

  /** Runs a statement of the work. */
  async run<Result>(
    sql: string,
    connection: Stoppable,
    execute: () => Promise<Result>,
  ): Promise<Result> {
    // Kysely keeps the connection of a transaction that could not begin, and the end of one undoes it.
    if (/^(begin|start transaction|rollback)/.test(sql)) return execute();
    if (this.#isUp) throw new TimeIsUp(this.milliseconds);
    if (sql === 'commit') return this.#commit(execute);
    const statement: Statement = { connection };
    this.#statements.add(statement);
    try {
      return await execute();
    } catch (error) {
      throw this.#isUp ? new TimeIsUp(this.milliseconds) : error;
    } finally {
      this.#statements.delete(statement);
      // Whatever runs next on the connection must not be cancelled.
      if (statement.cancelling) await statement.cancelling;
    }
  }

  /** The time stands still, as only the database knows what comes of it, and begins anew. */
  async #commit<Result>(execute: () => Promise<Result>): Promise<Result> {
    this.stop();
    try {
      const result = await execute();
      this.#committed = true;
      return result;
    } catch (error) {
      if (sqlStateOf(error) !== CANCELLED) throw error;
      this.expire();
      throw new TimeIsUp(this.milliseconds);
    } finally {
      this.start();
    }
  }

  expire(): void {
    if (this.#isUp || this.#isOver) return;
    this.#isUp = true;
    for (const statement of this.#statements) statement.cancelling = this.#cancel(statement);
    if (!this.#committed) this.#giveUp(new TimeIsUp(this.milliseconds));
  }

  /**
   * Again and again: it may not have reached the database yet, or no connection may be free. Where the
   * database cannot be reached, neither the statement nor its end would ever be heard of.
   */
  async #cancel(statement: Statement): Promise<void> {
    const { connection } = statement;
    const reason = new TimeIsUp(this.milliseconds);
    const giveUp = setTimeout(() => connection.destroy(reason), PATIENCE);
    while (this.#statements.has(statement)) {
      await connection.cancel(PATIENCE);
      await pause(CANCEL_EVERY);
    }
    clearTimeout(giveUp);
  }
}

const running = new AsyncLocalStorage<Time>();

/**
 * Does work that has so many milliseconds. When they are up, the statement that runs for it is
 * cancelled in the database, every further one is refused, and a transaction that is not committed is
 * undone. A commit gives the time anew: what has been done is told.
 * @throws TimeIsUp, from the work itself where something was committed.
 */
export async function withinTime<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const limit = new TimeLimit(milliseconds);
  try {
    return await Promise.race([limit.up, running.run(limit, work)]);
  } finally {
    limit.close();
  }
}

/** The time of the work that calls this; null where it has no limit. */
export function ownTime(): Time | null {
  return running.getStore() ?? null;
}

/**
 * Does work for several, within the time of each. A commit gives all of them their time anew.
 * @throws TimeIsUp when it is up for one of them: everything is undone then, also for the others.
 */
export function withinTimesOf<Result>(
  times: readonly (Time | null)[],
  work: () => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = times.filter((each) => each !== null);
  return first ? running.run(new SharedTime([first, ...others]), work) : running.exit(work);
}

/** Ends the work that calls this, as if its time were up, when something happens before it is done. */
export function endWhen(happens: (end: () => void) => void): void {
  const limit = running.getStore();
  if (limit) happens(() => limit.expire());
}

/** Whether the work that calls this has no time left; whatever it throws is due to that. */
export function timeIsUp(): TimeIsUp | null {
  const limit = running.getStore();
  return limit?.isUp ? new TimeIsUp(limit.milliseconds) : null;
}

/** How many milliseconds the work that calls this has left; null where it has no limit. */
export function timeLeft(): number | null {
  return running.getStore()?.left ?? null;
}

/** Whether the work that calls this has committed something, which is not undone with the rest. */
export function hasCommitted(): boolean {
  return running.getStore()?.hasCommitted ?? false;
}

/** What the work that calls this has waited for in vain, so that it does not wait again. */
export function knownAway(): DatabaseRefusalError | null {
  return running.getStore()?.away ?? null;
}

export function noteAway(refusal: DatabaseRefusalError): void {
  const limit = running.getStore();
  if (limit) limit.away = refusal;
}

/** Runs a statement on a connection, obeying the time of the work that it runs for. */
export function withinItsTime<Result>(
  sql: string,
  connection: Stoppable,
  execute: () => Promise<Result>,
): Promise<Result> {
  const limit = running.getStore();
  return limit ? limit.run(sql, connection, execute) : execute();
}
