import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, type Finished } from './command.js';

const PASSPHRASE = 'cơm tấm và cà phê sữa đá';

/** A folder for backups, with a file that holds their passphrase. */
export async function backupFolder(): Promise<{ folder: string; passphrase: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-backup-'));
  const passphrase = join(folder, 'passphrase');
  await writeFile(passphrase, `${PASSPHRASE}\n`);
  return { folder, passphrase };
}

/** Runs a command that must succeed. */
export async function succeeding(
  parameters: string[],
  environment: Record<string, string>,
): Promise<Finished> {
  const finished = await command(parameters, environment);
  if (finished.status !== 0) throw new Error(finished.err);
  return finished;
}
