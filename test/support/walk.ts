import { emptyCounts, type Line } from './naive-model.js';

/** A line of progress, counted from institutions with their group and pillars as the graph tells them. */
export function lineOfWalk(nodes: any[], { group, pillar }: Pick<Line, 'group' | 'pillar'>) {
  const { carriedForward: _, ...counts } = emptyCounts();
  const line = { group, pillar, ...counts };
  for (const node of nodes.filter((each) => each.group === group)) {
    const asked = node.pillars.filter(
      (each: any) =>
        each.observation !== 'NOT_APPLICABLE' && (pillar === null || each.pillar === pillar),
    );
    const observed = (...observations: string[]) =>
      asked.some((each: any) => observations.includes(each.observation));
    if (asked.length === 0) {
      line.notApplicable += 1;
      continue;
    }
    line.institutions += 1;
    if (asked.every(({ stage }: any) => stage === 'COMPLETED')) line.completed += 1;
    if (observed('REPORTED')) line.reported += 1;
    else if (observed('IN_REVIEW', 'RETURNED')) line.inReview += 1;
    else line.notReported += 1;
  }
  return line;
}
