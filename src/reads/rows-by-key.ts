/** The rows of each key. A row that belongs to many keys is one object, so that it can be kept. */
export function rowsByKey<Row extends { id: number }>(
  found: readonly (readonly [key: number, row: Row])[],
): Map<number, Row[]> {
  const once = new Map<number, Row>();
  const all = new Map<number, Row[]>();
  for (const [key, each] of found) {
    const row = once.get(each.id) ?? each;
    once.set(row.id, row);
    const rows = all.get(key);
    if (rows) rows.push(row);
    else all.set(key, [row]);
  }
  return all;
}
