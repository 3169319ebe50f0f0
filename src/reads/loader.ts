import type { Database } from '../database/orm.js';
import { textOf, type Batch, type Found, type Lifetime } from './batch.js';

/** What a loader reads from, and what was read already. */
export interface Reading {
  database: Database;
  batch: Batch;
}

/**
 * Reads the value of a key; null when there is none. What is needed at the same time is read by one
 * statement. `given` is what the statement needs besides its keys: keys with an equal `given` are
 * read together.
 */
export interface Loader<From extends Reading, Key, Value, Given extends readonly unknown[]> {
  (from: From, key: Key, ...given: Given): Promise<Value | null>;
  /** Reads the value of a key that has one; without it there is a mistake in the hub. */
  required(from: From, key: Key, ...given: Given): Promise<Value>;
  /** Reads several keys at once; the map may hold others as well. */
  all(from: From, keys: readonly Key[], ...given: Given): Promise<ReadonlyMap<Key, Value>>;
}

/** The name is part of the key under which requests share and keep values. */
const names = new Set<string>();

/**
 * Declares a loader of what may differ by the viewer or the request. Its values are forgotten with
 * the request.
 * @param read reads all keys at once; a key that is missing from the map has no value.
 */
export function perRequest<From extends Reading, Key, Value, Given extends readonly unknown[]>(
  name: string,
  read: (from: From, keys: readonly Key[], ...given: Given) => Found<Key, Value>,
): Loader<From, Key, Value, Given> {
  return declare(name, 'REQUEST', read);
}

/**
 * Declares a loader of what is the same for every viewer. Requests that need it at the same time
 * share a statement.
 */
export function shared<Key, Value, Given extends readonly unknown[]>(
  name: string,
  read: (database: Database, keys: readonly Key[], ...given: Given) => Found<Key, Value>,
): Loader<Reading, Key, Value, Given> {
  return declare(name, 'SHARED', ({ database }, keys, ...given: Given) =>
    read(database, keys, ...given),
  );
}

/**
 * Declares a loader of published data that is small enough to stay in memory until the next
 * publication. Only a publication may change it.
 */
export function kept<Key extends string | number, Value>(
  name: string,
  read: (database: Database, keys: readonly Key[]) => Found<Key, Value>,
): Loader<Reading, Key, Value, []> {
  return declare(name, 'KEPT', ({ database }, keys) => read(database, keys));
}

function declare<From extends Reading, Key, Value, Given extends readonly unknown[]>(
  name: string,
  lifetime: Lifetime,
  read: (from: From, keys: readonly Key[], ...given: Given) => Found<Key, Value>,
): Loader<From, Key, Value, Given> {
  if (names.has(name)) throw new Error(`Two loaders have the name ${name}.`);
  names.add(name);
  const nameFor = (given: Given) => (given.length === 0 ? name : `${name} ${textOf(given)}`);
  const load = (from: From, key: Key, ...given: Given) =>
    from.batch.load<Key, Value>(nameFor(given), lifetime, key, (keys) =>
      read(from, keys, ...given),
    );
  const all = (from: From, keys: readonly Key[], ...given: Given) =>
    from.batch.loadAll<Key, Value>(nameFor(given), lifetime, keys, (missing) =>
      read(from, missing, ...given),
    );
  const required = async (from: From, key: Key, ...given: Given) => {
    const value = await load(from, key, ...given);
    if (value === null) throw new Error(`The loader of ${name} found nothing for ${textOf(key)}.`);
    return value;
  };
  return Object.assign(load, { all, required });
}
