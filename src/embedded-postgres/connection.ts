import { Client, DatabaseError, escapeLiteral } from 'pg';
import { sessionSettings } from '../shared/session-settings.js';
import { databaseName, serviceName, superuserName, type ServerLayout } from './layout.js';
import { passwordLost, servicePassword } from './password.js';

const answerTimeoutMilliseconds = 5000;
/** On a slow disk, copying the template takes its time. */
const creationTimeoutMilliseconds = 120_000;
const invalidPassword = '28P01';

/** The address of a database of the embedded server. */
export function urlOf(port: number, password: string, database: string = databaseName): string {
  return `postgresql://${superuserName}:${password}@127.0.0.1:${port}/${database}`;
}

/** The addresses of the hub's database for its two roles: the owner, and the one that serves. */
export function addressesOf(port: number, password: string): { url: string; serviceUrl: string } {
  const place = `127.0.0.1:${port}/${databaseName}`;
  return {
    url: urlOf(port, password),
    serviceUrl: `postgresql://${serviceName}:${servicePassword(password)}@${place}`,
  };
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
 * Creates the hub's database and the role that serves unless they are there.
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
      await ensureServiceRole(client, servicePassword(password));
    };
    await withConnection(urlOf(port, password, 'postgres'), create, creationTimeoutMilliseconds);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === invalidPassword) {
      throw passwordLost(layout.password);
    }
    throw error;
  }
}

/** What it may do with the tables is granted when they are brought up to date. */
async function ensureServiceRole(client: Client, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [serviceName]);
  await client.query(
    `${found.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${serviceName} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${escapeLiteral(password)}`,
  );
  // Its own figures of the server, such as how many are connected, hold no row of a table.
  await client.query(`GRANT pg_read_all_stats TO ${serviceName}`);
}
