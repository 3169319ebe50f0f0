import type {
  InstitutionGroup,
  LineFiguresFragment,
  RankedLineFragment,
} from '../generated/graphql';
import { COMMON_INDICATORS } from '../shared/lists';

export type Line = LineFiguresFragment;

/** What is told of a line among others. */
export type RankedLine = RankedLineFragment;

export type TargetStanding = RankedLine['targets'][number];

export const codeOf = ({ indicator }: RankedLine): string => indicator.code;

const isWhole = (line: RankedLine) => codeOf(line) === 'ALL_FOUR';

/** The indicator that every hub has under a code; undefined where it is one of the hub's own. */
export const commonIndicator = (code: string) => COMMON_INDICATORS.find((each) => each === code);

/**
 * Those lines of a report that say something here. In a hub with indicators of its own these are the ones that apply
 * to somebody, and of a group the pillars where anything asks them: a hub that never does has no table of nothing.
 */
export function tellingLines(lines: readonly Line[]): readonly Line[] {
  const isOwn = (line: Line) => !commonIndicator(codeOf(line));
  if (!lines.some(isOwn)) return lines;
  const asking = lines.filter(
    (line) => !isOwn(line) && (line.decided || isAnswered(line) || line.targets.length > 0),
  );
  return lines.filter((line) =>
    isOwn(line) ? line.institutions > 0 : asking.some(({ group }) => group === line.group),
  );
}

const isAnswered = ({ reported, inReview }: Line) => reported > 0 || inReview > 0;

/** The line of a group that says most of it: that of all four pillars, else one with a target. */
export function chiefOf(lines: readonly Line[], group: InstitutionGroup): Line | undefined {
  const counted = lines.filter((line) => line.group === group && line.institutions > 0);
  return counted.find(isWhole) ?? counted.find(({ targets }) => targets.length > 0) ?? counted[0];
}

/** The lines of a group, that of all four pillars first. */
export function offeredIn(lines: readonly Line[], group: InstitutionGroup): readonly Line[] {
  const offered = lines.filter((line) => line.group === group);
  return [...offered.filter(isWhole), ...offered.filter((line) => !isWhole(line))];
}

/** By which indicators a line is asked for: those that every hub has together, so that all of them can be chosen at once. */
export const askedWith = (code: string): string[] | null => (commonIndicator(code) ? null : [code]);

/** The official percentage; null where nobody has reported, because 0% would be read as a result. */
export const reportedPercent = ({ reported, percent }: RankedLine): number | null =>
  reported === 0 ? null : (percent ?? null);

/** The years for which any of the lines has a target, earliest first. */
export const targetYears = (lines: readonly RankedLine[]): number[] =>
  [...new Set(lines.flatMap(({ targets }) => targets.map(({ target }) => target.year)))].sort();

/** Whether nobody has reported: then nothing is known of the figure, which is no zero. */
export const isUnknown = ({ institutions, reported }: RankedLine): boolean =>
  institutions > 0 && reported === 0;

export function targetOf<Of extends RankedLine>(
  line: Of,
  year: number,
): Of['targets'][number] | undefined {
  const targets: readonly Of['targets'][number][] = line.targets;
  return targets.find(({ target }) => target.year === year);
}

/** The target that is due next; the last one where all are over. */
export function nextTarget({ targets }: RankedLine, asOf: string): TargetStanding | undefined {
  const inOrder = [...targets].sort((a, b) => a.target.dueOn.localeCompare(b.target.dueOn));
  return inOrder.find(({ target }) => target.dueOn >= asOf) ?? inOrder.at(-1);
}
