import { chown, open, rename, stat } from 'node:fs/promises';
import type { ServerIdentity } from './command.js';

export interface ServerLog {
  /** For the server to write to; it keeps its own duplicate when this one is closed. */
  readonly descriptor: number;
  /** What has been written since the log was opened. */
  readNew(): Promise<string>;
  close(): Promise<void>;
}

const rotateAtBytes = 10 * 1024 * 1024;
const readAtMostBytes = 64 * 1024;

/**
 * Reads what a server that runs already writes to its log from now on.
 * @returns what gives all of it there is then; it is empty where the log cannot be read.
 */
export async function followServerLog(path: string): Promise<() => Promise<string>> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return () => readFrom(path, size).catch(() => '');
}

/** Opens the server's log for appending; one that has grown large is kept aside once as `.1`. */
export async function openServerLog(
  path: string,
  identity: ServerIdentity | undefined,
): Promise<ServerLog> {
  const size = await stat(path).then(
    (status) => status.size,
    () => 0,
  );
  if (size > rotateAtBytes) await rename(path, `${path}.1`);
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
    const length = Math.max(0, Math.min(end - start, readAtMostBytes));
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, end - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}
