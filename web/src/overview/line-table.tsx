import { Text } from '@mantine/core';
import { isUnknown } from '../../../src/shared/told-lines';
import type { Column } from '../components/column';
import type { ProgressFigure } from '../generated/graphql';
import { number, percent, pointsOf, targetPercent } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { FigureBar } from './figure-bar';
import { FigureLink } from './figure-link';
import {
  reportedPercent,
  targetOf,
  targetYears,
  type Line,
  type RankedLine,
  type TargetStanding,
} from './line';
import { useOverviewWords } from './overview.words';
import { StandingMark } from './standing-mark';

/** The columns of a unit's lines: which indicator it is of, then its figures, first against its targets. */
export function useLineColumns(lines: readonly Line[]): Column<UnitLine<Line>>[] {
  const words = useOverviewWords();
  const chief = useChiefColumns<UnitLine<Line>>(lines);
  const others = useOtherColumns();
  return [
    {
      key: 'indicator',
      header: words('indicator'),
      show: ({ line }) => line.indicator.name,
      value: ({ line }) => line.indicator.name,
    },
    ...chief,
    ...others,
  ];
}

/** A line, and the unit that it is of. */
export interface UnitLine<Of extends RankedLine> {
  unit: string;
  line: Of;
}

/** The columns that are told of every line: its bar, its figure and range, and how it stands against its targets. */
export function useChiefColumns<Row extends UnitLine<RankedLine>>(
  lines: readonly RankedLine[],
): Column<Row>[] {
  const words = useOverviewWords();
  return [
    {
      key: 'bar',
      header: words('bar'),
      under: true,
      show: ({ line }) => <FigureBar line={line} />,
    },
    {
      key: 'percent',
      header: words('percent'),
      numeric: true,
      show: ({ line }) => (
        <strong>{isUnknown(line) ? words('unknown-figure') : percent(line.percent)}</strong>
      ),
      value: ({ line }) => reportedPercent(line),
    },
    {
      key: 'at-most',
      header: words('at-most'),
      numeric: true,
      under: true,
      show: ({ line }) => percent(line.upperPercent),
      value: ({ line }) => line.upperPercent ?? null,
    },
    ...useTargetColumns<Row>(lines),
    {
      key: 'completed',
      header: words('completed'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="COMPLETED" unit={unit} line={line}>
          {words('of-institutions', {
            completed: number(line.completed),
            institutions: number(line.institutions),
          })}
        </FigureLink>
      ),
      value: ({ line }) => line.completed,
    },
  ];
}

function useTargetColumns<Row extends UnitLine<RankedLine>>(
  lines: readonly RankedLine[],
): Column<Row>[] {
  const say = useSharedWords();
  const words = useOverviewWords();
  return targetYears(lines).map<Column<Row>>((year) => ({
    key: `target ${year}`,
    header: words('target', { year }),
    under: true,
    show: ({ line }) => <TargetCell standing={targetOf(line, year)} />,
    order: ({ line }) => targetOf(line, year)?.gapPoints ?? null,
    value: ({ line }) => {
      const standing = targetOf(line, year);
      return standing
        ? `${targetPercent(standing.target.percent)} ${say(standing.standing)}`
        : null;
    },
  }));
}

/** The columns of the other counts of a line. */
function useOtherColumns(): Column<UnitLine<Line>>[] {
  const words = useOverviewWords();
  const counted = (
    key: Parameters<typeof words>[0],
    figure: ProgressFigure,
    value: (line: Line) => number | null,
    say: (value: number | null) => string = number,
  ): Column<UnitLine<Line>> => ({
    key,
    header: words(key),
    numeric: true,
    show: ({ unit, line }) => (
      <FigureLink figure={figure} unit={unit} line={line}>
        {say(value(line))}
      </FigureLink>
    ),
    value: ({ line }) => value(line),
  });
  return [
    counted('institutions', 'INSTITUTIONS', ({ institutions }) => institutions),
    counted('coverage', 'REPORTED', ({ coveragePercent }) => coveragePercent ?? null, percent),
    counted('in-review', 'IN_REVIEW', ({ inReview }) => inReview),
    counted('missing', 'NOT_REPORTED', ({ notReported }) => notReported),
    counted('carried', 'CARRIED_FORWARD', ({ carriedForward }) => carriedForward),
    counted('not-applicable', 'NOT_APPLICABLE', ({ notApplicable }) => notApplicable),
  ];
}

/** A target with its standing in words, and how far it is. */
export function TargetCell({ standing }: { standing: TargetStanding | undefined }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  if (!standing) return words('no-target');
  const { target, gapPoints, institutionsToGo } = standing;
  return (
    <div className="target">
      <Text size="sm">
        {targetPercent(target.percent)}:{' '}
        <StandingMark of={standing.standing}>{say(standing.standing)}</StandingMark>
      </Text>
      {gapPoints != null && gapPoints > 0 && (
        <Text size="xs" c="dimmed">
          {words('gap', {
            gap: pointsOf(gapPoints),
            institutions: number(institutionsToGo),
          })}
        </Text>
      )}
      {target.sourceStatus !== 'CONFIRMED' && (
        <Text size="xs" c="dimmed" fs="italic">
          {say(target.sourceStatus)}
        </Text>
      )}
    </div>
  );
}
