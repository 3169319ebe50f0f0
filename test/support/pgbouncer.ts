import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@jest/globals';
import { onDatabase } from './long-run/backends.js';
import { freePort } from './long-run/supervised-hub.js';

/** Where Debian puts it: `apt-get install pgbouncer`. */
const PGBOUNCER = '/usr/sbin/pgbouncer';
export const testWithPgBouncer = existsSync(PGBOUNCER) ? test : test.skip;

/** PgBouncer before a database. */
export interface PgBouncer {
  /** The address that was given, by this way. */
  url: string;
  /** Ends it, and gives what it logged. */
  end: () => Promise<string>;
}

/**
 * Starts PgBouncer by our example, with the addresses and folders of this test.
 * @param url the database, with the role and the password that it lets in.
 * @param size how many connections of the database it uses.
 */
export async function startPgBouncer(url: string, size: number): Promise<PgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-pgbouncer-'));
  const [database, way] = [new URL(url), new URL(url)];
  way.host = `127.0.0.1:${await freePort()}`;
  const name = database.pathname.slice(1);
  const file = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'userlist.txt');
  const example = await readFile('docs/examples/pgbouncer.ini', 'utf8');
  await writeFile(
    file,
    `${example
      .replaceAll('edu_dx_hub', name)
      .replace('host=127.0.0.1 port=5432', `host=${database.hostname} port=${database.port}`)
      .replace('listen_port = 6432', `listen_port = ${way.port}`)
      .replace('/etc/pgbouncer/userlist.txt', users)
      .replace(/default_pool_size = \d+/, `default_pool_size = ${size}`)}\nunix_socket_dir =\n`,
  );
  await writeFile(users, `"${database.username}" "${database.password}"\n`);
  // It does not run as root, and is another user then.
  await chmod(folder, 0o755);
  const user = process.getuid?.() === 0 ? ['-u', 'postgres'] : [];
  const pgbouncer = spawn(PGBOUNCER, [...user, file]);
  let log = '';
  pgbouncer.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const end = async () => {
    pgbouncer.kill();
    if (pgbouncer.exitCode === null && pgbouncer.signalCode === null) await once(pgbouncer, 'exit');
    await rm(folder, { recursive: true, force: true });
    return log;
  };
  for (let tries = 0; tries < 300; tries += 1) {
    const answers = onDatabase(way.toString(), (client) => client.query('select 1'));
    if (await answers.then(Boolean, () => false)) return { url: way.toString(), end };
    await pause(100);
  }
  throw new Error(`PgBouncer did not begin to answer: ${await end()}`);
}
