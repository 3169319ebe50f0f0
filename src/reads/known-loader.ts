import { itemAt } from '../shared/required.js';
import type { Database } from '../database/orm.js';
import type { KnownRequest } from '../database/row-versions.js';
import type { Found } from './batch.js';
import { shared, type Loader, type Reading } from './loader.js';

/**
 * Declares a loader of what holds now, by `now`, which keeps it, and of what was known at a moment,
 * which is read from the versions of rows. The moment Infinity means now.
 * @param then reads all requests at once; it finds the values by their positions, from 1 on.
 */
export function knownLoader<Value>(
  name: string,
  now: Loader<Reading, number, Value, []>,
  then: (database: Database, requests: readonly KnownRequest[]) => Found<number, Value>,
) {
  const past = shared(name, async (database, keys: readonly string[]) => {
    const found = await then(database, keys.map(requestOf));
    const values = new Map<string, Value>();
    for (const [position, value] of found) values.set(itemAt(keys, position - 1), value);
    return values;
  });
  const load = (from: Reading, id: number, knownAt = Infinity): Promise<Value | null> =>
    knownAt === Infinity ? now(from, id) : past(from, keyOf(id, knownAt));
  /** The values in the order of the requests. */
  const all = async (from: Reading, requests: readonly KnownRequest[]) => {
    const ids = new Set<number>();
    const keys = new Set<string>();
    for (const { id, knownAt } of requests)
      if (knownAt === Infinity) ids.add(id);
      else keys.add(keyOf(id, knownAt));
    const [present, former] = await Promise.all([
      ids.size === 0 ? null : now.all(from, [...ids]),
      keys.size === 0 ? null : past.all(from, [...keys]),
    ]);
    return requests.map(({ id, knownAt }) =>
      knownAt === Infinity ? present?.get(id) : former?.get(keyOf(id, knownAt)),
    );
  };
  return Object.assign(load, { all });
}

/** The request as one text, by which it is read only once. */
export const keyOf = (id: number, knownAt: number | null): string => `${id}@${knownAt}`;

export function requestOf(key: string): KnownRequest {
  const [id, knownAt] = key.split('@').map(Number);
  return { id: id!, knownAt: knownAt! };
}
