import { FIGURE, targetColour } from '../shared/theme';
import { percent, targetPercent } from '../shared/format';
import { reportedPercent, targetOf, targetYears, type Line } from './line';

/** A line on one date of the series. */
export interface Dated {
  asOf: string;
  line: Line;
}

/** A point of a drawn line; where nothing is known the line has a gap. */
interface Point {
  day: string;
  value: number | null;
}

/** A line of the picture: what it is called, and what stands at its end. */
export interface Drawn {
  key: string;
  name: string;
  label: string;
  colour: string;
  dash?: string;
  width: number;
  points: Point[];
}

/** How high it could be, the straight path to each target, and above them the percentage itself. */
export function trendLines(
  series: readonly Dated[],
  words: {
    completed: string;
    atMost: string;
    path: (year: number) => string;
    target: (year: number) => string;
  },
): Drawn[] {
  const points = (value: (line: Line) => number | null | undefined): Point[] =>
    series.map(({ asOf, line }) => ({ day: asOf, value: value(line) ?? null }));
  const last = series.at(-1)?.line;
  return [
    {
      key: 'at-most',
      name: words.atMost,
      label: `${words.atMost}: ${percent(last?.upperPercent)}`,
      colour: FIGURE.most,
      dash: '2 4',
      width: 2,
      points: points(({ upperPercent }) => upperPercent),
    },
    ...targetYears(series.map(({ line }) => line)).map((year) => {
      const path = pathTo(year, series);
      return {
        key: `path ${year}`,
        name: words.path(year),
        label: `${words.target(year)}: ${targetPercent(path.at(-1)?.value ?? 0)}`,
        colour: targetColour(year),
        dash: '7 5',
        width: 2,
        points: path,
      };
    }),
    {
      key: 'completed',
      name: words.completed,
      label: `${words.completed}: ${percent(last && reportedPercent(last))}`,
      colour: FIGURE.completed,
      width: 3,
      points: points(reportedPercent),
    },
  ];
}

/** Where the path is on each date, as the graph tells, and the target at its end. */
function pathTo(year: number, series: readonly Dated[]): Point[] {
  const standings = series.flatMap(({ asOf, line }) => {
    const standing = targetOf(line, year);
    return standing ? [{ asOf, standing }] : [];
  });
  const target = standings.at(-1)?.standing.target;
  return [
    ...standings.map(({ asOf, standing }) => ({
      day: asOf,
      value: standing.expectedPercent ?? null,
    })),
    ...(target ? [{ day: target.dueOn, value: target.percent }] : []),
  ];
}

/** How far apart labels are at least, in pixels. */
const LABEL_HEIGHT = 16;

/** Puts labels that would lie over each other apart, in the order of their height: each as near to its own as there is room. */
export function apart(heights: readonly number[], least: number, greatest: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  order.forEach((index, place) => {
    const above = place === 0 ? least - LABEL_HEIGHT : placed[order[place - 1]!]!;
    placed[index] = Math.max(placed[index]!, above + LABEL_HEIGHT);
  });
  [...order].reverse().forEach((index, place, all) => {
    const below = place === 0 ? greatest + LABEL_HEIGHT : placed[all[place - 1]!]!;
    placed[index] = Math.min(placed[index]!, below - LABEL_HEIGHT);
  });
  return placed;
}
