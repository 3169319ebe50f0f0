import { Group, Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Chart } from '../components/chart';
import { OrderedTable, useOrdered } from '../components/data-table';
import type { InstitutionGroup } from '../generated/graphql';
import { useSharedWords } from '../shared/shared.words';
import { FIGURE } from '../shared/theme';
import { bulletHeight, bulletOption, TARGET_COLOURS } from './bullet-option';
import { codeOf, targetYears, type Line } from './line';
import { useLineColumns } from './line-table';
import { useOverviewWords } from './overview.words';

/** One group's indicators against their targets: a chart, and beside it every number of it and more. */
export function GroupFigures({
  group,
  unit,
  lines,
}: {
  group: InstitutionGroup;
  unit: { id: string; name: string };
  lines: readonly Line[];
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const rows = useMemo(() => lines.map((line) => ({ unit: unit.id, line })), [lines, unit.id]);
  const columns = useLineColumns(lines);
  // The chart follows the table.
  const ordered = useOrdered(rows, columns);
  const bars = ordered.rows.map(({ line }) => ({ label: line.indicator.name, line }));
  const option = bulletOption(bars, bulletWords(words));
  return (
    <Paper withBorder p="md" component="section" aria-label={say(group)}>
      <Title order={2} size="h3" mb="xs">
        {say(group)}
      </Title>
      <div className="beside">
        <div>
          <Chart
            option={option}
            height={bulletHeight(bars)}
            label={`${say(group)}: ${words('bullet-chart')}`}
            fileName={`${unit.name} ${say(group)}`}
          />
          <Legend years={targetYears(lines)} />
        </div>
        <div>
          <OrderedTable
            caption={`${unit.name}: ${say(group)}`}
            fileName={`${unit.name}: ${say(group)}`}
            ordered={ordered}
            rowKey={({ line }) => codeOf(line)}
            columns={columns}
          />
        </div>
      </div>
    </Paper>
  );
}

type Say = ReturnType<typeof useOverviewWords>;

/** What the layers of the bars are called. */
export const bulletWords = (words: Say) => ({
  completed: words('legend-completed'),
  reported: words('coverage'),
  missing: words('legend-missing'),
  target: (year: number) => words('target', { year }),
});

/** What the colours and the hatching mean, once more in words. */
export function Legend({ years }: { years: readonly number[] }) {
  const words = useOverviewWords();
  const hatched = `repeating-linear-gradient(45deg, ${FIGURE.missing} 0 1.5px, #fff 1.5px 6px)`;
  const entries = [
    ['legend-completed', FIGURE.completed],
    ['legend-reported', FIGURE.reported],
    ['legend-missing', hatched],
  ] as const;
  return (
    <Group gap="md">
      {entries.map(([key, background]) => (
        <Group gap={6} key={key} wrap="nowrap">
          <span
            aria-hidden
            style={{
              width: 18,
              height: 12,
              background,
              border: `1px solid ${FIGURE.missing}`,
              flexShrink: 0,
            }}
          />
          <Text size="xs">{words(key)}</Text>
        </Group>
      ))}
      {years.map((year, index) => (
        <Group gap={6} key={year} wrap="nowrap">
          <span
            aria-hidden
            style={{
              width: 4,
              height: 16,
              background: TARGET_COLOURS[index % TARGET_COLOURS.length],
              flexShrink: 0,
            }}
          />
          <Text size="xs">{words('target', { year })}</Text>
        </Group>
      ))}
    </Group>
  );
}
