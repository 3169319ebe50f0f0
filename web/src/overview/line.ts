import type { InstitutionGroup, LineFiguresFragment, Pillar } from '../generated/graphql';

export type Line = LineFiguresFragment;
export type TargetStanding = Line['targets'][number];

export const GROUPS: readonly InstitutionGroup[] = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'];

export const PILLARS: readonly Pillar[] = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];

/** All four pillars together have a line as well, of which the graph says null. */
export type PillarOrAll = Pillar | 'ALL_FOUR';

export const pillarOf = (line: Pick<Line, 'pillar'>): PillarOrAll => line.pillar ?? 'ALL_FOUR';

/** The years for which any of the lines has a target, earliest first. */
export const targetYears = (lines: readonly Line[]): number[] =>
  [...new Set(lines.flatMap(({ targets }) => targets.map(({ target }) => target.year)))].sort();

export const targetOf = (line: Line, year: number): TargetStanding | undefined =>
  line.targets.find(({ target }) => target.year === year);
