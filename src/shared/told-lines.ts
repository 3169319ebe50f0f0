/** What is looked at in a line of figures to choose which lines are told: the hub and the console choose alike. */
export interface ToldLine {
  group: string;
  indicator: { code: string };
  institutions: number;
  reported: number;
  targets: readonly { target: { dueOn: string } }[];
}

export const isAllFour = ({ indicator }: Pick<ToldLine, 'indicator'>): boolean =>
  indicator.code === 'ALL_FOUR';

/** Whether nobody has reported: then nothing is known of the figure, which is no zero. */
export const isUnknown = ({
  institutions,
  reported,
}: Pick<ToldLine, 'institutions' | 'reported'>): boolean => institutions > 0 && reported === 0;

/**
 * Those lines of a report that say something here. In a hub with indicators of its own these are the ones that apply
 * to somebody, and of a group the pillars where anything asks them: a hub that never does has no table of nothing.
 * @param isOwn whether the indicator of a line is one of the hub's own.
 * @param isDecided whether a line of an indicator that every hub has is decided by anything.
 */
export function tellingLines<Of extends ToldLine & { inReview: number }>(
  lines: readonly Of[],
  isOwn: (line: Of) => boolean,
  isDecided: (line: Of) => boolean,
): readonly Of[] {
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
function chiefOf<Of extends ToldLine>(lines: readonly Of[], group: Of['group']): Of | undefined {
  const counted = lines.filter((line) => line.group === group && line.institutions > 0);
  return counted.find(isAllFour) ?? counted.find(({ targets }) => targets.length > 0) ?? counted[0];
}

/** The lines of a group, that of all four pillars first. */
export function linesIn<Of extends ToldLine>(
  lines: readonly Of[],
  group: Of['group'],
): readonly Of[] {
  const offered = lines.filter((line) => line.group === group);
  return [...offered.filter(isAllFour), ...offered.filter((line) => !isAllFour(line))];
}

/** Of these groups, those of which there are institutions. */
export const groupsIn = <Of extends ToldLine>(
  lines: readonly Of[],
  groups: readonly Of['group'][],
): Of['group'][] => groups.filter((group) => chiefOf(lines, group));

/**
 * The line that is chosen among those that there are.
 * @param wanted null, or what no line has, for what says most.
 * @param groups all of them, in their order.
 */
export function chosenLine<Of extends ToldLine>(
  lines: readonly Of[],
  wanted: { group: string | null; indicator: string | null },
  groups: readonly Of['group'][],
): Of | undefined {
  const present = groups.filter((group) => lines.some((line) => line.group === group));
  const group =
    present.find((each) => each === wanted.group) ?? groupsIn(lines, present)[0] ?? present[0];
  if (group === undefined) return undefined;
  const offered = linesIn(lines, group);
  return (
    offered.find(({ indicator }) => indicator.code === wanted.indicator) ??
    chiefOf(lines, group) ??
    offered[0]
  );
}

/** The lines of which a verdict is given: the chosen one, then one of each other group; none without institutions. */
export function judgedLines<Of extends ToldLine>(
  lines: readonly Of[],
  chosen: Of | undefined,
  groups: readonly Of['group'][],
): Of[] {
  const isAlike = ({ indicator }: Of) => indicator.code === chosen?.indicator.code;
  const others = groups
    .filter((group) => group !== chosen?.group)
    .map(
      (group) =>
        lines.find((line) => line.group === group && isAlike(line)) ?? chiefOf(lines, group),
    );
  return [chosen, ...others].flatMap((line) => (line && line.institutions > 0 ? [line] : []));
}

/** The target that is due next; the last one where all are over. */
export function nextTarget<Of extends { target: { dueOn: string } }>(
  { targets }: { targets: readonly Of[] },
  asOf: string,
): Of | undefined {
  const inOrder = [...targets].sort((one, other) =>
    one.target.dueOn.localeCompare(other.target.dueOn),
  );
  return inOrder.find(({ target }) => target.dueOn >= asOf) ?? inOrder.at(-1);
}
