import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** So many are unfolded at a time. */
const IN_A_FOLD = 500;

/**
 * Many records that are alike, held as compressed JSON in a twentieth of their room. They come back in
 * their order, as often as they are asked for; what is undefined in them is left out.
 */
export class Folded<Item> implements Iterable<Item> {
  readonly #folds: Buffer[] = [];
  #open: Item[] = [];

  add(item: Item): void {
    this.#open.push(item);
    if (this.#open.length < IN_A_FOLD) return;
    this.#folds.push(deflateRawSync(JSON.stringify(this.#open), { level: 1 }));
    this.#open = [];
  }

  *[Symbol.iterator](): Generator<Item, void> {
    for (const fold of this.#folds) yield* JSON.parse(inflateRawSync(fold).toString('utf8'));
    yield* this.#open;
  }
}
