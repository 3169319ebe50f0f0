import { List, Stack, Text, Title } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import type { OutlineOfCriteriaFragment } from '../../generated/graphql';
import { number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { useCriteriaWords } from './criteria.words';

/** What a set of criteria asks of whom, for how many points, and what it decides. */
export function Outline({ of: outline }: { of: OutlineOfCriteriaFragment }) {
  const say = useSharedWords();
  const words = useCriteriaWords();
  const { questions, criteria, kinds, indicators } = outline;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words('outline')}
      </Title>
      <Text size="sm">
        {words('asks', { questions: number(questions), criteria: number(criteria) })}
      </Text>
      <LongTable
        caption={words('outline')}
        rows={kinds}
        rowKey={({ kind }) => kind}
        total={kinds.length}
        columns={[
          { key: 'kind', header: words('kind'), show: ({ kind }) => say(kind) },
          {
            key: 'asked',
            header: words('asked'),
            show: ({ criteria: asked }) => number(asked),
            numeric: true,
          },
          {
            key: 'points',
            header: words('points-by-section'),
            show: ({ sections }) =>
              sections.map(({ code, name, points }) => (
                <div key={code}>{words('section-points', { name, points: number(points, 2) })}</div>
              )),
          },
        ]}
      />
      <Text size="sm" fw={600}>
        {words('decides')}
      </Text>
      {indicators.length === 0 && <Text size="sm">{words('decides-nothing')}</Text>}
      <List size="sm">
        {indicators.map(({ code, name, isNew }) => (
          <List.Item key={code}>
            {name}
            {isNew && ` (${words('is-new')})`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
