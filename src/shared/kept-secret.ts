import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A random secret that is made once and kept in a file that only the hub's user can read.
 * @param bytes the number of random bytes; the text is base64url of them.
 * @throws the error of the file system when the secret can neither be read nor made.
 */
export async function keptSecret(file: string, bytes: number): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, randomBytes(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' });
    // If two hubs start at once, the first link wins and both read it.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
