import { clusterName, isPostmaster, processesOf, signalProcess, waitUntil } from './process.js';

const fastShutdownMilliseconds = 20_000;
const immediateShutdownMilliseconds = 3000;

/**
 * Stops a server: in good order, which ends its connections, and harder when it does not listen.
 * @param patience milliseconds to wait for the good order.
 */
export async function stopPostmaster(
  pid: number,
  cluster: string,
  patience: number = fastShutdownMilliseconds,
): Promise<void> {
  const hasGone = async () => !(await isPostmaster(pid));
  if (!(await hasGone())) {
    signalProcess(pid, 'SIGINT');
    if (!(await waitUntil(hasGone, patience))) {
      signalProcess(pid, 'SIGQUIT');
      if (!(await waitUntil(hasGone, immediateShutdownMilliseconds))) signalProcess(pid, 'SIGKILL');
    }
  }
  await killLeftovers(cluster);
}

/**
 * Ends the processes of a server whose postmaster is dead. They would notice by themselves only
 * after the statement they are busy with, and keep a new server from starting until then.
 */
export async function killLeftovers(cluster: string): Promise<void> {
  const name = await clusterName(cluster);
  const haveGone = async () => (await processesOf(name)).length === 0;
  if (await waitUntil(haveGone, 200)) return;
  for (const pid of await processesOf(name)) signalProcess(pid, 'SIGKILL');
  await waitUntil(haveGone, immediateShutdownMilliseconds);
}
