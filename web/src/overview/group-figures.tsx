import { Group, Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { Chart } from '../components/chart';
import type { InstitutionGroup } from '../generated/graphql';
import { useSharedWords } from '../shared/shared.words';
import { FIGURE } from '../shared/theme';
import { bulletHeight, bulletOption } from './bullet-option';
import { pillarOf, type Line } from './line';
import { LineTable } from './line-table';
import { useOverviewWords } from './overview.words';

/** One group's pillars against their targets: a chart, and beside it every number of it and more. */
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
  const bars = useMemo(
    () => lines.map((line) => ({ label: say(pillarOf(line)), line })),
    [lines, say],
  );
  const option = useMemo(() => bulletOption(bars, bulletWords(words)), [bars, words]);
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
          <Legend />
        </div>
        <div>
          <LineTable caption={`${unit.name}: ${say(group)}`} unit={unit.id} lines={lines} />
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
export function Legend() {
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
    </Group>
  );
}
