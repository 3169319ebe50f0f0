import { join } from 'node:path';
import { readIfPresent } from './files.js';

/** What a running server tells about itself in its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** The server's own word: starting, stopping, ready or standby. */
  readonly status: string;
}

/** @returns null when there is none, or the server has only begun to write it. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readIfPresent(postmasterPath(cluster));
  const [pid, , , port, , , , status = ''] = (text ?? '').split('\n');
  if (!Number(pid)) return null;
  return { pid: Number(pid), port: Number(port), status: status.trim() };
}

export function postmasterPath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
