import type { PublicationState } from '../database/publish.js';

/**
 * What was read of published data that is asked for again and again, such as units and frameworks: kept
 * for one state of the data, and dropped as soon as anybody sees another. Only what is there is kept, so
 * it grows no larger than the tables.
 */
export class KeptFacts {
  #state = '';
  #facts = new Map<string, Map<unknown, unknown>>();

  /**
   * What is kept under a name, to read and to add to.
   * @param state read by whoever asks before they read what they add: that is as new as the state then.
   */
  under<Key, Value>(state: PublicationState, name: string): Map<Key, Value> {
    const now = `${state.revision} ${state.publishedAt.getTime()}`;
    if (now !== this.#state) {
      // Who still adds to the maps of another state adds to what nobody reads.
      this.#facts = new Map();
      this.#state = now;
    }
    let facts = this.#facts.get(name);
    if (!facts) this.#facts.set(name, (facts = new Map()));
    return facts as Map<Key, Value>;
  }
}
