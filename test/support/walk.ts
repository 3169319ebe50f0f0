import type { TestHub } from './hub.js';
import { emptyCounts, type Line } from './naive-model.js';

/** The date and the unit that the walk is of, as arguments of the graph. */
export const AS_OF = '2024-12-31';
export const OLD = 'code: "67", kind: PROVINCE, on: "2024-12-31"';
/** The province that took it over whole. */
export const NEW = 'code: "68", kind: PROVINCE, on: "2026-01-01"';

/** Every institution of the old province on the date, with its pillars, page by page. */
export async function walk(hub: TestHub, knownAt: string | null = null): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { unit }: any = await hub.data(
      `query ($after: String, $asOf: LocalDate!, $knownAt: DateTime) {
        unit: administrativeUnit(${OLD}) { institutions(on: $asOf, first: 100, after: $after) {
          nodes { id code name group pillars(asOf: $asOf, knownAt: $knownAt) {
            pillar observation stage points maxPoints revision update { id }
          } }
          pageInfo { hasNextPage endCursor }
        } } }`,
      { after, asOf: AS_OF, knownAt },
    );
    found.push(...unit.institutions.nodes);
    ({ endCursor: after, hasNextPage: more } = unit.institutions.pageInfo);
  }
  return found;
}

/** The pillars of a line that apply to an institution. */
export const askedOf = ({ pillars }: any, pillar: string | null): any[] =>
  pillars.filter(
    (each: any) =>
      each.observation !== 'NOT_APPLICABLE' && (pillar === null || each.pillar === pillar),
  );

/** A line of progress, counted from institutions with their group and pillars as the graph tells them. */
export function lineOfWalk(nodes: any[], { group, pillar }: Pick<Line, 'group' | 'pillar'>) {
  const { carriedForward: _, ...counts } = emptyCounts();
  const line = { group, pillar, ...counts };
  for (const node of nodes.filter((each) => each.group === group)) {
    const asked = askedOf(node, pillar);
    const observed = (...observations: string[]) =>
      asked.some((each: any) => observations.includes(each.observation));
    if (asked.length === 0) {
      line.notApplicable += 1;
      continue;
    }
    line.institutions += 1;
    if (asked.every(({ stage }: any) => stage === 'COMPLETED')) line.completed += 1;
    if (asked.every(({ observation }: any) => observation === 'REPORTED')) line.reported += 1;
    else if (observed('IN_REVIEW', 'RETURNED')) line.inReview += 1;
    else line.notReported += 1;
  }
  return line;
}
