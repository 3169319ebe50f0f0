import type { LineFiguresFragment } from '../generated/graphql';
import { COMMON_INDICATORS } from '../shared/lists';

export type Line = LineFiguresFragment;
export type TargetStanding = Line['targets'][number];

export const codeOf = ({ indicator }: Line): string => indicator.code;

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

/** By which indicators a line is asked for: those that every hub has together, so that all of them can be chosen at once. */
export const askedWith = (code: string): string[] | null => (commonIndicator(code) ? null : [code]);

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
