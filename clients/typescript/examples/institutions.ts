import { DashboardPageDocument, type HubClient } from '../src/index.js';

/** How many institutions there are at each stage of a pillar, and how many of which nothing is known. */
export async function stagesOf(client: HubClient, asOf: string): Promise<Record<string, number>> {
  const count: Record<string, number> = {};
  const institutions = client.rows(
    DashboardPageDocument,
    { filter: { on: asOf }, asOf, first: 100 },
    (data) => data.institutions,
  );
  for await (const { pillars } of institutions) {
    const status = pillars.find(({ pillar }) => pillar === 'STANDARDIZED_DATA')!;
    const key = status.stage ?? status.observation;
    count[key] = (count[key] ?? 0) + 1;
  }
  return count;
}
