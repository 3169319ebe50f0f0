import { chown, copyFile, open, rename, stat, truncate } from 'node:fs/promises';
import type { ServerIdentity } from './command.js';

export interface ServerLog {
  /** For the server to write to; it keeps its own duplicate when this one is closed. */
  readonly descriptor: number;
  /** What has been written since the log was opened. */
  readNew(): Promise<string>;
  close(): Promise<void>;
}

const rotateAtBytes = 10 * 1024 * 1024;
/** How many old logs are kept, as `.1`, the newest, to `.3`. */
const oldLogs = 3;
const lookEveryMilliseconds = 60_000;
const readAtMostBytes = 64 * 1024;

/**
 * Reads what a server that runs already writes to its log from now on.
 * @returns what gives all of it there is then; it is empty where the log cannot be read.
 */
export async function followServerLog(path: string): Promise<() => Promise<string>> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return () => readFrom(path, size).catch(() => '');
}

/** Makes room for a new `.1`; the oldest log is given up. */
async function shiftOldLogs(path: string): Promise<void> {
  for (let number = oldLogs; number > 1; number -= 1)
    await rename(`${path}.${number - 1}`, `${path}.${number}`).catch(() => undefined);
}

/**
 * Keeps the log of a server that runs from growing for years: one that is large is copied to `.1` and begun
 * anew. The server goes on writing at the end of the same file, so it need not know.
 */
export async function rotateServerLog(path: string, atBytes = rotateAtBytes): Promise<void> {
  if ((await stat(path)).size <= atBytes) return;
  await shiftOldLogs(path);
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

/** Looks after the log until the function that it gives is called. */
export function keepServerLogSmall(path: string): () => void {
  // What cannot be rotated, such as on a full disk, is tried again.
  const look = () => void rotateServerLog(path).catch(() => undefined);
  const timer = setInterval(look, lookEveryMilliseconds).unref();
  return () => clearInterval(timer);
}

/** Opens the server's log for appending; one that has grown large is kept aside as `.1`. */
export async function openServerLog(
  path: string,
  identity: ServerIdentity | undefined,
): Promise<ServerLog> {
  const size = await stat(path).then(
    (status) => status.size,
    () => 0,
  );
  if (size > rotateAtBytes) {
    await shiftOldLogs(path);
    await rename(path, `${path}.1`);
  }
  const file = await open(path, 'a', 0o600);
  // So that whoever owns the cluster can start the hub too, after root did.
  if (identity !== undefined) await chown(path, identity.uid, identity.gid);
  const start = (await file.stat()).size;
  return {
    descriptor: file.fd,
    readNew: () => readFrom(path, start),
    close: () => file.close(),
  };
}

/** The end of what follows the position. */
async function readFrom(path: string, start: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const end = (await file.stat()).size;
    // One that was begun anew meanwhile is read as a whole.
    const length = Math.min(end < start ? end : end - start, readAtMostBytes);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, end - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}
