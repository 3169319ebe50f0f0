import { Places, type GiveBack, type Shortage } from './places.js';

/** How many work at once and how many wait; one holder has half of each unless it is said. */
export interface FairTurnsOptions {
  atOnce: number;
  waiting: number;
}

interface Waiting<Holder> {
  holder: Holder;
  /** Gives the seat in the line back. */
  leaveLine: GiveBack;
  come: (turn: GiveBack) => void;
}

/**
 * Lets so many work at once, of which one holder has only a share. The others wait here, and the next turn
 * goes to the one whose holder has the fewest, the first of several: so nobody waits for all that another
 * one wants.
 */
export class FairTurns<Holder extends string | number = string> {
  readonly #turns: Places<Holder>;
  readonly #seats: Places<Holder>;
  readonly #line = new Set<Waiting<Holder>>();

  constructor({ atOnce, waiting }: FairTurnsOptions) {
    this.#turns = new Places(atOnce);
    this.#seats = new Places(waiting);
  }

  /**
   * Waits for a turn.
   * @param whenGone calls back when the holder no longer wants it.
   * @returns what ends the turn; null if the holder has gone; why there is no place even to wait.
   */
  async take(
    holder: Holder,
    whenGone: (then: () => void) => void,
  ): Promise<GiveBack | Shortage | null> {
    const turn = this.#turns.take(holder);
    if (typeof turn !== 'string') return this.#passingOn(turn);
    const leaveLine = this.#seats.take(holder);
    if (typeof leaveLine === 'string') return leaveLine;
    return new Promise((resolve) => {
      const waiting = { holder, leaveLine, come: resolve };
      this.#line.add(waiting);
      whenGone(() => {
        if (!this.#line.delete(waiting)) return;
        leaveLine();
        resolve(null);
      });
    });
  }

  #passingOn(turn: GiveBack): GiveBack {
    return () => {
      turn();
      this.#callNext();
    };
  }

  /** Those who wait while there is a turn have as many as they may: each turn that ends calls one. */
  #callNext(): void {
    const has = ({ holder }: Waiting<Holder>) => this.#turns.takenBy(holder);
    for (const waiting of [...this.#line].sort((one, other) => has(one) - has(other))) {
      const turn = this.#turns.take(waiting.holder);
      if (typeof turn === 'string') continue;
      this.#line.delete(waiting);
      waiting.leaveLine();
      waiting.come(this.#passingOn(turn));
    }
  }
}
