import { Text } from '@mantine/core';
import type { OverviewUnitFragment } from '../generated/graphql';
import { day, number, percent, targetPercent } from '../shared/format';
import { GROUPS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { isUnknown, pillarOf, type Line, type TargetStanding } from './line';
import { useOverviewWords } from './overview.words';

/**
 * Where a unit stands, in a sentence: the figure of all four pillars, what it may be at most, and how
 * far it is to the next target. It speaks of the first group that the unit has institutions of.
 */
export function Verdict({ unit: { progress } }: { unit: OverviewUnitFragment }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  if (!progress) return null;
  const { asOf, lines } = progress;
  const whole = lines.filter((line) => pillarOf(line) === 'ALL_FOUR' && line.institutions > 0);
  const line = GROUPS.map((group) => whole.find((each) => each.group === group)).find(Boolean);
  if (!line) return <Text size="lg">{words('verdict-nobody', { day: day(asOf) })}</Text>;
  const told = {
    day: day(asOf),
    group: say(line.group),
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
