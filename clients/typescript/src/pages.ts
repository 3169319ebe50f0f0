/** A page of a list: what the hub calls a connection. */
export interface Page<Row> {
  nodes?: readonly Row[];
  edges?: readonly { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A page of a walk, and the place after it. */
export interface Step<Row> {
  rows: readonly Row[];
  /** `after` for a walk that goes on behind this page, now or in another run; null before the first row. */
  cursor: string | null;
}

/** Every page of a list, as they are needed. */
export async function* walk<Row>(
  after: string | null | undefined,
  read: (after: string | null) => Promise<Page<Row> | null | undefined>,
): AsyncGenerator<Step<Row>> {
  let cursor = after ?? null;
  for (;;) {
    const page = await read(cursor);
    if (!page) return;
    const { hasNextPage, endCursor } = page.pageInfo;
    // Without it the first page would come again and again.
    if (hasNextPage && endCursor == null) throw new TypeError('The document needs endCursor.');
    // An empty page has none, and leaves the walk where it is.
    cursor = endCursor ?? cursor;
    yield { rows: page.nodes ?? page.edges?.map(({ node }) => node) ?? [], cursor };
    if (!hasNextPage) return;
  }
}
