import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Connects beside the hub, uses the connection and closes it. */
export async function onDatabase<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is told by the query on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until no `pg_sleep(600)` runs in the database any more. */
export async function untilNoneSleeps(client: pg.Client): Promise<void> {
  for (let sleeping = 1; sleeping > 0;) {
    const { rows } = await client.query(
      `select count(*)::int as sleeping from pg_stat_activity
       where datname = current_database() and state = 'active' and query like '%pg_sleep(600)'`,
    );
    sleeping = rows[0].sleeping;
  }
}

const OF_THE_HUB = `datname = current_database() and pid <> pg_backend_pid()
  and backend_type = 'client backend'`;

/** A statement alone begins with its transaction. */
const INSIDE_A_TRANSACTION = `(state like 'idle in transaction%' or xact_start < query_start)`;

/** Ends one connection of the hub to its database, whatever it does. @returns how many were ended. */
export async function endOneBackend(url: string): Promise<number> {
  return onDatabase(url, async (client) => {
    const ended = await client.query(
      `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
       where ${OF_THE_HUB} order by random() limit 1) as chosen`,
    );
    return ended.rowCount ?? 0;
  });
}

/**
 * Ends connections inside transactions until so many were, or time is up.
 * @returns how many were ended.
 */
export async function endTransactions(
  url: string,
  count: number,
  milliseconds: number,
): Promise<number> {
  return onDatabase(url, async (client) => {
    const deadline = Date.now() + milliseconds;
    let ended = 0;
    while (ended < count && Date.now() < deadline) {
      const found = await client.query(
        `select pg_terminate_backend(pid) from (select pid from pg_stat_activity
         where ${OF_THE_HUB} and ${INSIDE_A_TRANSACTION} limit 1) as chosen`,
      );
      ended += found.rowCount ?? 0;
      await pause(2);
    }
    return ended;
  });
}
