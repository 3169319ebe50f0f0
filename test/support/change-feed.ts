import type { TestHub } from './hub.js';

/** A change as the feed tells it to the public. */
export interface Told {
  cursor: string;
  revision: number;
  kind: string;
  nodeType: string | null;
  nodeId: string | null;
}

/** The cursor of the newest change. */
export async function newestCursor(hub: TestHub): Promise<string> {
  const { changes } = await hub.data('{ changes(last: 1) { pageInfo { endCursor } } }');
  return changes.pageInfo.endCursor;
}

/** Everything after a cursor, page by page. */
export async function changesAfter(hub: TestHub, cursor: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let after = cursor, more = true; more;) {
    const { changes } = await hub.data(
      `query ($after: String!) { changes(first: 100, after: $after) {
        edges { cursor node { revision kind nodeType nodeId } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    told.push(...changes.edges.map(({ cursor, node }: any) => ({ cursor, ...node })));
    more = changes.pageInfo.hasNextPage;
    after = changes.pageInfo.endCursor ?? after;
  }
  return told;
}
