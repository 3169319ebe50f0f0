import { RequestError } from '../shared/errors.js';

/** Refuses work because too much is waiting already. */
export class LineIsFullError extends RequestError {
  constructor(readonly retryAfter: number) {
    super('OVERLOADED', {
      vi: `Hệ thống đang quá tải. Hãy thử lại sau ${retryAfter} giây.`,
      en: `The hub is overloaded. Try again in ${retryAfter} seconds.`,
    });
  }
}

/** In seconds. */
const RETRY_AFTER = 5;

/**
 * Does so many pieces of work at once, while others wait in the order they came. The line has an end,
 * and nobody takes more than half of it. A place is given back when the work ends, however it ends.
 */
export class WaitingLine {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #waitingOf = new Map<string, number>();

  /**
   * @param atOnce how many pieces of work are done at once.
   * @param length how many more may wait.
   */
  constructor(
    private readonly atOnce: number,
    private readonly length: number,
  ) {}

  /**
   * Does a piece of work when its turn comes.
   * @param whose who it is for.
   * @throws LineIsFullError
   */
  async run<Result>(whose: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.atOnce) await this.#wait(whose);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits longest takes the place over.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #wait(whose: string): Promise<void> {
    const own = this.#waitingOf.get(whose) ?? 0;
    if (this.#waiting.length >= this.length || own >= this.length / 2)
      throw new LineIsFullError(RETRY_AFTER);
    this.#waitingOf.set(whose, own + 1);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const left = (this.#waitingOf.get(whose) ?? 1) - 1;
    if (left === 0) this.#waitingOf.delete(whose);
    else this.#waitingOf.set(whose, left);
  }
}
