import { setTimeout as pause } from 'node:timers/promises';
import type { Postmaster } from './postmaster.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isPostmaster, signalProcess } from './process.js';

const lookEveryMilliseconds = 500;
/** So long a shutdown may wait for the hub to give its connections up, see untilEnded. */
const shutdownPatienceMilliseconds = 2000;

/**
 * Resolves once the server has ended, or the signal aborts. It is looked at rather than waited for,
 * because one that a killed hub left is not our child and tells us nothing.
 *
 * Told by somebody to end (SIGTERM), PostgreSQL takes no connections any more and waits for those
 * there are, which a hub that runs never gives up: so it is made to end, to be started again.
 */
export async function untilEnded(
  { pid, port }: Postmaster,
  cluster: string,
  signal: AbortSignal,
): Promise<void> {
  let hurryAt = Infinity;
  // A server that cannot be looked at, as with too many open files, has not ended for that.
  const runs = () => isPostmaster(pid, port).catch(() => true);
  while (!signal.aborted && (await runs())) {
    const file = await readPostmasterFile(cluster).catch(() => null);
    if (file?.pid !== pid || file.status !== 'stopping') hurryAt = Infinity;
    else if (hurryAt === Infinity) hurryAt = Date.now() + shutdownPatienceMilliseconds;
    else if (Date.now() > hurryAt) signalProcess(pid, 'SIGINT');
    await pause(lookEveryMilliseconds, undefined, { ref: false, signal }).catch(() => undefined);
  }
}
