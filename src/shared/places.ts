import { networkOf } from './network-of.js';

/** Why there is no place: all are taken, or as many as one address may take. */
export type Shortage = 'ALL' | 'ADDRESS';

/** Gives a place back; more than once does nothing. */
export type GiveBack = () => void;

/** Places for what is done at the same time, of which one address gets only a share. */
export class Places {
  readonly #all: number;
  readonly #ofAddress: number;
  readonly #taken = new Map<string, number>();
  #total = 0;

  /** @param ofAddress how many one address may take; half of all, rounded up, unless it is said. */
  constructor(all: number, ofAddress = Math.ceil(all / 2)) {
    this.#all = all;
    this.#ofAddress = ofAddress;
  }

  get taken(): number {
    return this.#total;
  }

  get areFull(): boolean {
    return this.#total >= this.#all;
  }

  /** Takes a place: gives what gives it back, or why there is none. */
  take(address: string): GiveBack | Shortage {
    const holder = networkOf(address);
    const before = this.#taken.get(holder) ?? 0;
    if (this.areFull) return 'ALL';
    if (before >= this.#ofAddress) return 'ADDRESS';
    this.#taken.set(holder, before + 1);
    this.#total += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#total -= 1;
      const left = (this.#taken.get(holder) ?? 0) - 1;
      if (left > 0) this.#taken.set(holder, left);
      else this.#taken.delete(holder);
    };
  }
}
