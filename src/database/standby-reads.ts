import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { OperatorError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import { Flight, type Statement } from './flight-query.js';
import { both, question } from './flight.js';
import { HUB_LIMITS } from './limits.js';
import { connectOrm, databaseOf, type Database, type Orm, type OrmOptions } from './orm.js';
import { PUBLICATION, type PublicationState } from './publish.js';
import { reasonOf, refusalIn } from './refusals.js';
import { timeLeft, withinTime } from './time-limit.js';

/** The primary can be asked instead, so nobody waits long for a standby, in milliseconds. */
const PATIENCE = { connect: 1000, wait: 250, silence: 1000 };
/** Of the time that is left, the other half is for the primary; where there is no limit, in milliseconds. */
const TIME = 10_000;
/** For how long a standby that failed is asked by one at a time, and one that is behind by nobody, in milliseconds. */
const AWAY = 1000;
const BEHIND = 20;
/** A connection to a standby that has been promoted meanwhile leads to none, in seconds. */
const LIFETIME = 60;

/**
 * What became of a read that may be answered by a standby: it was, or the standby had not got far enough, had
 * something that the primary had not told of yet, or did not answer.
 */
type Outcome = 'standby' | 'behind' | 'ahead' | 'away';

/** How far the primary was: in which history, up to where, and with which state of published data. */
interface Least {
  history: string;
  position: string;
  revision: number;
}

/** Of one cluster, one database and one timeline: after a failover, positions of another one say nothing. */
const history = (timeline: string) =>
  `(select system_identifier from pg_control_system()) || ' ' || current_database() || ' ' || ${timeline}`;

/** At or behind the end of every commit that anybody was told of. */
const POSITION = question(
  sql<Omit<Least, 'revision'>>`
    select ${sql.raw(history('left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)'))} as history,
      pg_current_wal_insert_lsn()::text as position`,
  firstOf,
);

/** Asked before: what begins afterwards sees all of it. The timeline is told late, never early. */
const HAS_REACHED = `
  select coalesce(pg_last_wal_replay_lsn() >= $2::pg_lsn, false) and $1 = ${history(
    `(select lpad(upper(to_hex(min_recovery_end_timeline)), 8, '0') from pg_control_recovery())`,
  )} as "is"`;

/** Asked afterwards: what was read before has nothing that is published later. */
const IS_STILL = 'select revision = $1::int as "is" from publication where id = 1';

/**
 * Reads on a standby where that gives the answer of the primary, and on the primary everywhere else: see “A
 * standby answers what it has” in docs/decisions.md. A standby that fails costs time, and no answer.
 */
export class StandbyReads {
  readonly counts: Record<Outcome, number> = { standby: 0, behind: 0, ahead: 0, away: 0 };
  #asked = 0;
  #told = 0;
  #least: Least | null = null;
  #last: Outcome = 'away';
  #restsUntil = 0;

  private constructor(private readonly orm: Orm) {}

  /**
   * Nothing is connected until the first read, so the standby may be away.
   * @throws OperatorError CONFIG_INVALID when the primary cannot say how far it is.
   */
  static async open(
    url: string,
    primary: Orm,
    { limits: given, tellStatement }: Pick<OrmOptions, 'limits' | 'tellStatement'>,
  ): Promise<StandbyReads> {
    const limits = { ...HUB_LIMITS, ...given };
    const { connect, wait, silence } = PATIENCE;
    const patient = {
      connect: Math.min(limits.connect, connect),
      wait: Math.min(limits.wait, wait),
      silence: Math.min(limits.silence, silence),
    };
    try {
      await POSITION.ask(databaseOf(primary.em.fork()));
    } catch (error) {
      if (refusalIn(error)) throw error;
      throw new OperatorError(
        'CONFIG_INVALID',
        `HUB_READ_DATABASE_URL cannot be used: the database of DATABASE_URL does not say how far it is (${reasonOf(error)}). Leave it empty.`,
        { cause: error },
      );
    }
    const orm = await connectOrm(url, [], {
      limits: { ...limits, ...patient },
      standby: { lifetime: LIFETIME },
      tellStatement,
    });
    return new StandbyReads(orm);
  }

  /** The state of published data, with which the primary says how far a standby has to be from now on. */
  async publication(primary: Database): Promise<PublicationState> {
    const turn = (this.#asked += 1);
    const [state, position] = await both(PUBLICATION, POSITION).ask(primary);
    // Answers may overtake each other; the one that was asked for last holds for all.
    if (turn > this.#told) {
      this.#told = turn;
      this.#least = { ...position, revision: state.revision };
    }
    return state;
  }

  /**
   * The database for one request that only reads.
   * @param known resolves once {@link publication} was asked after the request came.
   */
  database(primary: Database, known: () => Promise<unknown>): Database {
    const read = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const isKnown = await known().then(
        () => true,
        () => false,
      );
      return (isKnown ? await this.#ask<Row>(query) : null) ?? primary.executeQuery<Row>(query);
    };
    return new Kysely({ dialect: readingBy(read) });
  }

  close(): Promise<void> {
    return this.orm.close(true);
  }

  /** The answer of the standby; null when the primary has to give it. */
  async #ask<Row>(query: CompiledQuery): Promise<QueryResult<Row> | null> {
    const now = performance.now();
    if (!this.#least || now < this.#restsUntil) {
      this.counts[this.#last] += 1;
      return null;
    }
    // Meanwhile the others do not wait for it as well.
    if (this.#last === 'away') this.#restsUntil = now + AWAY;
    const { outcome, answer } = await this.#tryOn<Row>(query, this.#least);
    this.counts[outcome] += 1;
    this.#last = outcome;
    const rest = { standby: 0, behind: BEHIND, ahead: 0, away: AWAY }[outcome];
    this.#restsUntil = performance.now() + rest;
    return answer;
  }

  /** In one round trip, as the statement would be without the questions around it. */
  async #tryOn<Row>(
    query: CompiledQuery,
    { history: told, position, revision }: Least,
  ): Promise<{ outcome: Outcome; answer: QueryResult<Row> | null }> {
    const [first] = query.parameters;
    const own: readonly Statement[] =
      first instanceof Flight
        ? first.statements
        : [{ text: query.sql, values: [...query.parameters] }];
    const flight = new Flight(
      [
        { text: HAS_REACHED, values: [told, position] },
        ...own,
        { text: IS_STILL, values: [revision] },
      ],
      true,
    );
    const time = Math.ceil((timeLeft() ?? TIME) / 2);
    try {
      const { rows } = await withinTime(time, () =>
        sql<never>`${flight}`.execute(databaseOf(this.orm.em)),
      );
      if (!says(rows[0])) return { outcome: 'behind', answer: null };
      if (!says(rows.at(-1))) return { outcome: 'ahead', answer: null };
      const between = rows.slice(1, -1);
      return {
        outcome: 'standby',
        answer: { rows: first instanceof Flight ? between : (between[0] ?? []) },
      };
    } catch {
      // Whatever it was: the primary says what is wrong with the statement, if that is.
      return { outcome: 'away', answer: null };
    }
  }
}

const says = (rows: readonly { is: boolean }[] | undefined) => rows?.[0]?.is === true;

type Read = <Row>(query: CompiledQuery) => Promise<QueryResult<Row>>;

/** What Kysely needs for statements that somebody else sends. */
function readingBy(read: Read): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: read,
    streamQuery: onlyReads,
  };
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: onlyReads,
    commitTransaction: onlyReads,
    rollbackTransaction: onlyReads,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (database) => new PostgresIntrospector(database),
  };
}

function onlyReads(): never {
  throw new Error('A request that only reads has no transaction and no stream of rows.');
}
