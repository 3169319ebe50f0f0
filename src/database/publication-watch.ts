import { databaseOf, type Orm } from './orm.js';
import { readPublication } from './publish.js';

/** How often the revision is read while anybody waits for it, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Tells whoever waits that something was published, by whichever hub on the database. However many
 * wait, the revision is read once at a time, and not at all when nobody does.
 */
export class PublicationWatch {
  readonly #waiting = new Set<{ seen: number; wake: () => void }>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(
    private readonly orm: Orm,
    private readonly lookEvery = LOOK_EVERY,
  ) {}

  /** Resolves once the revision is another one than was seen, or the signal aborts. */
  next(seen: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(waiter);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiter = { seen, wake };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', wake);
      this.#lookLater();
    });
  }

  /** Resolves when the database is not being asked any more. Nobody waits any more by then. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#looking;
  }

  #lookLater(): void {
    if (this.#timer || this.#looking || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#looking = this.#look().finally(() => {
        this.#looking = null;
        this.#lookLater();
      });
    }, this.lookEvery);
  }

  async #look(): Promise<void> {
    if (this.#waiting.size === 0) return;
    // While the database is away nothing can be told; whoever waits goes on waiting.
    const state = await readPublication(databaseOf(this.orm.em)).catch(() => null);
    for (const { seen, wake } of [...this.#waiting]) if (state && state.revision !== seen) wake();
  }
}
