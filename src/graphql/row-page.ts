import { connectionOf, type Connection, type PageRow } from './connection.js';
import { cursorOutdated, type Order, type Page, type PageInput } from './page.js';

/**
 * The order of rows that are computed and may move with any publication. A cursor has the place of
 * its row and what the row is about.
 */
export function orderOfRows(name: string): Order {
  return {
    name,
    descending: false,
    columns: [
      { name: 'place', type: 'number' },
      { name: 'about', type: 'text' },
    ],
  };
}

/** What the cost of a page of computed rows depends on. */
export interface RowsCost {
  args: PageInput;
  childComplexity: number;
}

/**
 * The cost of a page of computed rows.
 * @param reading what reading all of them costs, whatever part is shown.
 */
export function costOfRows(reading: number) {
  return ({ args, childComplexity }: RowsCost): number =>
    reading + (args.first ?? args.last ?? 0) * childComplexity;
}

/**
 * A page of all rows in their order, or in the reverse.
 * @param keyOf what tells a row from all others, whatever the order.
 * @throws RequestError CURSOR_OUTDATED when the row of a cursor is no longer at its place.
 */
export function pageOfRows<Row extends object>(
  rows: readonly Row[],
  page: Page,
  keyOf: (row: Row) => string,
): Connection<Row & PageRow> {
  const listed = page.order.descending ? rows.toReversed() : rows;
  const placeOf = (argument: 'after' | 'before'): number | null => {
    const key = page[argument];
    if (!key) return null;
    const [place, about] = key;
    const row = listed[Number(place)];
    if (!row || keyOf(row) !== about) throw cursorOutdated(argument);
    return Number(place);
  };
  const start = (placeOf('after') ?? -1) + 1;
  const end = placeOf('before') ?? listed.length;
  // One more than the page shows says whether there are others.
  const more = page.limit + 1;
  const from = page.backward ? Math.max(start, end - more) : start;
  const shown = listed
    .slice(from, Math.min(end, from + more))
    .map((row, index) => ({ ...row, pageKey: [from + index, keyOf(row)] as const }));
  return connectionOf(page.backward ? shown.toReversed() : shown, page, async () => rows.length);
}
