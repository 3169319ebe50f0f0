import { Text } from '@mantine/core';
import { isUnknown } from '../../../src/shared/told-lines';
import type { TrendQuery } from '../generated/graphql';
import { day, number, percent, targetPercent } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { codeOf, type Line, type RankedLine, type TargetStanding } from './line';
import { useOverviewWords } from './overview.words';
import { StandingMark } from './standing-mark';

interface EarlierTarget {
  name: string;
  asOf: string;
  line: RankedLine;
  standing: TargetStanding;
}

/** The targets of units that are a part of this one now: a plan of theirs ended with them, but not what was promised. */
export function Earlier({ of, line }: { of: TrendQuery; line: Line }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  return earlierTargets(of, line).map(({ name, asOf, line: was, standing }) => (
    <Text size="sm" key={standing.target.id}>
      {words(isUnknown(was) ? 'earlier-unknown' : 'earlier', {
        year: standing.target.year,
        name,
        day: day(asOf),
        percent: percent(was.percent),
        completed: number(was.completed),
        institutions: number(was.institutions),
        target: targetPercent(standing.target.percent),
      })}{' '}
      <StandingMark of={standing.standing}>{say(standing.standing)}</StandingMark>
    </Text>
  ));
}

function earlierTargets({ node }: TrendQuery, line: Line): EarlierTarget[] {
  if (node?.__typename !== 'AdministrativeUnit') return [];
  const years = line.targets.map(({ target }) => target.year);
  return node.predecessors.flatMap(({ extent, predecessor: { name, progress } }) =>
    (extent === 'WHOLE' ? (progress?.lines ?? []) : [])
      .filter((was) => was.group === line.group && codeOf(was) === codeOf(line))
      .flatMap((was) =>
        was.targets
          .filter(({ target }) => was.institutions > 0 && !years.includes(target.year))
          .map((standing) => ({ name, asOf: progress?.asOf ?? '', line: was, standing })),
      ),
  );
}
