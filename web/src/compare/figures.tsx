import { Group, List, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { isUnknown } from '../../../src/shared/told-lines';
import { DataTable } from '../components/data-table';
import { CopyList } from '../components/copy-list';
import { CopyAddress } from '../components/copy-text';
import { BarLegend, FigureBar } from '../overview/figure-bar';
import { targetYears, type Line } from '../overview/line';
import { TargetCell } from '../overview/line-table';
import { useOverviewWords } from '../overview/overview.words';
import { StandingMark } from '../overview/standing-mark';
import { day, number, percent } from '../shared/format';
import { unitAddress } from '../shared/unit-address';
import './compare.css';
import { useCompareWords } from './compare.words';
import type { ComparedLine } from './compared';
import { useCompareColumns } from './use-compare-columns';

/** What is compared: a small picture of each, and all of their figures in a table. */
export function Figures({ byDays, all }: { byDays: boolean; all: readonly ComparedLine[] }) {
  const words = useCompareWords();
  return (
    <>
      <section aria-label={words('panels')}>
        <Title order={2} size="h3">
          {words('panels')}
        </Title>
        <Text size="sm" mb="xs">
          {words('scale')}
        </Text>
        <BarLegend years={targetYears(all.flatMap(({ line }) => line ?? []))} />
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} className="compare-panels">
          {all.map((each) => (
            <Panel key={each.key} of={each} byDays={byDays} />
          ))}
        </SimpleGrid>
      </section>
      <Warnings byDays={byDays} all={all} />
      <FiguresTable byDays={byDays} all={all} />
    </>
  );
}

const nameOf = ({ unit, on }: ComparedLine, byDays: boolean) => (byDays ? day(on) : unit.name);

function Panel({ of, byDays }: { of: ComparedLine; byDays: boolean }) {
  const words = useCompareWords();
  const overview = useOverviewWords();
  const { unit, on, report, line } = of;
  const name = nameOf(of, byDays);
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Title order={3} size="h4">
        <Link href={unitAddress(unit, on ?? unit.validTo)}>{name}</Link>
      </Title>
      <Text size="sm" c="dimmed">
        {!byDays && unit.parent && `${unit.parent.name} · `}
        {report && overview('as-of', { day: day(report.asOf) })}
      </Text>
      {line ? (
        <LinePanel line={line} />
      ) : (
        <>
          <StandingMark of={undefined}>{overview('stands-NO_DATA')}</StandingMark>
          <Text>
            {report
              ? words('nobody')
              : words('outside', {
                  from: unit.validFrom ? day(unit.validFrom) : words('begun'),
                  to: unit.validTo ? day(unit.validTo) : words('now'),
                })}
          </Text>
        </>
      )}
    </Paper>
  );
}

function LinePanel({ line }: { line: Line }) {
  const words = useCompareWords();
  const overview = useOverviewWords();
  return (
    <>
      <FigureBar line={line} />
      <div className="compare-scale" aria-hidden>
        <span>0%</span>
        <span>50%</span>
        <span>100%</span>
      </div>
      <Text size="lg" fw={600}>
        {isUnknown(line)
          ? overview('unknown-figure')
          : words('figure', {
              percent: percent(line.percent),
              completed: number(line.completed),
              institutions: number(line.institutions),
            })}
      </Text>
      <Text size="sm">
        {isUnknown(line)
          ? words('is-unknown', { institutions: number(line.institutions) })
          : words('most', { percent: percent(line.upperPercent) })}
      </Text>
      {line.targets.length === 0 && (
        <StandingMark of={undefined}>
          {isUnknown(line) ? overview('stands-NO_DATA') : words('no-target')}
        </StandingMark>
      )}
      {line.targets.map((standing) => (
        <div key={standing.target.id}>
          <Text size="sm" mt={6}>
            {overview('target', { year: standing.target.year })}
          </Text>
          <TargetCell standing={standing} />
        </div>
      ))}
    </>
  );
}

/** What to know of the reports, and of which. */
function Warnings({ byDays, all }: { byDays: boolean; all: readonly ComparedLine[] }) {
  const words = useCompareWords();
  const overview = useOverviewWords();
  const told = all.flatMap((each) =>
    (each.report?.warnings ?? []).map(({ message }) =>
      words('warned-by', { name: nameOf(each, byDays), message }),
    ),
  );
  const warnings = [...new Set(told)];
  if (warnings.length === 0) return null;
  return (
    <details>
      <summary>{overview('warnings-count', { count: warnings.length })}</summary>
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
        ))}
      </List>
    </details>
  );
}

function FiguresTable({ byDays, all }: { byDays: boolean; all: readonly ComparedLine[] }) {
  const words = useCompareWords();
  const columns = useCompareColumns(byDays, all);
  const lines = () => [
    columns.map(({ header }) => header),
    ...all.map((each) => columns.map(({ told }) => told(each))),
  ];
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={words('table')}
      className="compare-table"
    >
      <Title order={2} size="h3" mb="xs">
        {words('table')}
      </Title>
      <DataTable caption={words('table')} rows={all} rowKey={({ key }) => key} columns={columns} />
      <Group align="start" mt="sm">
        <CopyList label={words('copy-table')} name={`${words('file')}.csv`} lines={lines} />
        <CopyAddress />
      </Group>
    </Paper>
  );
}
