import { Client, DatabaseError } from 'pg';
import { sessionSettings } from '../session-settings.js';
import { databaseName, superuserName, type ServerLayout } from './layout.js';
import { passwordLost } from './password.js';

const answerTimeoutMilliseconds = 5000;
/** On a slow disk, copying the template takes its time. */
const creationTimeoutMilliseconds = 120_000;
const invalidPassword = '28P01';

/** The address of a database of the embedded server. */
export function urlOf(port: number, password: string, database: string = databaseName): string {
  return `postgresql://${superuserName}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Opens one connection, uses it and closes it. The server proves with SCRAM that it knows the
 * password, so no other program on the port can pass for it.
 */
export async function withConnection<Result>(
  url: string,
  use: (client: Client) => Promise<Result>,
  timeoutMilliseconds: number = answerTimeoutMilliseconds,
): Promise<Result> {
  const client = new Client({
    connectionString: url,
    // Stated, or pg would take them from the user's PGSSLMODE and PGOPTIONS.
    ssl: false,
    options: '',
    connectionTimeoutMillis: timeoutMilliseconds,
    query_timeout: timeoutMilliseconds,
  });
  // A connection that breaks is told by the query on it; without a listener it would end the hub.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sessionSettings());
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Creates the hub's database unless it is there.
 * @throws OperatorError EMBEDDED_POSTGRES_PASSWORD_LOST when the server knows another password.
 */
export async function ensureDatabase(
  port: number,
  password: string,
  layout: ServerLayout,
): Promise<void> {
  try {
    const create = async (client: Client) => {
      const sql = 'SELECT 1 FROM pg_database WHERE datname = $1';
      const found = await client.query(sql, [databaseName]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
    };
    await withConnection(urlOf(port, password, 'postgres'), create, creationTimeoutMilliseconds);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === invalidPassword) {
      throw passwordLost(layout.password);
    }
    throw error;
  }
}
