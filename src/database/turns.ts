import { busy } from './refusals.js';

/**
 * Lets so many work at once. The others wait here, in the order in which they came: in the memory of the
 * hub, where waiting takes no connection from anybody.
 */
export class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  /** @param patience how long one waits for its turn, in milliseconds. */
  constructor(
    atOnce: number,
    private readonly patience: number,
  ) {
    this.#free = atOnce;
  }

  /**
   * Waits for a turn.
   * @returns ends it; more than once does nothing.
   * @throws DatabaseRefusalError BUSY when it does not come in time.
   */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#next();
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const come = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(come);
        reject(busy(new Error(`no turn in ${this.patience} ms`)));
      }, this.patience);
      this.#waiting.add(come);
    });
  }

  #next(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
