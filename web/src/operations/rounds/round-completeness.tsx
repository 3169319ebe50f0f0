import { Title } from '@mantine/core';
import type { Column } from '../../components/column';
import { DataTable } from '../../components/data-table';
import { number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import type { Round } from './round';
import { useRoundWords } from './rounds.words';

type Of = NonNullable<Round['completeness']>;
type Counts = Of['total'];

/** How many were called and how far they are, by group and by unit, as the hub counts them. */
export function Completeness({ of }: { of: Of }) {
  const say = useSharedWords();
  const words = useRoundWords();
  const counted = useCountedColumns();
  const groups = [
    ...of.groups.map(({ group, counts }) => ({
      name: group ? say(group) : words('no-group'),
      counts,
    })),
    { name: words('all'), counts: of.total },
  ];
  return (
    <>
      <Title order={3} size="h4">
        {words('completeness')}
      </Title>
      <DataTable
        caption={words('by-group')}
        rows={groups}
        rowKey={({ name }) => name}
        columns={[{ key: 'name', header: words('group'), show: ({ name }) => name }, ...counted]}
      />
      <details>
        <summary>{words('by-unit')}</summary>
        <ByUnit of={of} />
      </details>
    </>
  );
}

function ByUnit({ of }: { of: Of }) {
  const say = useSharedWords();
  const words = useRoundWords();
  const counted = useCountedColumns();
  const lines = of.lines.map(({ unit, group, counts }) => ({
    id: `${unit.id} ${group}`,
    name: unit.name,
    group: group ? say(group) : words('no-group'),
    counts,
  }));
  return (
    <DataTable
      caption={words('by-unit')}
      rows={lines}
      rowKey={({ id }) => id}
      fileName="completeness"
      columns={[
        {
          key: 'name',
          header: words('unit'),
          show: ({ name }) => name,
          value: ({ name }) => name,
        },
        {
          key: 'group',
          header: words('group'),
          show: ({ group }) => group,
          value: ({ group }) => group,
        },
        ...counted,
      ]}
    />
  );
}

function useCountedColumns(): Column<{ counts: Counts }>[] {
  const words = useRoundWords();
  const column = (
    key: Exclude<keyof Counts, '__typename'>,
    header: string,
  ): Column<{ counts: Counts }> => ({
    key,
    header,
    numeric: true,
    show: ({ counts }) => number(counts[key]),
    value: ({ counts }) => counts[key],
  });
  return [
    column('called', words('count-called')),
    column('notBegun', words('not-begun')),
    column('draft', words('draft')),
    column('submitted', words('submitted')),
    column('returned', words('returned')),
    column('approved', words('approved')),
    column('overdue', words('overdue')),
  ];
}
