/**
 * What must be there when it is read, because the hub itself put it there. Where it is missing all the same, there is
 * a mistake in the hub, and these throw instead of going on with nothing.
 */

/** The value of a key. */
export function required<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing is kept for ${String(key)}.`);
  return value;
}

/** The first of a list that is never empty, such as the row of a statement that always answers with one. */
export function firstOf<Item>(list: readonly Item[]): Item {
  return itemAt(list, 0);
}

/** The last of a list that is never empty. */
export function lastOf<Item>(list: readonly Item[]): Item {
  return itemAt(list, list.length - 1);
}

/** The items of two lists of one length, side by side. */
export function paired<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
): [Left, Right][] {
  if (left.length !== right.length)
    throw new Error(`A list of ${left.length} is paired with a list of ${right.length}.`);
  return left.map((item, index) => [item, itemAt(right, index)]);
}

/** The item at a position that the list has. */
export function itemAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`A list of ${list.length} has no item ${index}.`);
  return item;
}
