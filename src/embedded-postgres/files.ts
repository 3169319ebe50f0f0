import { open, readFile } from 'node:fs/promises';

/** The system's name for what went wrong (ENOENT, ESRCH), if that is what was thrown. */
export function systemCodeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : undefined;
}

/** For a promise of the file system: null where the file or folder does not exist. */
export function nullWhenMissing(error: unknown): null {
  if (systemCodeOf(error) === 'ENOENT') return null;
  throw error;
}

/** The text of a file, null when there is none. */
export function readIfPresent(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(nullWhenMissing);
}

/** Makes a rename in the folder survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
