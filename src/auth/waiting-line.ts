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
 * Does a limited number of tasks at once, while others wait in the order of arrival. The line has a
 * limited length, and no sender may take more than half of it. A place is given back when the task
 * ends, even with an error.
 */
export class WaitingLine {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #waitingOf = new Map<string, number>();

  /**
   * @param atOnce the number of tasks at once.
   * @param length the number of tasks that may wait.
   */
  constructor(
    private readonly atOnce: number,
    private readonly length: number,
  ) {}

  /**
   * Runs a task when its turn comes.
   * @param whose the sender of the task.
   * @throws LineIsFullError
   */
  async run<Result>(whose: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.atOnce) await this.#wait(whose);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The longest waiting task takes the place.
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
