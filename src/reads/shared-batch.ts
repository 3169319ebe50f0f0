/** A request with more keys sends its own statement, so that nobody waits for it. */
const FEW = 20;

type Load<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;
export type RunShared = <Result>(work: () => Promise<Result>) => Promise<Result>;
type Group = { keys: Set<unknown>; found: Promise<ReadonlyMap<unknown, unknown>> };

/**
 * Loads data for several requests together that does not depend on the viewer. The next statement
 * of a name waits for the end of the one before, and takes the keys of all callers that came in the
 * meantime: under load many requests share a statement, and alone nobody waits. Every caller gets
 * the result of a statement that began after its call, so it sees all earlier changes; and a key
 * that fails does not spoil the answers of others.
 */
export class SharedBatch {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #next = new Map<string, Group>();

  /**
   * @param run gives a statement its own time limit, so that it does not end with the request that
   * started it.
   */
  constructor(private readonly run: RunShared = (work) => work()) {}

  /**
   * @param name identifies the batch; everything that `load` closes over must be part of it, except
   * its source, which must be the database outside of any transaction.
   * @returns the values of these keys, perhaps with others.
   */
  load<Key, Value>(
    name: string,
    keys: readonly Key[],
    load: Load<Key, Value>,
  ): Promise<ReadonlyMap<Key, Value>> {
    return keys.length > FEW ? load(keys) : this.join(name, keys, load);
  }

  /** As `load`, with any number of keys: for what all others need as well. */
  join<Key, Value>(
    name: string,
    keys: readonly Key[],
    load: Load<Key, Value>,
  ): Promise<ReadonlyMap<Key, Value>> {
    const group = this.#next.get(name) ?? this.#gather(name, load as Load<unknown, unknown>);
    for (const key of keys) group.keys.add(key);
    const found = group.found as Promise<ReadonlyMap<Key, Value>>;
    return found.catch((error: unknown) => {
      if (group.keys.size === new Set<unknown>(keys).size) throw error;
      return load(keys);
    });
  }

  #gather(name: string, load: Load<unknown, unknown>): Group {
    const keys = new Set<unknown>();
    // Keys that arrive in the same turn of the event loop join.
    const turn = async () => {
      await this.#running.get(name);
      await new Promise<void>(setImmediate);
    };
    const found = turn().then(() => {
      this.#next.delete(name);
      const running = this.run(() => load([...keys]));
      const ended = running.then(ignore, ignore).then(() => {
        if (this.#running.get(name) === ended) this.#running.delete(name);
      });
      this.#running.set(name, ended);
      return running;
    });
    const group = { keys, found };
    this.#next.set(name, group);
    return group;
  }
}

function ignore(): void {}
