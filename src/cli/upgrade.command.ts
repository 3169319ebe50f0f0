import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { sql } from 'kysely';
import { readConfig, type Config } from '../config.js';
import { openDatabase } from '../database/connect.js';
import { UNFINISHED_RESTORE } from '../database/migrate.js';
import { migrations } from '../database/migrations/index.js';
import { databaseOf, type Database } from '../database/orm.js';
import { DiskSpace } from '../health/disk-space.js';
import { hubVersion } from '../shared/hub-version.js';
import { firstOf } from '../shared/required.js';
import { tables } from '../tables.js';
import { output } from './run.js';
import { checkUpgrade, type UpgradeFacts } from './upgrade-check.js';

/** The status of a check that found what has to be done first. */
const NOT_YET = 2;

/** `hub upgrade --check` of a new version, before it starts. */
export function upgradeCommand(program: Command): void {
  program
    .command('upgrade')
    .description('what a start of this version would do to the database; nothing is changed')
    .requiredOption('--check', 'tell it; status 2 when something has to be done first')
    .action(async () => {
      const facts = await readFacts(readConfig());
      if (!facts) {
        output.result('There is no database yet; a start of this version makes it.');
        return;
      }
      const { does, first } = checkUpgrade(facts, new Date());
      does.forEach(output.result);
      first.forEach((sentence) => output.result(`First: ${sentence}`));
      if (first.length === 0) output.result('Nothing has to be done first.');
      else process.exitCode = NOT_YET;
    });
}

async function readFacts(config: Config): Promise<UpgradeFacts | null> {
  const { databaseUrl, dataDirectory } = config;
  if (!databaseUrl && !existsSync(join(dataDirectory, 'postgres'))) return null;
  const database = await openDatabase(config, tables, 'command', output.note);
  try {
    const disk = databaseUrl ? null : new DiskSpace({ folder: dataDirectory, reserve: 0 });
    const found = await readDatabase(databaseOf(database.orm.em.fork()));
    return { version: hubVersion(), freeBytes: disk && (await disk.free()), ...found };
  } finally {
    await database.close();
  }
}

async function readDatabase(
  database: Database,
): Promise<Omit<UpgradeFacts, 'version' | 'freeBytes'>> {
  const { rows } = await sql<{
    migrated: string | null;
    backups: string | null;
    restoring: string | null;
    bytes: number;
    others: number;
  }>`
    select to_regclass('mikro_orm_migrations')::text as migrated, to_regclass('backup')::text as backups,
      to_regclass(${UNFINISHED_RESTORE})::text as restoring,
      pg_database_size(current_database())::float as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()
        and backend_type = 'client backend' and pid <> pg_backend_pid()) as others`.execute(
    database,
  );
  const { migrated, backups, restoring, bytes, others } = firstOf(rows);
  const done = migrated ? await migrationsDone(database) : [];
  const known = migrations.map(({ name }) => name);
  const names = new Set(done.map(({ name }) => name));
  return {
    tablesOf: done.at(-1)?.version ?? null,
    pending: known.filter((name) => !names.has(name)),
    unknown: done.findLast(({ name }) => !known.includes(name))?.name ?? null,
    restoring: restoring !== null,
    backedUpAt: backups ? await lastBackup(database) : null,
    databaseBytes: bytes,
    others,
  };
}

/** In their order. Older tables have no column for the version. */
async function migrationsDone(database: Database) {
  const { rows } = await sql<{ name: string; version: string | null }>`
    select name, to_jsonb(migration) ->> 'hub_version' as version
    from mikro_orm_migrations as migration order by id`.execute(database);
  return rows;
}

async function lastBackup(database: Database): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(begun_at) filter (where done_at is not null) as at from backup`.execute(database);
  return firstOf(rows).at;
}
