import pg from 'pg';
import { cloneDatabase } from './hub.js';

/** The demo, on a database whose sessions read and write values in other forms than usual. */
export async function strangeDatabase(): Promise<string> {
  const url = await cloneDatabase('demo');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  for (const setting of [
    `datestyle = 'SQL, DMY'`,
    `timezone = 'Asia/Ho_Chi_Minh'`,
    `intervalstyle = 'iso_8601'`,
    `standard_conforming_strings = off`,
    `backslash_quote = on`,
    `bytea_output = 'escape'`,
    `extra_float_digits = -10`,
    `array_nulls = off`,
    `transform_null_equals = on`,
    `client_encoding = 'SQL_ASCII'`,
    `default_transaction_isolation = 'serializable'`,
  ])
    await client.query(`alter database ${name} set ${setting}`);
  await client.end();
  return url;
}
