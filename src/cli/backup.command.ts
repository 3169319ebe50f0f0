import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { keepTokenSecret, refuseOtherSecret, tokenSecret } from '../auth/token-secret.js';
import { checkArchive, headerOf } from '../backups/read-archive.service.js';
import { restoreDatabase, type CheckedBackup } from '../backups/restore.service.js';
import { openSecrets } from '../backups/sealed-secrets.js';
import { takeBackup } from '../backups/take-backup.service.js';
import { tryRestore } from '../backups/tried-restore.service.js';
import { readConfig, type Config } from '../config.js';
import { openDatabase, type OpenDatabase } from '../database/connect.js';
import { grantService } from '../database/service-role.js';
import { openEvidenceStore } from '../evidence/evidence-store.js';
import { passphraseOf } from '../start/passphrase.js';
import { tables } from '../tables.js';
import { output } from './run.js';

const MEGABYTE = 1024 * 1024;

interface Options {
  passphraseFile?: string;
}

const PASSPHRASE = ['--passphrase-file <file>', 'the file that holds the passphrase'] as const;

/** `hub backup` and `hub restore`. */
export function backupCommand(program: Command): void {
  program
    .command('backup')
    .argument('<file>', 'a file that is not there yet')
    .description('write everything that the hub has into one file, also while it runs')
    .option(...PASSPHRASE)
    .option('--verify', 'restore it into a database of its own as well, and count everything again')
    .action(async (file: string, options: Options & { verify?: boolean }) => {
      const config = readConfig();
      const passphrase = await passphraseOf(config, options.passphraseFile);
      await withOpenDatabase(config, async ({ ownerUrl: url }) => {
        const source = {
          url,
          store: await openEvidenceStore(config, { clear: false }),
          tokenSecret: await tokenSecret(config.tokenSecret, config.dataDirectory),
        };
        const backup = { file, ...(await takeBackup(source, file, passphrase)) };
        output.result(`${await describe(backup)}\nevery part is as it was written`);
        if (options.verify) await tried(backup, url);
      });
    });
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('bring back everything from a backup, into an empty database and data folder')
    .option(...PASSPHRASE)
    .option(
      '--try',
      'change nothing: restore it into a database of its own, count everything again, remove it',
    )
    .action(async (file: string, options: Options & { try?: boolean }) => {
      const config = readConfig();
      const passphrase = await passphraseOf(config, options.passphraseFile);
      const secrets = await openSecrets((await headerOf(file)).secrets, passphrase);
      output.note('reading the backup and comparing each part …');
      const backup = { file, ...(await checkArchive(file)) };
      const place = [config.tokenSecret, config.dataDirectory] as const;
      if (!options.try) await refuseOtherSecret(secrets.tokenSecret, ...place);
      await withOpenDatabase(config, async ({ orm, ownerUrl: url, serviceRole }) => {
        if (options.try) return tried(backup, url);
        output.note('restoring …');
        await restoreDatabase(
          backup,
          { orm, url, entities: tables, tell: output.note },
          {
            openStore: () => openEvidenceStore(config, { clear: false }),
            now: new Date(),
            keepSecrets: () => keepTokenSecret(secrets.tokenSecret, ...place),
          },
        );
        if (serviceRole !== null)
          await orm.em.fork().transactional((em) => grantService(em, serviceRole));
        output.result(
          `${await describe(backup)}\neverything is restored; everybody signs in again`,
        );
      });
    });
}

async function tried(backup: CheckedBackup, url: string): Promise<void> {
  output.note('restoring it into a database of its own …');
  await tryRestore(backup, { url, entities: tables, tell: output.note });
  output.result('a restored copy has every row, and every count equals the recount');
}

/** Without migrating it: a backup is made before an update, and a restore needs an empty one. */
async function withOpenDatabase(
  config: Config,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(config, tables, 'command', output.note);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function describe({ file, header, contents }: CheckedBackup): Promise<string> {
  const { size } = await stat(file);
  const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0);
  const { files, bytes, missing } = contents.evidence;
  if (missing.length > 0)
    output.note(
      `${missing.length} file(s) of evidence are missing or damaged in the store, and so in the backup:\n${missing.join('\n')}`,
    );
  return `${file}: ${inMegabytes(size)} as of ${header.takenAt}: ${contents.tables.length} tables with ${rows} rows, ${files} file(s) of evidence with ${inMegabytes(bytes)}`;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
