import type { PublicationState } from '../database/publish.js';

/**
 * Small published data that is read again and again, such as units and frameworks. It is kept for
 * one state of the data and dropped as soon as another state is seen. Only existing rows are kept,
 * so it grows no larger than the tables.
 */
export class KeptFacts {
  #state = '';
  #facts = new Map<string, Map<unknown, unknown>>();

  /**
   * The facts under a name, to read and to add to.
   * @param state read by the caller before the rows that it adds, which are therefore at least as
   * new.
   */
  under<Key, Value>(state: PublicationState, name: string): Map<Key, Value> {
    const now = `${state.revision} ${state.publishedAt.getTime()}`;
    if (now !== this.#state) {
      // A caller that still adds to the maps of an earlier state adds to maps that nobody reads.
      this.#facts = new Map();
      this.#state = now;
    }
    let facts = this.#facts.get(name);
    if (!facts) this.#facts.set(name, (facts = new Map()));
    return facts as Map<Key, Value>;
  }
}
