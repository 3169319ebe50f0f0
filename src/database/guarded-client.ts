import type pg from 'pg';
import { errorFrom, propertyOf } from '../shared/errors.js';
import { firstOf, lastOf } from '../shared/required.js';
import { askAside } from './aside.js';
import { Asker, TELLS } from './asker.js';
import { requestCancel } from './cancel-request.js';
import type { DatabaseLimits } from './limits.js';
import { Flight, type Statement } from './flight-query.js';
import type { Hosts } from './host-client.js';
import { PreparingClient } from './preparing-client.js';
import { READ_ONLY, readably, sqlStateOf, unavailable } from './refusals.js';
import { LOCK_NOT_AVAILABLE, type StatementWatch } from './statement-watch.js';
import { SilenceError, SilenceWatch, type Listening } from './silence-watch.js';
import { noteAway, timeLeft, withinItsTime } from './time-limit.js';

/** How long the other side has for closing the connection as well, in milliseconds. */
const GOODBYE = 1000;

/** After how long without a word it is asked whether the other side is still there, in milliseconds. */
const KEEP_ALIVE = 10_000;

/** A statement that begins a transaction. */
const BEGINS = /^(begin|start transaction)\b/;

/** The answer to what is left for the next statement. */
const NOTHING = { command: '', rowCount: null, rows: [] };

/**
 * A connection of the pool that notices when the other side is gone: whatever waits on it then fails,
 * and the pool makes another one. Its statements obey the time of the work that they run for.
 */
abstract class GuardedClient extends PreparingClient implements Listening {
  protected abstract readonly watch: SilenceWatch;
  protected abstract readonly statements: StatementWatch;
  readonly #server: pg.ClientConfig;
  readonly #gone = new AbortController();
  /** What was left for the next statement of the transaction; null outside of one. */
  #left: Statement[] | null = null;
  readonly #asker = new Asker();

  constructor(hosts: Hosts, config: pg.ClientConfig, limits: DatabaseLimits) {
    const server = {
      ...config,
      // Spreading leaves it out.
      password: config.password,
      // The pool's own says how long one waits for a free connection.
      connectionTimeoutMillis: limits.connect,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE,
    };
    super(hosts, { lock_timeout: String(limits.wait) }, server);
    this.#server = server;
  }

  get traffic(): number {
    const { bytesRead = 0 } = this.connection.stream as { bytesRead?: number };
    return bytesRead - this.connection.stream.writableLength;
  }

  ask<Row extends pg.QueryResultRow>(text: string, values: unknown[], milliseconds: number) {
    const server = { ...this.#server, password: this.#server.password };
    // Of another host it would be told of another process.
    const reached = { ...server, connectionString: this.address };
    return askAside<Row>(reached, { text, values }, milliseconds);
  }

  /** Cancels the statement that runs, as far as the database can be told so; never fails. */
  async cancel(milliseconds: number): Promise<void> {
    const { signal } = this.#gone;
    if (signal.aborted) return;
    // A connection that is gone has no other statement that it could hit.
    let hear = () => {};
    const gone = new Promise<void>((resolve) => (hear = resolve));
    signal.addEventListener('abort', hear);
    const asked =
      this.backend === null
        ? requestCancel(this, milliseconds)
        : this.ask('select pg_cancel_backend($1)', [this.backend], milliseconds);
    await Promise.race([asked, gone]).catch(() => undefined);
    signal.removeEventListener('abort', hear);
  }

  /** Ends the connection at once: what waits on it fails with the reason, what was begun is undone. */
  destroy(reason: Error): void {
    this.#gone.abort();
    this.connection.stream.destroy(reason);
    // From now on the pool gives it to nobody.
    void this.end();
  }

  // A goodbye may never be answered.
  override end = ((told?: () => void) => {
    const timer = setTimeout(() => this.connection.stream.destroy(), GOODBYE).unref();
    this.connection.once('end', () => clearTimeout(timer));
    return told ? super.end(told) : super.end();
  }) as pg.Client['end'];

  override query = ((...args: unknown[]) => {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0)
      return this.send(...args);
    return this.#ask(text, values);
  }) as pg.Client['query'];

  /** Does a statement together with what was left for it, or leaves it for the next one if nobody needs its answer. */
  async #ask(text: string, values: unknown[]): Promise<unknown> {
    const flight = values[0] instanceof Flight ? values[0] : null;
    const own = flight?.statements ?? [{ text, values }];
    if (BEGINS.test(text)) {
      this.#left = this.beginning(text);
      this.#asker.begin();
      return NOTHING;
    }
    const asks = this.#asker.before(own, this.#left !== null);
    if (this.#left && flight?.isAwaited === false) {
      this.#left.push(...asks, ...own);
      return NOTHING;
    }
    if (text.startsWith('rollback') && this.#forget() === 'never begun') return NOTHING;
    const answer = await withinItsTime(text, this, () => this.#send(own, asks, flight !== null));
    if (text === 'commit' || text === 'rollback') this.#left = null;
    return answer;
  }

  /** What was left is undone without being done. */
  #forget(): 'never begun' | 'begun' {
    const [first] = this.#left ?? [];
    const isBegun = !first || !BEGINS.test(first.text);
    this.#left = isBegun && this.#left ? [] : null;
    this.#asker.goBack();
    return isBegun ? 'begun' : 'never begun';
  }

  async #send(
    own: readonly Statement[],
    asks: readonly Statement[],
    isFlight: boolean,
  ): Promise<unknown> {
    const { text, values } = firstOf(own);
    const waiting = [...(this.#left ?? this.told), ...asks];
    const left = text === 'commit' ? withinTimeLeft(waiting) : waiting;
    if (this.#left) this.#left = [];
    // Several statements in one text travel by themselves.
    const isApart = text.includes(';');
    if (left.length > 0 && isApart) await this.#sendTogether(left);
    if (!isFlight && (left.length === 0 || isApart))
      return this.#run(
        () => text,
        () => this.send(text, values),
      );
    const results = await this.#sendTogether([...left, ...own]);
    const answers = results.slice(-own.length);
    return isFlight
      ? { ...NOTHING, rows: answers.map(({ rows }): unknown[] => rows) }
      : lastOf(answers);
  }

  #sendTogether(statements: readonly Statement[]): Promise<pg.QueryResult[]> {
    const query = this.flight(statements);
    const unsaid = [TELLS, ...this.told.map(({ text }) => text)];
    const texts = statements.map(({ text }) => text).filter((text) => !unsaid.includes(text));
    const textOf = (isLocked: boolean) => (isLocked ? query.text : texts.join('; '));
    return this.#run(textOf, () => {
      this.send(query);
      return query.results;
    });
  }

  /** @param textOf what is told of it when it took long, or waited for a lock in vain. */
  async #run<Result>(
    textOf: (isLocked: boolean) => string,
    send: () => Result,
  ): Promise<Awaited<Result>> {
    const answered = this.watch.listen(this);
    const since = performance.now();
    let state: string | null = null;
    try {
      return await send();
    } catch (error) {
      state = sqlStateOf(error) ?? 'unknown';
      const isUnclear = endsTransaction(textOf(false)) && sqlStateOf(error) === null;
      if (isUnclear || endsConnection(error)) this.destroy(errorFrom(error));
      if (error instanceof SilenceError) noteAway(unavailable(error));
      // What is neither of the database nor of the connection is a bug.
      throw sqlStateOf(error) !== null || this.#isLost(error) ? readably(error) : error;
    } finally {
      answered();
      this.statements.ended(textOf(state === LOCK_NOT_AVAILABLE), since, state);
    }
  }

  /** `pg` takes no statement any more once a connection has failed, also before its socket is closed. */
  #isLost(error: unknown): boolean {
    return (
      this.connection.stream.destroyed ||
      (error instanceof Error && error.message.endsWith(' is not queryable'))
    );
  }
}

/**
 * What travels with a commit obeys the time of its work as well. Only the database can stop it there: whoever
 * cancels from outside cannot know whether the commit has begun.
 */
function withinTimeLeft(left: readonly Statement[]): readonly Statement[] {
  const time = timeLeft();
  if (left.length === 0 || time === null) return left;
  // The level of a transaction is said before anything else.
  const begins = BEGINS.test(firstOf(left).text) ? 1 : 0;
  return [...left.toSpliced(begins, 0, statementTimeout(time)), statementTimeout(0)];
}

function statementTimeout(milliseconds: number): Statement {
  const text = `select set_config('statement_timeout', $1, true)`;
  return { text, values: [String(milliseconds)] };
}

/** Whether nobody knows how it is with the connection when the statement fails. */
function endsTransaction(text: string): boolean {
  return BEGINS.test(text) || /(^|; )(commit|rollback)\b/.test(text);
}

/**
 * Whether the database closes the connection with this error, or takes no changes any more; nobody is to get it
 * then.
 */
function endsConnection(error: unknown): boolean {
  const severity = propertyOf(error, 'severity');
  return severity === 'FATAL' || severity === 'PANIC' || sqlStateOf(error) === READ_ONLY;
}

/** The connections of one pool. */
export function guardedClient(
  hosts: Hosts,
  limits: DatabaseLimits,
  statements: StatementWatch,
  throughPooler: boolean,
) {
  const watch = new SilenceWatch(limits);
  return class extends GuardedClient {
    protected readonly watch = watch;
    protected readonly statements = statements;
    protected override readonly throughPooler = throughPooler;

    constructor(config: pg.ClientConfig = {}) {
      super(hosts, config, limits);
    }
  };
}
