import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from './shared/errors.js';

/** How long what was cut may take to notice it, in milliseconds. */
const AFTER_CUT = 2000;

/** How a hub stops: what every part of it can ask, and wait for. */
export class Stop {
  readonly #closing = new AbortController();
  readonly #cut = new AbortController();
  readonly #seconds: number;
  #begun = false;

  /**
   * @param seconds how long what is under way has.
   * @param hurry cuts it at once.
   */
  constructor(seconds = 10, hurry?: AbortSignal) {
    this.#seconds = seconds;
    if (hurry?.aborted) this.#cut.abort();
    hurry?.addEventListener('abort', () => this.#cut.abort());
  }

  /** Whether the hub is not to be sent anything any more. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Aborts when nothing new is begun any more. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Aborts when what is still under way has no more time. */
  get cut(): AbortSignal {
    return this.#cut.signal;
  }

  /** From now on the hub says that it is not ready; resolves when those who ask have had time to see it. */
  async begin(delaySeconds = 0): Promise<void> {
    this.#begun = true;
    if (delaySeconds === 0) return;
    await pause(delaySeconds * 1000, undefined, { signal: this.cut }).catch(() => undefined);
  }

  /** Nothing new is begun, and what is under way has its seconds; more than once does nothing. */
  close(): void {
    if (this.closing.aborted) return;
    this.#begun = true;
    this.#closing.abort();
    setTimeout(() => this.#cut.abort(), this.#seconds * 1000).unref();
  }
}

/** What is stopped; each ends what it has under way when the stop says so. */
export interface Parts {
  server: { close: () => PromiseLike<unknown> };
  /** What runs beside the requests, by its name; each ends what it does. */
  jobs: Record<string, () => Promise<void>>;
  database: { close: () => Promise<void> };
}

/**
 * Stops a hub: it is not ready, then takes nothing new, then ends what is under way, at the latest
 * when its time is up, and then closes the database, whatever became of the rest.
 * @param report what could not be ended in good order.
 */
export async function stopInOrder(
  stop: Stop,
  { server, jobs, database }: Parts,
  { delaySeconds, report }: { delaySeconds: number; report: (problem: string) => void },
): Promise<void> {
  // The process must not run out of things to wait for before its database has stopped.
  const alive = setInterval(() => undefined, 1000);
  await stop.begin(delaySeconds);
  stop.close();
  const inTime = async (part: string, work: PromiseLike<unknown>) => {
    try {
      await Promise.race([work, tooLate(stop.cut)]);
    } catch (error) {
      report(`${part} did not end in good order: ${messageOf(error)}`);
    }
  };
  await Promise.all([
    inTime('the server', server.close()),
    ...Object.entries(jobs).map(([name, end]) => inTime(`the ${name}`, end())),
  ]);
  await database.close().finally(() => clearInterval(alive));
}

/** Rejects a moment after everything was cut. */
async function tooLate(cut: AbortSignal): Promise<never> {
  if (!cut.aborted) await new Promise((resolve) => cut.addEventListener('abort', resolve));
  await pause(AFTER_CUT, undefined, { ref: false });
  throw new Error('it took too long');
}
