import { Text } from '@mantine/core';
import type { InstitutionGroup } from '../generated/graphql';
import { day, number, percent, targetPercent } from '../shared/format';
import { GROUPS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { codeOf, isUnknown, type Line, type TargetStanding } from './line';
import { useOverviewWords } from './overview.words';

/**
 * Where a unit stands, in a sentence: the figure of all four pillars, what it may be at most, and how
 * far it is to the next target. It speaks of the first group that the unit has institutions of; where no
 * pillar is counted, of the indicator that a target is set on.
 */
export function Verdict({ asOf, lines }: { asOf: string; lines: readonly Line[] }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const line = GROUPS.map((group) => chiefOf(lines, group)).find(Boolean);
  if (!line) return <Text size="lg">{words('verdict-nobody', { day: day(asOf) })}</Text>;
  const told = {
    day: day(asOf),
    group: say(line.group),
    what: isWhole(line)
      ? words('all-four')
      : words('indicator-called', { name: line.indicator.name }),
    completed: number(line.completed),
    institutions: number(line.institutions),
    percent: percent(line.percent),
    most: percent(line.upperPercent),
  };
  const standing = nextTarget(line, asOf);
  return (
    <Text size="lg" fw={500}>
      {words(isUnknown(line) ? 'verdict-unknown' : 'verdict', told)}{' '}
      {standing && <Distance of={standing} />}
    </Text>
  );
}

const isWhole = (line: Line) => codeOf(line) === 'ALL_FOUR';

/** The line of a group that says most of it; undefined where nobody is counted. */
function chiefOf(lines: readonly Line[], group: InstitutionGroup): Line | undefined {
  const counted = lines.filter((line) => line.group === group && line.institutions > 0);
  return counted.find(isWhole) ?? counted.find(({ targets }) => targets.length > 0) ?? counted[0];
}

function Distance({
  of: { target, gapPoints, institutionsToGo, standing },
}: {
  of: TargetStanding;
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const isAhead = gapPoints != null && gapPoints > 0;
  return words(isAhead ? 'verdict-gap' : 'verdict-target', {
    gap: number(gapPoints, 1),
    count: number(institutionsToGo),
    target: targetPercent(target.percent),
    year: target.year,
    standing: say(standing),
  });
}

/** The target that is due next; the last one where all are over. */
function nextTarget({ targets }: Line, asOf: string): TargetStanding | undefined {
  const inOrder = [...targets].sort((a, b) => a.target.dueOn.localeCompare(b.target.dueOn));
  return inOrder.find(({ target }) => target.dueOn >= asOf) ?? inOrder.at(-1);
}
