import { randomBytes } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { verifyCounts } from '../counts/rebuild.service.js';
import { Hosts } from '../database/host-client.js';
import { COMMAND_LIMITS } from '../database/limits.js';
import { connectOrm, type Entities } from '../database/orm.js';
import { PreparingClient } from '../database/preparing-client.js';
import { sqlStateOf } from '../database/refusals.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { restoreDatabase, type CheckedBackup } from './restore.service.js';

/** Databases with this name are left by a try that was killed. */
const PREFIX = 'hub_restore_try_';

/**
 * Restores a backup into a database of its own on the server, counts everything again there, and removes
 * it.
 * @param url of any database of the server; the user may create others.
 * @throws OperatorError BACKUP_CANNOT_BE_TRIED, BACKUP_DIFFERS
 */
export async function tryRestore(
  backup: CheckedBackup,
  { url, entities, tell }: { url: string; entities: Entities; tell: (line: string) => void },
): Promise<void> {
  const client = new PreparingClient(new Hosts(url));
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  try {
    await client.connect();
    await removeAbandoned(client);
    await client.query(`create database ${name} template template0`);
  } catch (error) {
    await client.end();
    throw new OperatorError(
      'BACKUP_CANNOT_BE_TRIED',
      `No database could be made for trying the restore: ${messageOf(error)}. The backup itself is whole as it was written; give the user of DATABASE_URL the right CREATEDB, or restore it elsewhere.`,
      { cause: error },
    );
  }
  const place = new URL(client.address);
  place.pathname = `/${name}`;
  try {
    await restoreAndCount(backup, { url: place.toString(), entities, tell });
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}

async function restoreAndCount(
  backup: CheckedBackup,
  target: { url: string; entities: Entities; tell: (line: string) => void },
): Promise<void> {
  const orm = await connectOrm(target.url, target.entities, { limits: COMMAND_LIMITS });
  try {
    await restoreDatabase(backup, { orm, ...target }, null);
    const differences = await verifyCounts(orm.em.fork());
    if (differences.length > 0)
      throw new OperatorError(
        'BACKUP_DIFFERS',
        `In the restored copy ${differences.length} count(s) differ from the updates. The backup is as the database was: run “hub rollup verify” on it, then “hub rollup rebuild”, and make another backup.`,
      );
  } finally {
    await orm.close(true);
  }
}

/** What is in use stays. */
async function removeAbandoned(client: PreparingClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)
      and not exists (select from pg_stat_activity as used where used.datname = pg_database.datname)`,
    [PREFIX],
  );
  for (const { name } of rows)
    await client
      .query(`drop database if exists ${escapeIdentifier(name)}`)
      .catch((error: unknown) => {
        // Somebody connected meanwhile, or it is not ours.
        if (sqlStateOf(error) === null) throw error;
      });
}
