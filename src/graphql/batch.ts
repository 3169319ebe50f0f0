import DataLoader from 'dataloader';

/**
 * Gathers the keys that one request's resolvers ask for and loads them with one statement, so the
 * number of statements does not grow with the number of rows. One instance per request.
 */
export class Batch {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown>>();

  /**
   * @param name tells batches apart; whatever `load` closes over must be part of it.
   * @param load answers all keys at once; a key that is missing from the map loads as null.
   */
  load<Key extends string | number, Value>(
    name: string,
    key: Key,
    load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): Promise<Value | null> {
    let loader = this.#loaders.get(name) as DataLoader<Key, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null>(async (keys) => {
        const found = await load(keys);
        return keys.map((each) => found.get(each) ?? null);
      });
      this.#loaders.set(name, loader);
    }
    return loader.load(key);
  }

  /** Forgets what was read; a change within the request calls it, so that its answer is fresh. */
  clear(): void {
    this.#loaders.clear();
  }
}
