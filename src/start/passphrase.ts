import { readFile } from 'node:fs/promises';
import type { Config } from '../config.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { SHORTEST_PASSPHRASE } from '../settings.js';

/**
 * The passphrase of backups, from the setting or its file.
 * @param file instead of what the settings say.
 * @throws OperatorError BACKUP_PASSPHRASE_MISSING
 */
export async function passphraseOf(
  { backupPassphrase }: Pick<Config, 'backupPassphrase'>,
  file = backupPassphrase.file,
): Promise<string> {
  const missing = (why: string) =>
    new OperatorError(
      'BACKUP_PASSPHRASE_MISSING',
      `${why} A backup holds secrets of the hub, sealed with a passphrase of at least ${SHORTEST_PASSPHRASE} characters: put it into a file that only the hub’s user reads, and name the file with HUB_BACKUP_PASSPHRASE_FILE or --passphrase-file. Keep a copy elsewhere than the backups: without it they cannot be restored.`,
    );
  if (file === null) {
    if (backupPassphrase.text === null) throw missing('No passphrase is set.');
    return backupPassphrase.text;
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw missing(`The passphrase cannot be read: ${messageOf(error)}.`);
  });
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw missing(`The passphrase in ${file} is too short.`);
  return passphrase;
}
