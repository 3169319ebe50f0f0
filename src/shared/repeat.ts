import { setTimeout as pause } from 'node:timers/promises';
import { asHub } from './who-asks.js';

/** Work that is done from time to time. */
export interface Repeated {
  /** Does it now; if it is being done, once more right after. */
  wake: () => void;
  /** Resolves when the work that is running has ended, and none follows. */
  stop: () => Promise<void>;
}

/**
 * Does something from time to time while the hub runs, one time after another. What fails is
 * reported, and tried again the next time.
 * @param times the wait before the first time and between two, in milliseconds.
 */
export function repeat(
  work: (stopping: AbortSignal) => Promise<void>,
  times: { first: number; every: number },
  failed: (error: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  let waiting = new AbortController();
  const loop = async () => {
    for (let wait = times.first; ; wait = times.every) {
      await pause(wait, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      waiting = new AbortController();
      await work(stopping.signal).catch(failed);
    }
  };
  const looping = asHub(loop);
  const wake = () => waiting.abort();
  return {
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await looping;
    },
  };
}
