import { Stack, Text, Title } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import { Refusals, type Refused } from '../../components/refusals';
import type { CriteriaImportMutation } from '../../generated/graphql';
import { useCriteriaWords } from './criteria.words';

type Problem = CriteriaImportMutation['frameworkImport']['problems'][number];

/** Everything that is wrong with a set of criteria, each with its place. */
export function CriteriaProblems({
  title,
  lead,
  problems,
  refused,
}: {
  title: string;
  lead: string;
  problems: readonly Problem[];
  refused: readonly Refused[];
}) {
  const words = useCriteriaWords();
  const rows = problems.map((problem, index) => ({ ...problem, key: `${index}` }));
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Refusals of={refused} />
      <Text size="sm">{lead}</Text>
      <LongTable
        caption={words('problems')}
        rows={rows}
        rowKey={({ key }) => key}
        total={rows.length}
        columns={[
          { key: 'where', header: words('where'), show: (problem) => <Where of={problem} /> },
          { key: 'problem', header: words('problem'), show: ({ message }) => message },
        ]}
      />
    </Stack>
  );
}

/** In a workbook as its program shows it; in a JSON file the way to the value. */
function Where({ of: { path, sheet, row, column } }: { of: Problem }) {
  const words = useCriteriaWords();
  if (sheet === null) return path ? <code>{path}</code> : words('whole-file');
  if (row === null) return words('in-sheet', { sheet });
  return words(column === null ? 'in-row' : 'in-cell', { sheet, row, column });
}
