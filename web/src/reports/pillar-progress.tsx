import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReportUpdateFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useReportsWords } from './reports.words';

type Pillars = NonNullable<ReportUpdateFragment['newestRevision']>['pillars'];

/** What each pillar has come to: points and stage as they grow, and the way to its questions. */
export function PillarProgress({ pillars }: { pillars: Pillars }) {
  const say = useSharedWords();
  const words = useReportsWords();
  return (
    <nav aria-label={words('progress')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="xs">
        {pillars.map(({ pillar, stage, points, maxPoints }) => (
          <Paper key={pillar} withBorder p="xs">
            <a href={`#${pillar}`}>{say(pillar)}</a>
            <Text size="sm" fw={600}>
              {say(stage)}
            </Text>
            <Group gap={6} wrap="nowrap">
              <meter
                min={0}
                max={maxPoints}
                value={points}
                aria-label={say(pillar)}
                style={{ width: '100%' }}
              />
            </Group>
            <Text size="xs">
              {words('points-of', { points: number(points, 2), maxPoints: number(maxPoints, 2) })}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </nav>
  );
}
