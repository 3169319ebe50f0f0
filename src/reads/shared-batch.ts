/** A request that asks for more keys at once sends a statement of its own, and nobody waits for it. */
const FEW = 20;

type Load<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;
/** How a statement that several requests wait for is run. */
export type RunShared = <Result>(work: () => Promise<Result>) => Promise<Result>;
type Group = { keys: Set<unknown>; found: Promise<ReadonlyMap<unknown, unknown>> };

/**
 * Loads for several requests together what does not depend on who asks. The next statement of a name
 * waits for the end of the one before, and takes the keys of everybody who came meanwhile: under load
 * many requests share it, and alone nobody waits. Every caller gets what a statement found that began
 * after it asked, so whatever was changed before somebody asks is seen; and a key that cannot be asked
 * for spoils nobody else's answer.
 */
export class SharedBatch {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #next = new Map<string, Group>();

  /** @param run gives a statement time of its own, so that it does not end with who asked first. */
  constructor(private readonly run: RunShared = (work) => work()) {}

  /**
   * @param name tells batches apart; whatever `load` closes over must be part of it, but for where it
   *   reads, which must be the database outside of any transaction.
   * @returns what was found of these keys, perhaps with others.
   */
  load<Key, Value>(
    name: string,
    keys: readonly Key[],
    load: Load<Key, Value>,
  ): Promise<ReadonlyMap<Key, Value>> {
    if (keys.length > FEW) return load(keys);
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
    // What else arrives in this turn of the event loop joins.
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
