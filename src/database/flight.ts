import { sql, type RawBuilder } from 'kysely';
import { Flight } from './flight-query.js';
import type { Database } from './orm.js';

function flightOf(database: Database, queries: readonly RawBuilder<unknown>[], isAwaited: boolean) {
  const statements = queries.map((query) => {
    const { sql: text, parameters } = query.compile(database);
    return { text, values: [...parameters] };
  });
  return new Flight(statements, isAwaited);
}

/** What is asked of the database, and what its rows say. */
export interface Question<Said> {
  queries: readonly RawBuilder<unknown>[];
  said: (results: readonly never[][]) => Said;
  /** Asks it in one round trip. */
  ask: (database: Database) => Promise<Said>;
}

export function question<Row, Said>(
  query: RawBuilder<Row>,
  said: (rows: Row[]) => Said,
): Question<Said> {
  return {
    queries: [query],
    said: ([rows = []]) => said(rows),
    ask: async (database) => said((await query.execute(database)).rows),
  };
}

/** Asks nothing. */
export const NOTHING_ASKED: Question<null> = {
  queries: [],
  said: () => null,
  ask: async () => null,
};

function together<Said>({ queries, said }: Omit<Question<Said>, 'ask'>): Question<Said> {
  const ask = async (database: Database) => {
    const { rows } = await sql<never[]>`${flightOf(database, queries, true)}`.execute(database);
    return said(rows);
  };
  return { queries, said, ask };
}

/** Both in one round trip, the first one first. */
export function both<First, Second>(
  first: Question<First>,
  second: Question<Second>,
): Question<[First, Second]> {
  const count = first.queries.length;
  return together({
    queries: [...first.queries, ...second.queries],
    said: (results) => [first.said(results.slice(0, count)), second.said(results.slice(count))],
  });
}

/** All in one round trip, in their order. */
export function all<Said>(questions: readonly Question<Said>[]): Question<Said[]> {
  return together({
    queries: questions.flatMap(({ queries }) => queries),
    said: (results) => {
      let next = 0;
      return questions.map(({ queries, said }) =>
        said(results.slice(next, (next += queries.length))),
      );
    },
  });
}

/** The second one, once the first one is done. */
export function then<Said>(first: RawBuilder<unknown>, second: Question<Said>): Question<Said> {
  return together({
    queries: [first, ...second.queries],
    said: ([, ...results]) => second.said(results),
  });
}

/**
 * Does a statement whose answer nobody needs: in a transaction it travels with the next one, at the latest
 * with the commit, which then fails as the statement does.
 */
export async function doLater(database: Database, query: RawBuilder<unknown>): Promise<void> {
  await sql`${flightOf(database, [query], false)}`.execute(database);
}
