import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does something from time to time while the hub runs, one time after another. What fails is
 * reported, and tried again the next time.
 * @param times the wait before the first time and between two, in milliseconds.
 * @returns a function that stops it; it resolves when the work that is running has ended.
 */
export function repeat(
  work: (stopping: AbortSignal) => Promise<void>,
  times: { first: number; every: number },
  failed: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    for (let wait = times.first; ; wait = times.every) {
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await work(signal).catch(failed);
    }
  };
  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
  };
}
