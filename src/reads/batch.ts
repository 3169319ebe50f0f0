import DataLoader from 'dataloader';
import type { PublicationState } from '../database/publish.js';
import { KeptFacts } from './kept-facts.js';
import { SharedBatch, type RunShared } from './shared-batch.js';

type Load<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

export class SharedReads {
  readonly batch: SharedBatch;
  readonly kept = new KeptFacts();

  constructor(run?: RunShared) {
    this.batch = new SharedBatch(run);
  }
}

/** The part of a request in the shared loaders. */
export interface Sharing {
  reads: SharedReads;
  /** The state of published data, read since the request arrived. */
  publication: () => Promise<PublicationState>;
}

/**
 * Gathers the keys that the resolvers of one request need and loads them with one statement, so
 * that the number of statements does not grow with the number of rows. One instance per request.
 */
export class Batch {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown>>();

  /** @param sharing left out, the request reads everything for itself. */
  constructor(private readonly sharing?: Sharing) {}

  /**
   * @param name identifies the batch; everything that `load` closes over must be part of it.
   * @param load reads all keys at once; a key that is missing from the map loads as null.
   */
  load<Key extends string | number, Value>(
    name: string,
    key: Key,
    load: Load<Key, Value>,
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

  /**
   * Loads data that is the same for every viewer, together with other requests.
   * @param load reads outside of any transaction, and closes over nothing that is not in the name.
   */
  loadShared<Key extends string | number, Value>(
    name: string,
    key: Key,
    load: Load<Key, Value>,
  ): Promise<Value | null> {
    const { sharing } = this;
    if (!sharing) return this.load(name, key, load);
    return this.load(name, key, (keys) => sharing.reads.batch.load(name, keys, load));
  }

  /**
   * Loads data that changes only by publication and is small enough to be kept in memory.
   * @param load as of {@link loadShared}.
   */
  loadKept<Key extends string | number, Value>(
    name: string,
    key: Key,
    load: Load<Key, Value>,
  ): Promise<Value | null> {
    const { sharing } = this;
    if (!sharing) return this.load(name, key, load);
    return this.load(name, key, async (keys) => {
      const kept = sharing.reads.kept.under<Key, Value>(await sharing.publication(), name);
      const missing = keys.filter((each) => !kept.has(each));
      if (missing.length === 0) return kept;
      const found = await sharing.reads.batch.load(name, missing, load);
      for (const each of missing) if (found.has(each)) kept.set(each, found.get(each)!);
      return kept;
    });
  }

  /** Forgets what was read. A change within the request calls it, so that its answer is fresh. */
  clear(): void {
    this.#loaders.clear();
  }
}
