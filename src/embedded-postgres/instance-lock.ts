import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../shared/errors.js';

export interface InstanceLock {
  /** Lets the next hub in. Harmless when repeated. */
  release(): void;
}

/** SQLITE_BUSY in sqlite3.h. */
const busy = 5;
/** Long enough to outlast a guest that is only looking, see isInstanceLocked. */
const patienceMilliseconds = 200;
/** Kept here because a file that nobody refers to is closed in the end, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the one owner of a data folder, until it releases the lock or ends.
 *
 * The lock is SQLite's exclusive file lock on an empty file. The kernel holds it, so it ends with
 * the process however that dies, cannot be mistaken for another process that got the same number,
 * and has no moment in which two can both win; Node offers no other way to such a lock.
 *
 * @throws OperatorError DATA_DIRECTORY_IN_USE when another hub owns the folder.
 */
export function acquireInstanceLock(directory: string): InstanceLock {
  const file = new DatabaseSync(lockPath(directory), { timeout: patienceMilliseconds });
  try {
    // Nothing is ever written, so a journal file would only be left behind by a hub that is killed.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw error;
    throw new OperatorError(
      'DATA_DIRECTORY_IN_USE',
      `Another hub is using the data folder ${directory}. Stop that hub first, or set ` +
        'HUB_DATA_DIR to another folder for this one.',
      { cause: error },
    );
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
    },
  };
}

/** Whether a hub owns the folder now. Creates nothing, and keeps no hub from starting. */
export function isInstanceLocked(directory: string): boolean {
  if (!existsSync(lockPath(directory))) return false;
  const file = new DatabaseSync(lockPath(directory), { readOnly: true });
  try {
    file.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    file.close();
  }
}

function lockPath(directory: string): string {
  return join(directory, 'lock');
}

function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy
  );
}
