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

/** For whom a task waits. */
export interface Party {
  /** The sender, of whom at most half of the line waits. */
  sender: string;
  /** What it is about, of which only a few wait, whoever sends them. */
  subject: string;
}

/**
 * Does a limited number of tasks at once, while others wait in the order of arrival. The line has a
 * limited length; no sender may take more than half of it, and no subject more than its share. A
 * place is given back when the task ends, even with an error.
 */
export class WaitingLine {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #ofSender = new Tally();
  readonly #ofSubject = new Tally();

  /**
   * @param atOnce the number of tasks at once.
   * @param length the number of tasks that may wait.
   * @param lengthOfSubject how many of them may be about one subject.
   */
  constructor(
    private readonly atOnce: number,
    private readonly length: number,
    private readonly lengthOfSubject: number,
  ) {}

  /**
   * Runs a task when its turn comes.
   * @throws LineIsFullError
   */
  async run<Result>(party: Party, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.atOnce) await this.#wait(party);
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

  async #wait({ sender, subject }: Party): Promise<void> {
    if (
      this.#waiting.length >= this.length ||
      this.#ofSender.of(sender) >= this.length / 2 ||
      this.#ofSubject.of(subject) >= this.lengthOfSubject
    )
      throw new LineIsFullError(RETRY_AFTER);
    this.#ofSender.add(sender, 1);
    this.#ofSubject.add(subject, 1);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#ofSender.add(sender, -1);
    this.#ofSubject.add(subject, -1);
  }
}

/** Counts by name, and forgets the names without a count. */
class Tally {
  readonly #counts = new Map<string, number>();

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  add(name: string, change: 1 | -1): void {
    const count = this.of(name) + change;
    if (count === 0) this.#counts.delete(name);
    else this.#counts.set(name, count);
  }
}
