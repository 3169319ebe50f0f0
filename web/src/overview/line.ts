import { tellingLines as telling } from '../../../src/shared/told-lines';
import type { LineFiguresFragment, RankedLineFragment } from '../generated/graphql';
import { COMMON_INDICATORS } from '../shared/lists';

export type Line = LineFiguresFragment;

/** What is told of a line among others. */
export type RankedLine = RankedLineFragment;

export type TargetStanding = RankedLine['targets'][number];

export const codeOf = ({ indicator }: RankedLine): string => indicator.code;

/** The indicator that every hub has under a code; undefined where it is one of the hub's own. */
export const commonIndicator = (code: string) => COMMON_INDICATORS.find((each) => each === code);

/** Those lines of a report that say something here. */
export const tellingLines = (lines: readonly Line[]): readonly Line[] =>
  telling(
    lines,
    (line) => !commonIndicator(codeOf(line)),
    ({ decided }) => decided,
  );

/** By which indicators a line is asked for: those that every hub has together, so that all of them can be chosen at once. */
export const askedWith = (code: string): string[] | null => (commonIndicator(code) ? null : [code]);

/** The official percentage; null where nobody has reported, because 0% would be read as a result. */
export const reportedPercent = ({ reported, percent }: RankedLine): number | null =>
  reported === 0 ? null : (percent ?? null);

/** The years for which any of the lines has a target, earliest first. */
export const targetYears = (lines: readonly RankedLine[]): number[] =>
  [...new Set(lines.flatMap(({ targets }) => targets.map(({ target }) => target.year)))].sort();

export function targetOf<Of extends RankedLine>(
  line: Of,
  year: number,
): Of['targets'][number] | undefined {
  const targets: readonly Of['targets'][number][] = line.targets;
  return targets.find(({ target }) => target.year === year);
}
