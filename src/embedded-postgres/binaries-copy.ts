import { chmod, cp, lstat, mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, OperatorError } from '../shared/errors.js';
import { runCommand } from './command.js';

/** Places of the system that every user can enter and only root can write. */
const homes = ['/var/lib/edu-dx-hub', '/usr/local/lib/edu-dx-hub'];
const unfinishedPrefix = '.unfinished-';
const abandonedAfterMilliseconds = 60 * 60 * 1000;

interface CopyRequest {
  /** The folder with bin, lib and share. */
  readonly source: string;
  /** Carries the version, so that an update makes a new copy. */
  readonly name: string;
  readonly isRunnable: (directory: string) => Promise<boolean>;
  readonly report: (message: string) => void;
}

/**
 * For root only: a copy of the binaries for a user who cannot enter the folder they are installed
 * in (a home of mode 700). Made once and used again. Everything on the way to the copy belongs to
 * root and can be written by root alone, so nobody can have planted a program there.
 *
 * @returns the folder of the copy.
 * @throws OperatorError EMBEDDED_POSTGRES_UNAVAILABLE when there is no such place.
 */
export async function copyForServerUser(request: CopyRequest): Promise<string> {
  const refusals: string[] = [];
  for (const home of homes) {
    try {
      const copy = join(await trustedDirectory(home), request.name);
      if (!(await exists(copy)) || !(await isUsable(copy, request))) await makeCopy(copy, request);
      if (await isUsable(copy, request)) return copy;
      refusals.push(`${home}: programs do not run from there`);
    } catch (error) {
      refusals.push(`${home}: ${messageOf(error)}`);
    }
  }
  throw new OperatorError(
    'EMBEDDED_POSTGRES_UNAVAILABLE',
    `The server's user cannot run the PostgreSQL programs in ${request.source}, and they could ` +
      `not be copied to a place where it can (${refusals.join('; ')}). Run the hub as an ` +
      'ordinary user, move it out of that folder, or set DATABASE_URL to a PostgreSQL server.',
  );
}

async function isUsable(copy: string, request: CopyRequest): Promise<boolean> {
  return (await whyNotTrusted(copy)) === null && (await request.isRunnable(copy));
}

async function makeCopy(copy: string, request: CopyRequest): Promise<void> {
  const home = dirname(copy);
  await removeAbandoned(home);
  request.report(
    `Copying the PostgreSQL programs to ${copy}, where the server's user can run them`,
  );
  const unfinished = await mkdtemp(join(home, unfinishedPrefix));
  try {
    await cp(request.source, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToReaders(unfinished);
    // A power cut right after the rename must not leave a whole-looking copy of empty files.
    await runCommand('sync', []);
    await rm(copy, { recursive: true, force: true });
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another hub may have been faster: then its copy is as good.
    if (!(await exists(copy))) throw error;
  }
}

async function openToReaders(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isDirectory()) {
    await chmod(path, 0o755);
    for (const name of await readdir(path)) await openToReaders(join(path, name));
  } else if (status.isFile()) {
    await chmod(path, status.mode & 0o111 ? 0o755 : 0o644);
  }
}

async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const path = join(home, name);
    const age = Date.now() - (await lstat(path)).mtimeMs;
    if (age > abandonedAfterMilliseconds) await rm(path, { recursive: true, force: true });
  }
}

/** Creates the folder if need be and returns its real path, trusted up to the root. */
async function trustedDirectory(path: string): Promise<string> {
  const actual = join(await realpath(dirname(path)), basename(path));
  if (!(await exists(actual))) {
    await mkdir(actual, { recursive: true });
    await chmod(actual, 0o755);
  }
  for (let step = actual; ; step = dirname(step)) {
    const reason = await whyNotTrusted(step);
    if (reason !== null) throw new Error(reason);
    if (step === dirname(step)) return actual;
  }
}

async function whyNotTrusted(directory: string): Promise<string | null> {
  const status = await lstat(directory);
  if (!status.isDirectory()) return `${directory} is not a folder`;
  if (status.uid !== 0) return `${directory} does not belong to root`;
  return status.mode & 0o022 ? `${directory} can be written by others than root` : null;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
