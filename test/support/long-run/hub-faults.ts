import { fault, WITHIN, type Fault } from './fault.js';
import type { SupervisedHub } from './supervised-hub.js';

/** What a stop may take: the ten seconds that the hub has by itself, and some for its database. */
const LONGEST_STOP = 12_000;
/** After how long a hub that does not stop is killed, in milliseconds. */
const STOP_PATIENCE = 30_000;

/** The hub is asked to stop, and started again. */
export function stopAndStart(hub: SupervisedHub): Fault {
  const strike = async () => {
    const took = await hub.signal('SIGTERM', STOP_PATIENCE);
    if (took === null) await hub.signal('SIGKILL', STOP_PATIENCE);
    return { problems: stopProblems(took), note: `stopped after ${took ?? '?'} ms` };
  };
  return { name: 'SIGTERM and start', excuses: true, within: WITHIN, strike };
}

/** The hub is killed, and started again. */
export function killAndStart(hub: SupervisedHub): Fault {
  return fault('kill -9 and start', () => hub.signal('SIGKILL', STOP_PATIENCE));
}

/** Stops the hub for good while connections are open. */
export async function stopForGood(
  hub: SupervisedHub,
): Promise<{ took: number | null; problems: string[] }> {
  const took = await hub.stop(STOP_PATIENCE);
  const { end } = hub.life;
  const problems = stopProblems(took);
  if (took !== null && end !== '0') problems.push(`the last stop ended with ${end}`);
  return { took, problems };
}

function stopProblems(took: number | null): string[] {
  if (took === null) return [`still running ${STOP_PATIENCE / 1000} s after SIGTERM`];
  return took > LONGEST_STOP ? [`a stop took ${(took / 1000).toFixed(1)} s`] : [];
}
