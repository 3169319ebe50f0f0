import { Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useOrdered } from '../components/data-table';
import type { InstitutionGroup } from '../generated/graphql';
import { useSharedWords } from '../shared/shared.words';
import { BarLegend } from './figure-bar';
import { codeOf, targetYears, type Line } from './line';
import { LineList } from './line-list';
import { useLineColumns } from './line-table';

/** One group's indicators against their targets, with every number of them. */
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
  const rows = useMemo(() => lines.map((line) => ({ unit: unit.id, line })), [lines, unit.id]);
  const columns = useLineColumns(lines);
  const ordered = useOrdered(rows, columns);
  const name = `${unit.name}: ${say(group)}`;
  return (
    <Paper withBorder p="md" component="section" aria-label={say(group)}>
      <Title order={2} size="h3" mb="xs">
        {say(group)}
      </Title>
      <BarLegend years={targetYears(lines)} />
      <LineList
        caption={name}
        fileName={name}
        ordered={ordered}
        rowKey={({ line }) => codeOf(line)}
        columns={columns}
      />
    </Paper>
  );
}
