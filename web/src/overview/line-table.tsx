import { Text } from '@mantine/core';
import type { Column } from '../components/column';
import { number, part, percent, targetPercent } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { FigureBar } from './figure-bar';
import { FigureLink } from './figure-link';
import {
  isUnknown,
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
  const say = useSharedWords();
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
    ...targetYears(lines).map<Column<Row>>((year) => ({
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
    })),
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

/** The columns of the other counts of a line. */
function useOtherColumns(): Column<UnitLine<Line>>[] {
  const words = useOverviewWords();
  return [
    {
      key: 'institutions',
      header: words('institutions'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="INSTITUTIONS" unit={unit} line={line}>
          {number(line.institutions)}
        </FigureLink>
      ),
      value: ({ line }) => line.institutions,
    },
    {
      key: 'coverage',
      header: words('coverage'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="REPORTED" unit={unit} line={line}>
          {percent(line.coveragePercent)}
        </FigureLink>
      ),
      value: ({ line }) => line.coveragePercent ?? null,
    },
    {
      key: 'in-review',
      header: words('in-review'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="IN_REVIEW" unit={unit} line={line}>
          {number(line.inReview)}
        </FigureLink>
      ),
      value: ({ line }) => line.inReview,
    },
    {
      key: 'missing',
      header: words('missing'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="NOT_REPORTED" unit={unit} line={line}>
          {number(line.notReported)}
        </FigureLink>
      ),
      value: ({ line }) => line.notReported,
    },
    {
      key: 'carried',
      header: words('carried'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="CARRIED_FORWARD" unit={unit} line={line}>
          {number(line.carriedForward)}
        </FigureLink>
      ),
      value: ({ line }) => line.carriedForward,
    },
    {
      key: 'not-applicable',
      header: words('not-applicable'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="NOT_APPLICABLE" unit={unit} line={line}>
          {number(line.notApplicable)}
        </FigureLink>
      ),
      value: ({ line }) => line.notApplicable,
    },
  ];
}

/** A target with its standing in words, and how far it is. */
function TargetCell({ standing }: { standing: TargetStanding | undefined }) {
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
            gap: part(gapPoints, Infinity, 1),
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
