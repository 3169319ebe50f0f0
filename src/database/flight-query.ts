import pg from 'pg';

declare module 'pg' {
  // What a client of pg 8.23 reads and calls of the query that it runs; its types leave it out.
  interface Query {
    name: string | undefined;
    text: string;
    handleCommandComplete(message: unknown, connection: pg.Connection): void;
    handleError(error: Error, connection: pg.Connection): void;
    _getRows(connection: pg.Connection): void;
  }
  interface QueryConfig {
    queryMode?: 'extended';
  }
  interface Connection {
    submittedNamedStatements: Record<string, string>;
  }
}

/** An SQL text with its values. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** The name is that under which it is prepared; undefined for none. */
interface NamedStatement extends Statement {
  name: string | undefined;
}

/**
 * Statements that travel to the database together, in one round trip: where one fails, those after it are
 * not done. It goes to the connection as the only value of a statement, as that is what Kysely hands over.
 */
export class Flight {
  /** @param isAwaited false for what may wait for the next round trip of its transaction. */
  constructor(
    readonly statements: readonly Statement[],
    readonly isAwaited: boolean,
  ) {}
}

/** A statement that is sent without a point of synchronisation of its own. */
class Part extends pg.Query {
  override _getRows(connection: pg.Connection): void {
    connection.execute({ portal: '' }, true);
  }
}

/** Errors by which the database told that it would not come to the last statement of a flight. */
const early = new WeakSet<object>();

/** Whether it is certain that the last statement of a flight, such as a commit, was not begun. */
export function failedEarly(error: unknown): boolean {
  return typeof error === 'object' && error !== null && early.has(error);
}

/**
 * Statements that a connection sends at once and for whose answers it waits once: PostgreSQL leaves out
 * those after one that fails, up to the one point of synchronisation at their end.
 */
export class FlightQuery extends pg.Query {
  /** In the order of the statements. */
  readonly results: Promise<pg.QueryResult[]>;
  #answered = 0;

  constructor(private readonly statements: readonly NamedStatement[]) {
    const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult[]>();
    super({ text: '', queryMode: 'extended' }, (error, results) => {
      if (error) reject(error);
      else resolve([results].flat());
    });
    this.results = promise;
    this.#speakOfCurrent();
  }

  override submit = (connection: pg.Connection): void => {
    connection.stream.cork();
    try {
      for (const statement of this.statements)
        new Part({ ...statement, queryMode: 'extended' }).submit(connection);
      connection.sync();
      connection.stream.uncork();
    } catch (error) {
      // A value that cannot be written: half of the flight must not arrive.
      connection.stream.destroy();
      throw error;
    }
  };

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    super.handleCommandComplete(message, connection);
    this.#answered += 1;
    this.#speakOfCurrent();
  }

  /** What was left out was not prepared either. */
  override handleError(error: Error, connection: pg.Connection): void {
    if (error instanceof pg.DatabaseError && this.#answered < this.statements.length - 1)
      early.add(error);
    for (const { name } of this.statements.slice(this.#answered))
      if (name !== undefined) delete connection.submittedNamedStatements[name];
    super.handleError(error, connection);
  }

  /** The client keeps what has been prepared by the name and the text of the query. */
  #speakOfCurrent(): void {
    const current = this.statements[this.#answered];
    this.name = current?.name;
    if (current) this.text = current.text;
  }
}
