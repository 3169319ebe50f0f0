/** Why there is no place: all are taken, or as many as one holder may take. */
export type Shortage = 'ALL' | 'HOLDER';

/** Gives a place back; more than once does nothing. */
export type GiveBack = () => void;

/** Places for what is done at the same time, of which one holder gets only a share. */
export class Places<Holder extends string | number = string> {
  readonly #all: number;
  readonly #ofHolder: number;
  readonly #taken = new Map<Holder, number>();
  #total = 0;

  /** @param ofHolder how many one holder may take; half of all, rounded up, unless it is said. */
  constructor(all: number, ofHolder = Math.ceil(all / 2)) {
    this.#all = all;
    this.#ofHolder = ofHolder;
  }

  get taken(): number {
    return this.#total;
  }

  get areFull(): boolean {
    return this.#total >= this.#all;
  }

  takenBy(holder: Holder): number {
    return this.#taken.get(holder) ?? 0;
  }

  /** Takes a place: gives what gives it back, or why there is none. */
  take(holder: Holder): GiveBack | Shortage {
    const before = this.takenBy(holder);
    if (before >= this.#ofHolder) return 'HOLDER';
    if (this.areFull) return 'ALL';
    this.#taken.set(holder, before + 1);
    this.#total += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#total -= 1;
      const left = this.takenBy(holder) - 1;
      if (left > 0) this.#taken.set(holder, left);
      else this.#taken.delete(holder);
    };
  }
}
