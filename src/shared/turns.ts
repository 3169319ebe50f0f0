/** How long one waits for a turn, in milliseconds, and what is thrown when it does not come. */
export interface Patience {
  milliseconds: number;
  late: (error: Error) => Error;
}

/**
 * Lets so many work at once. The others wait here, in the order in which they came: in the memory of the
 * hub, where waiting takes no connection from anybody.
 */
export class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  /** @param patience left out, one waits for as long as it takes. */
  constructor(
    atOnce: number,
    private readonly patience?: Patience,
  ) {
    this.#free = atOnce;
  }

  /** Whether the next one has to wait. */
  get areTaken(): boolean {
    return this.#free === 0;
  }

  /** How many wait for a turn. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for a turn.
   * @returns ends it; more than once does nothing.
   * @throws what `patience` says when it does not come in time.
   */
  async take(): Promise<() => void> {
    if (this.areTaken) await this.#wait();
    else this.#free -= 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#next();
    };
  }

  #wait(): Promise<void> {
    const { patience } = this;
    return new Promise((resolve, reject) => {
      const come = () => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = ({ milliseconds, late }: Patience) => {
        this.#waiting.delete(come);
        reject(late(new Error(`no turn in ${milliseconds} ms`)));
      };
      const timer = patience && setTimeout(giveUp, patience.milliseconds, patience);
      this.#waiting.add(come);
    });
  }

  /** The longest waiting one takes the turn over. */
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
