import { isCommonIndicator } from '../indicators/indicator.js';
import {
  isDecided,
  type ProgressLineRow,
  type TargetStandingRow,
} from '../progress/progress-line.js';
import type { LocalDate } from '../shared/dates.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';

/** Which of a unit's lines a reader wants first; null for the one that says most. */
export interface ChosenLine {
  group: InstitutionGroup | null;
  indicator: string | null;
}

const codeOf = ({ indicator }: ProgressLineRow): string => indicator.code;

export const isAllFour = (line: ProgressLineRow): boolean => codeOf(line) === 'ALL_FOUR';

const GROUPS = Object.values(InstitutionGroup);

/**
 * Those lines of a report that say something here, as the console shows them. In a hub with indicators of its own these
 * are the ones that apply to somebody, and of a group the pillars where anything asks them.
 */
export function tellingLines(lines: readonly ProgressLineRow[]): readonly ProgressLineRow[] {
  const isOwn = (line: ProgressLineRow) => !isCommonIndicator(codeOf(line));
  if (!lines.some(isOwn)) return lines;
  const asking = lines.filter(
    (line) =>
      !isOwn(line) &&
      (isDecided(line) || line.reported > 0 || line.inReview > 0 || line.targets.length > 0),
  );
  return lines.filter((line) =>
    isOwn(line) ? line.institutions > 0 : asking.some(({ group }) => group === line.group),
  );
}

/** The line of a group that says most of it: that of all four pillars, else one with a target. */
function chiefOf(
  lines: readonly ProgressLineRow[],
  group: InstitutionGroup,
): ProgressLineRow | undefined {
  const counted = lines.filter((line) => line.group === group && line.institutions > 0);
  return counted.find(isAllFour) ?? counted.find(({ targets }) => targets.length > 0) ?? counted[0];
}

/** The line that is chosen among those that there are. */
export function chosenOf(
  lines: readonly ProgressLineRow[],
  { group: of, indicator }: ChosenLine,
): ProgressLineRow | undefined {
  const groups = GROUPS.filter((group) => lines.some((line) => line.group === group));
  const group =
    groups.find((each) => each === of) ?? groups.find((each) => chiefOf(lines, each)) ?? groups[0];
  if (!group) return undefined;
  const offered = linesIn(lines, group);
  return offered.find((line) => codeOf(line) === indicator) ?? chiefOf(lines, group) ?? offered[0];
}

/** The lines of a group, that of all four pillars first. */
export function linesIn(
  lines: readonly ProgressLineRow[],
  group: InstitutionGroup,
): readonly ProgressLineRow[] {
  const offered = lines.filter((line) => line.group === group);
  return [...offered.filter(isAllFour), ...offered.filter((line) => !isAllFour(line))];
}

/** The lines of which a verdict is given: the chosen one, then one of each other group; none without institutions. */
export function judgedLines(
  lines: readonly ProgressLineRow[],
  chosen: ProgressLineRow | undefined,
): ProgressLineRow[] {
  const others = GROUPS.filter((group) => group !== chosen?.group).map(
    (group) =>
      lines.find((line) => line.group === group && chosen && codeOf(line) === codeOf(chosen)) ??
      chiefOf(lines, group),
  );
  return [chosen, ...others].flatMap((line) => (line && line.institutions > 0 ? [line] : []));
}

/** The groups of which there are institutions. */
export const groupsIn = (lines: readonly ProgressLineRow[]): InstitutionGroup[] =>
  GROUPS.filter((group) => chiefOf(lines, group));

/** The target that is due next; the last one where all are over. */
export function nextTarget(
  { targets }: ProgressLineRow,
  asOf: LocalDate,
): TargetStandingRow | undefined {
  const inOrder = [...targets].sort((one, other) =>
    one.target.dueOn < other.target.dueOn ? -1 : 1,
  );
  return inOrder.find(({ target }) => target.dueOn >= asOf) ?? inOrder.at(-1);
}

/** Whether nobody has reported: then nothing is known of the figure, which is no zero. */
export const isUnknown = ({ institutions, reported }: ProgressLineRow): boolean =>
  institutions > 0 && reported === 0;
