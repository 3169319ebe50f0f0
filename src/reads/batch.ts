import DataLoader from 'dataloader';
import type { PublicationState } from '../database/publish.js';
import type { StandbyReads } from '../database/standby-reads.js';
import { asNobody } from '../shared/who-asks.js';
import { KeptFacts } from './kept-facts.js';
import { SharedBatch, type RunShared } from './shared-batch.js';

/** The values of keys; a key that is missing from the map has none. */
export type Found<Key, Value> = Promise<ReadonlyMap<Key, Value>>;
type Read<Key, Value> = (keys: readonly Key[]) => Found<Key, Value>;

/**
 * How long what was read is used: in this request, also in the requests that wait for it, or until
 * published data changes.
 */
export type Lifetime = 'REQUEST' | 'SHARED' | 'KEPT';

export class SharedReads {
  readonly batch: SharedBatch;
  readonly kept = new KeptFacts();
  /** The same for requests that read on a standby: it may not have yet what one that changes has done. */
  readonly onStandby: Sharing['reads'];

  /** @param standby null where nothing is read on one. */
  constructor(
    run?: RunShared,
    readonly standby: StandbyReads | null = null,
  ) {
    this.batch = new SharedBatch(run);
    this.onStandby = { batch: new SharedBatch(run), kept: this.kept };
  }
}

/** The part of a request in the shared loaders. */
export interface Sharing {
  reads: Pick<SharedReads, 'batch' | 'kept'>;
  /** The state of published data, read since the request arrived. */
  publication: () => Promise<PublicationState>;
}

/**
 * Collects the keys that the resolvers of one request need and reads them with one statement, so
 * that the number of statements does not grow with the number of rows. One instance per request.
 * Loaders are declared with `perRequest`, `shared` and `kept`, which say the name and the lifetime
 * of each in one place.
 */
export class Batch {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown, unknown>>();

  /** @param sharing left out, the request reads everything for itself. */
  constructor(private readonly sharing?: Sharing) {}

  /**
   * @param name identifies the batch; everything that `read` closes over must be part of it, except
   * its source, which for a lifetime beyond the request must be the database outside of any
   * transaction.
   */
  load<Key, Value>(
    name: string,
    lifetime: Lifetime,
    key: Key,
    read: Read<Key, Value>,
  ): Promise<Value | null> {
    let loader = this.#loaders.get(name) as DataLoader<Key, Value | null, unknown> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value | null, unknown>(
        async (keys) => {
          const found = await this.loadAll(name, lifetime, keys, read);
          return keys.map((each) => found.get(each) ?? null);
        },
        { cacheKeyFn: keyOf },
      );
      this.#loaders.set(name, loader);
    }
    return loader.load(key);
  }

  /** Reads the keys that are not in memory, at once; the map may hold others as well. */
  async loadAll<Key, Value>(
    name: string,
    lifetime: Lifetime,
    keys: readonly Key[],
    read: Read<Key, Value>,
  ): Found<Key, Value> {
    const { sharing } = this;
    if (!sharing || lifetime === 'REQUEST') return read(keys);
    const { batch, kept: facts } = sharing.reads;
    // What requests share is for everybody.
    const together: Read<Key, Value> = (some) => asNobody(() => read(some));
    if (lifetime === 'SHARED') return batch.load(name, keys, together);
    const kept = facts.under<Key, Value>(await sharing.publication(), name);
    const missing = keys.filter((each) => !kept.has(each));
    if (missing.length === 0) return kept;
    const found = await batch.join(name, missing, together);
    for (const each of missing) {
      const value = found.get(each);
      if (value !== undefined) kept.set(each, value);
    }
    return kept;
  }

  /** Forgets what was read. A change within the request calls it, so that its answer is fresh. */
  clear(): void {
    this.#loaders.clear();
  }
}

/** Equal for keys that mean the same: a number or a text itself, an object by what is in it. */
function keyOf(key: unknown): unknown {
  return typeof key === 'object' ? textOf(key) : key;
}

/** Equal for what has the same content. */
export function textOf(value: unknown): string {
  // JSON has no Infinity.
  return JSON.stringify(value, (_name, part: unknown) => (part === Infinity ? 'Infinity' : part));
}
