import type { LineFiguresFragment, Pillar } from '../generated/graphql';

export type Line = LineFiguresFragment;
export type TargetStanding = Line['targets'][number];

/** All four pillars together have a line as well, of which the graph says null. */
export type PillarOrAll = Pillar | 'ALL_FOUR';

export const pillarOf = (line: Pick<Line, 'pillar'>): PillarOrAll => line.pillar ?? 'ALL_FOUR';

/** The official percentage; null where nobody has reported, because 0% would be read as a result. */
export const reportedPercent = ({ reported, percent }: Line): number | null =>
  reported === 0 ? null : (percent ?? null);

/** The years for which any of the lines has a target, earliest first. */
export const targetYears = (lines: readonly Line[]): number[] =>
  [...new Set(lines.flatMap(({ targets }) => targets.map(({ target }) => target.year)))].sort();

/** Whether nobody has reported: then nothing is known of the figure, which is no zero. */
export const isUnknown = ({ institutions, reported }: Line): boolean =>
  institutions > 0 && reported === 0;

export const targetOf = (line: Line, year: number): TargetStanding | undefined =>
  line.targets.find(({ target }) => target.year === year);
