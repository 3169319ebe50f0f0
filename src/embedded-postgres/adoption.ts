import { randomUUID } from 'node:crypto';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { urlOf, withConnection } from './connection.js';
import { systemCodeOf } from './files.js';
import type { ServerLayout } from './layout.js';
import { startPatienceMilliseconds, type Postmaster } from './postmaster.js';
import { postmasterPath, readPostmasterFile } from './postmaster-file.js';
import { clusterName, isPostmaster, isProcessOf } from './process.js';
import { killLeftovers, stopPostmaster } from './shutdown.js';

const challengeName = 'hub-challenge';
/** How long a server that says it is ready, or is stopping, may stay silent. */
const patienceMilliseconds = 5000;
const silentShutdownMilliseconds = 2000;

/**
 * Takes over the server that a killed hub left behind, or clears away what is left of one, so that
 * a new one can start. For the owner of the folder only.
 *
 * @param options.startPatience milliseconds that a server may take for recovering.
 * @param options.stopping stops a server that does not answer yet.
 * @returns null when no server is running on this cluster any more.
 */
export async function adoptPostmaster(
  layout: ServerLayout,
  password: string,
  report: (message: string) => void,
  options: { startPatience?: number; stopping?: AbortSignal } = {},
): Promise<Postmaster | null> {
  const { cluster } = layout;
  const { startPatience = startPatienceMilliseconds, stopping } = options;
  const file = await readPostmasterFile(cluster);
  if (file === null || !(await isPostmaster(file.pid, file.port))) {
    await clearStale(cluster);
    return null;
  }
  const { pid, port } = file;
  const startDeadline = Date.now() + startPatience;
  let deadline = Date.now() + patienceMilliseconds;
  while (Date.now() < deadline && !stopping?.aborted) {
    if (!(await isPostmaster(pid, port))) {
      await clearStale(cluster);
      return null;
    }
    const status = (await readPostmasterFile(cluster))?.status;
    // Recovering, which a start from scratch would do again; but some never come to its end, as after
    // a checkpoint that found no space.
    if (status === 'starting' && Date.now() < startDeadline)
      deadline = Date.now() + patienceMilliseconds;
    if (status === 'ready') {
      const cause = await challenge(cluster, port, password);
      if (cause === 'passed') return { pid, port };
      if (cause === 'failed') {
        await clearStale(cluster);
        return null;
      }
    }
    await pause(50);
  }
  // A PostgreSQL that is not known to be ours is left alone: the new one will say that it is there.
  if (await isProcessOf(pid, await clusterName(cluster))) {
    report(`The PostgreSQL server ${pid} of ${layout.directory} does not answer: stopping it`);
    await stopPostmaster(pid, cluster, silentShutdownMilliseconds);
    await clearStale(cluster);
  }
  return null;
}

/**
 * Whether the server reads the very folder that we see. The password alone does not tell: the
 * server of the folder that this one was copied from knows it too.
 */
async function challenge(
  cluster: string,
  port: number,
  password: string,
): Promise<'passed' | 'failed' | 'silent'> {
  const path = join(cluster, challengeName);
  const expected = randomUUID();
  try {
    await writeFile(path, expected);
    await chmod(path, 0o644);
    const answer = await withConnection(urlOf(port, password, 'postgres'), (client) =>
      client.query<{ answer: string | null }>('SELECT pg_read_file($1, true) AS answer', [
        challengeName,
      ]),
    );
    return answer.rows[0]?.answer === expected ? 'passed' : 'failed';
  } catch (error) {
    // Too many open files tell nothing of the server.
    if (['EMFILE', 'ENFILE'].includes(systemCodeOf(error) ?? '')) throw error;
    return 'silent';
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * PostgreSQL would refuse to start when the number in a stale file has gone to another process. Two
 * servers still cannot meet: the shared memory that it derives from the folder keeps them apart.
 */
async function clearStale(cluster: string): Promise<void> {
  await killLeftovers(cluster);
  await rm(postmasterPath(cluster), { force: true });
}
