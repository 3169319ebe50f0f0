import { Stack, Text } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import { Refusals, type Refused } from '../../components/refusals';
import type { Problem } from './import-answer';
import { ImportHeading } from './import-heading';
import { useImportWords } from './import.words';

/** Everything that is wrong in a file, by row. */
export function ImportProblems({
  name,
  problems,
  refused,
}: {
  name: string;
  problems: readonly Problem[];
  refused: readonly Refused[];
}) {
  const words = useImportWords();
  const rows = problems.map((problem, index) => ({ ...problem, key: `${index}` }));
  return (
    <Stack gap="xs">
      <ImportHeading of={problems}>{words('problems-of', { name })}</ImportHeading>
      <Refusals of={refused} />
      <Text size="sm">{words('problems-lead')}</Text>
      <LongTable
        caption={words('problems')}
        rows={rows}
        rowKey={({ key }) => key}
        total={rows.length}
        columns={[
          {
            key: 'where',
            header: words('where'),
            show: ({ row, column }) => (
              <>
                {words('row', { row })} {column && <code>{column}</code>}
              </>
            ),
          },
          {
            key: 'problem',
            header: words('problem'),
            show: ({ value, message }) => (value === null ? message : `“${value}” ${message}`),
          },
        ]}
      />
    </Stack>
  );
}
