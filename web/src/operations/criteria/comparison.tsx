import { Stack, Text, Title } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import type {
  ComparisonOfCriteriaFragment,
  FrameworkChangeKind,
  InstitutionKind,
} from '../../generated/graphql';
import { NOTHING } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { useCriteriaWords } from './criteria.words';

const NAMED: readonly FrameworkChangeKind[] = ['LEVELS_CHANGED', 'INDICATORS_CHANGED'];

/** In what a version differs from the one before. */
export function Comparison({ of: { version, changes } }: { of: ComparisonOfCriteriaFragment }) {
  const say = useSharedWords();
  const words = useCriteriaWords();
  const rows = changes.map((change, index) => ({ ...change, key: `${index}` }));
  const names = (kinds: readonly InstitutionKind[]) => kinds.map((kind) => say(kind)).join(', ');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words('comparison', { version })}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">{words('same')}</Text>
      ) : (
        <LongTable
          caption={words('comparison', { version })}
          rows={rows}
          rowKey={({ key }) => key}
          total={rows.length}
          columns={[
            {
              key: 'what',
              header: words('what'),
              // What is of sections and indicators says their names.
              show: ({ kind, code }) =>
                NAMED.includes(kind) ? words(kind) : `${words(kind)}: ${code ?? ''}`,
            },
            {
              key: 'before',
              header: words('before'),
              show: ({ before, droppedKinds }) =>
                droppedKinds.length > 0
                  ? words('kinds-dropped', { kinds: names(droppedKinds) })
                  : (before ?? NOTHING),
            },
            {
              key: 'after',
              header: words('after'),
              show: ({ after, addedKinds }) =>
                addedKinds.length > 0
                  ? words('kinds-added', { kinds: names(addedKinds) })
                  : (after ?? NOTHING),
            },
          ]}
        />
      )}
    </Stack>
  );
}
