import { Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import type { NamedUnit } from '../components/unit-select';
import { TrendDocument, type BoundaryBasis, type TrendQuery } from '../generated/graphql';
import { day, pointsOf, targetPercent } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { saidBasis } from '../shared/unit-address';
import { compareAddress } from './compare-address';
import { Earlier } from './earlier';
import { Entry, Legend } from './figure-bar';
import { askedWith, codeOf, type Line } from './line';
import { lineAddress } from './line-address';
import { useOverviewWords } from './overview.words';
import { SeriesTable } from './series-table';
import { TrendChart, type ChartCaption } from './trend-chart';
import { trendLines, type Dated, type Drawn } from './trend-lines';
import { useChartCaption } from './use-chart-caption';

interface Shown {
  unit: NamedUnit & { validFrom?: string | null };
  basis: BoundaryBasis;
  line: Line;
}

/** Whether the figures count what is made up for demonstration, which a picture of them has to say. */
interface Marked {
  illustrative: boolean;
}

/** How a line came to where it is, and what pace its targets need. */
export default function Trend({ unit, basis, line, illustrative }: Shown & Marked) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const { group, indicator } = line;
  const { code, name: called } = indicator;
  const caption = useChartCaption(unit, line, illustrative);
  const asked = useGraph(TrendDocument, {
    unit: unit.id,
    basis,
    group,
    indicators: askedWith(code),
  });
  return (
    <Paper withBorder p="md" component="section" aria-label={words('trend')}>
      <Title order={2} size="h3" mb="xs">
        {words('trend')}
      </Title>
      <Text size="sm" mb="xs">
        {say(group)} · {called}
      </Text>
      <Answer of={asked}>
        {(data) => {
          const series = datedOf(data, code);
          return (
            <>
              <Series
                series={series}
                name={`${unit.name} ${say(group)} ${called}`}
                caption={caption}
                earlier={<Earlier of={data} line={line} />}
              />
              <Further of={series} unit={unit} basis={basis} line={line} />
            </>
          );
        }}
      </Answer>
    </Paper>
  );
}

function datedOf({ node }: TrendQuery, code: string): Dated[] {
  if (node?.__typename !== 'AdministrativeUnit') return [];
  return node.progressSeries.flatMap((report) => {
    const line = report?.lines.find((each) => codeOf(each) === code);
    return report && line ? [{ asOf: report.asOf, line }] : [];
  });
}

function Series({
  series,
  name,
  caption,
  earlier,
}: {
  series: readonly Dated[];
  name: string;
  /** What a picture says that is saved, by its last day. */
  caption: (asOf: string) => ChartCaption;
  /** What was aimed at before. */
  earlier: ReactNode;
}) {
  const words = useOverviewWords();
  const lines = useMemo(
    () =>
      trendLines(series, {
        completed: words('completed'),
        atMost: words('at-most'),
        path: (year) => words('path', { year }),
        target: (year) => words('target', { year }),
      }),
    [series, words],
  );
  const last = series.at(-1);
  if (!last)
    return (
      <>
        <Text>{words('no-series')}</Text>
        {earlier}
      </>
    );
  return (
    <>
      <TrendChart
        lines={lines}
        label={words('trend-chart')}
        fileName={name}
        caption={caption(last.asOf)}
      />
      <LineKeys of={lines} />
      <Paces of={series} />
      {earlier}
      <SeriesTable series={series} name={name} />
    </>
  );
}

/** What the lines of the picture are called. */
function LineKeys({ of: lines }: { of: readonly Drawn[] }) {
  return (
    <Legend>
      {[...lines].reverse().map(({ key, name: called, colour, dash, width }) => (
        <Entry
          key={key}
          mark={
            <svg width={28} height={10}>
              <line
                x1={0}
                x2={28}
                y1={5}
                y2={5}
                stroke={colour}
                strokeWidth={width}
                strokeDasharray={dash}
              />
            </svg>
          }
        >
          {called}
        </Entry>
      ))}
    </Legend>
  );
}

/** The ways on from a series: why its end differs from what was before, and its dates side by side. */
function Further({ of, unit, basis, line }: Shown & { of: readonly Dated[] }) {
  const words = useOverviewWords();
  const [before, last] = of.slice(-2);
  if (!before || !last) return null;
  const [from, on] = [before.asOf, last.asOf];
  const seen = { from, on, basis: saidBasis(basis) };
  return (
    <div className="no-print">
      {/* The unit has to have been there. */}
      {from >= (unit.validFrom ?? '') && (
        <>
          <Link href={lineAddress('/changes', line, unit, seen)}>
            {words('what-changed-last', { from: day(from), to: day(on) })}
          </Link>
          {' · '}
        </>
      )}
      <Link href={compareAddress([unit], line, { by: 'days', basis })}>
        {words('compare-days')}
      </Link>
    </div>
  );
}

/** What each target asks of the pace, in a sentence. */
function Paces({ of: series }: { of: readonly Dated[] }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const targets = series.at(-1)?.line.targets ?? [];
  return (
    <Stack gap={4}>
      {targets.map(({ target, standing, pacePerYear, requiredPacePerYear }) => {
        const known = pacePerYear != null && requiredPacePerYear != null;
        return (
          <Text size="sm" key={target.id}>
            {words(known ? 'pace' : 'pace-unknown', {
              target: targetPercent(target.percent),
              year: target.year,
              required: pointsOf(requiredPacePerYear),
              pace: pointsOf(pacePerYear),
              standing: say(standing),
            })}
          </Text>
        );
      })}
    </Stack>
  );
}
