import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReportUpdateFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { QuestionLink } from './question-link';
import { useReportsWords } from './reports.words';

type Revision = NonNullable<ReportUpdateFragment['newestRevision']>;

/**
 * What each pillar has come to: points and stage as they grow, the way to its questions, and to those
 * that are not answered.
 */
export function PillarProgress({ revision: { pillars, entries } }: { revision: Revision }) {
  const say = useSharedWords();
  const words = useReportsWords();
  return (
    <nav aria-label={words('progress')} className="report-progress">
      <SimpleGrid cols={{ base: 2, md: 1 }} spacing="xs">
        {pillars.map(({ pillar, stage, points, maxPoints }) => {
          const open = entries?.filter(
            ({ criterion, selfValue }) => criterion.pillar === pillar && selfValue == null,
          );
          return (
            <Paper key={pillar} withBorder p="xs">
              <a href={`#${pillar}`}>{say(pillar)}</a>
              <Text size="sm" fw={600}>
                {say(stage)}
              </Text>
              <meter min={0} max={maxPoints} value={points} aria-label={say(pillar)} />
              <Text size="xs">
                {words('points-of', { points: number(points, 2), maxPoints: number(maxPoints, 2) })}
              </Text>
              {open && open.length > 0 && (
                <Group gap={8} mt={4}>
                  <Text size="xs">{words('unanswered')}:</Text>
                  {open.map(({ criterion: { code } }) => (
                    <QuestionLink key={code} code={code} />
                  ))}
                </Group>
              )}
            </Paper>
          );
        })}
      </SimpleGrid>
    </nav>
  );
}
