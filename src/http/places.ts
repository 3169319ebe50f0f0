import { isIPv6 } from 'node:net';

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
    const holder = holderOf(address);
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

/** Who has an address. A network of IPv6 belongs to one customer, who could use all its addresses. */
function holderOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [start = '', end] = address.toLowerCase().split('::');
  const first = start === '' ? [] : start.split(':');
  const last = end ? end.split(':') : [];
  const between = end === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: between }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
