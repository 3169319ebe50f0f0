import { connectionOf, type Connection, type PageRow } from './connection.js';
import type { Order, Page } from './page.js';

/** The order of a list that is computed instead of read: by position. */
export function byPosition(name: string): Order {
  return { name, descending: false, columns: [{ name: 'position', type: 'number' }] };
}

export function pageOfList<Item extends object>(
  items: readonly Item[],
  page: Page,
): Connection<Item & PageRow> {
  const position = (key: Page['after'], otherwise: number) => (key ? Number(key[0]) : otherwise);
  const { descending } = page.order;
  const [low, high] = descending ? [page.before, page.after] : [page.after, page.before];
  const [from, to] = [position(low, -1), position(high, items.length)];
  const rows = items
    .map((item, index) => ({ ...item, pageKey: [index] }))
    .filter((_item, index) => index > from && index < to);
  if (page.backward !== descending) rows.reverse();
  return connectionOf(rows.slice(0, page.limit + 1), page, async () => items.length);
}
