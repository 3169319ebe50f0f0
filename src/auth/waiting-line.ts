import { RequestError } from '../shared/errors.js';
import { Places, type GiveBack, type Shortage } from '../shared/places.js';
import { Turns } from '../shared/turns.js';

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
 * turn ends with its task, even with an error.
 */
export class WaitingLine {
  readonly #turns: Turns;
  readonly #bySender: Places;
  readonly #bySubject: Places;

  /**
   * @param atOnce the number of tasks at once.
   * @param length the number of tasks that may wait.
   * @param lengthOfSubject how many of them may be about one subject.
   */
  constructor(atOnce: number, length: number, lengthOfSubject: number) {
    this.#turns = new Turns(atOnce);
    this.#bySender = new Places(length);
    this.#bySubject = new Places(length, lengthOfSubject);
  }

  /**
   * Runs a task when its turn comes.
   * @throws LineIsFullError
   */
  async run<Result>(party: Party, work: () => Promise<Result>): Promise<Result> {
    const leave = this.#turns.areTaken ? this.#join(party) : null;
    const end = await this.#turns.take();
    leave?.();
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** @returns gives the place in the line back. */
  #join({ sender, subject }: Party): GiveBack {
    const ofSender = placeOf(this.#bySender.take(sender));
    try {
      const ofSubject = placeOf(this.#bySubject.take(subject));
      return () => [ofSender, ofSubject].forEach((giveBack) => giveBack());
    } catch (error) {
      ofSender();
      throw error;
    }
  }
}

function placeOf(place: GiveBack | Shortage): GiveBack {
  if (typeof place === 'string') throw new LineIsFullError(RETRY_AFTER);
  return place;
}
