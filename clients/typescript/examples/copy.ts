import { ChangesDocument, DashboardPageDocument, type HubClient } from '../src/index.js';

/** The institutions by their id, as they were at a place in the feed of changes. It can be kept as JSON. */
export interface Copy {
  cursor: string | null;
  institutions: Record<string, { name: string; stages: Record<string, string | null> }>;
}

/** Reads what was published since a copy was made, or everything the first time. */
export async function upToDate(client: HubClient, copy: Copy | null): Promise<Copy> {
  let institutions = { ...copy?.institutions };
  let cursor = copy?.cursor ?? null;
  let everything = copy === null;
  const pages = client.pages(ChangesDocument, { after: cursor }, (data) => data.changes);
  for await (const page of pages) {
    for (const { nodeType, nodeId, node } of page.rows) {
      // Such a change may concern everybody.
      if (nodeType === null) everything = true;
      if (nodeType !== 'Institution' || nodeId === null) continue;
      if (node?.__typename === 'Institution') institutions[nodeId] = kept(node);
      else delete institutions[nodeId];
    }
    cursor = page.cursor;
  }
  if (everything) {
    // What is published from now on is in the feed after the cursor, so that nothing is missed.
    institutions = {};
    const rows = client.rows(DashboardPageDocument, { first: 100 }, (data) => data.institutions);
    for await (const row of rows) institutions[row.id] = kept(row);
  }
  return { cursor, institutions };
}

const kept = ({ name, pillars }: Kept) => ({
  name,
  stages: Object.fromEntries(pillars.map(({ pillar, stage }) => [pillar, stage])),
});

interface Kept {
  name: string;
  pillars: readonly { pillar: string; stage: string | null }[];
}
