import { repeat, type Repeated } from '../shared/repeat.js';
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
  readonly #looking: Repeated;

  constructor(
    private readonly orm: Orm,
    every = LOOK_EVERY,
  ) {
    // While the database is away nothing can be told; whoever waits goes on waiting.
    this.#looking = repeat(
      () => this.#look(),
      { first: every, every },
      () => undefined,
    );
  }

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
    });
  }

  /** Resolves when the database is not being asked any more. Nobody waits any more by then. */
  close(): Promise<void> {
    return this.#looking.stop();
  }

  async #look(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const { revision } = await readPublication(databaseOf(this.orm.em));
    for (const { seen, wake } of [...this.#waiting]) if (revision !== seen) wake();
  }
}
