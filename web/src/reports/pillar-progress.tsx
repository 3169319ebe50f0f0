import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { isUnanswered, selfAnswer } from '../components/given-answer';
import type { ReportUpdateFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { QuestionLink } from './question-link';
import { useReportsWords } from './reports.words';

export type Revision = NonNullable<ReportUpdateFragment['newestRevision']>;
type Entries = NonNullable<Revision['entries']>;

/**
 * What each pillar has come to: points and stage as they grow, the way to its questions, and to those
 * that are not answered.
 */
export function PillarProgress({ revision: { pillars, entries } }: { revision: Revision }) {
  const say = useSharedWords();
  const words = useReportsWords();
  return (
    <SimpleGrid cols={{ base: 2, md: 1 }} spacing="xs">
      {pillars.map(({ pillar, stage, points, maxPoints }) => {
        const asked = entries?.filter(({ criterion }) => criterion.pillar === pillar) ?? [];
        return (
          <Paper key={pillar} withBorder p="xs">
            {asked.length > 0 ? <a href={`#${pillar}`}>{say(pillar)}</a> : say(pillar)}
            <Text size="sm" fw={600}>
              {say(stage)}
            </Text>
            <meter min={0} max={maxPoints} value={points} aria-label={say(pillar)} />
            <Text size="xs">
              {words('points-of', { points: number(points, 2), maxPoints: number(maxPoints, 2) })}
            </Text>
            <Unanswered of={asked} />
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}

/** The way to the questions that still need an answer; nothing when all have one. */
export function Unanswered({ of: entries }: { of: Entries }) {
  const words = useReportsWords();
  const open = entries.filter(
    (entry) => !entry.criterion.optional && isUnanswered(selfAnswer(entry)),
  );
  if (open.length === 0) return null;
  return (
    <Group gap={8} mt={4}>
      <Text size="xs">{words('unanswered')}:</Text>
      {open.map(({ criterion }) => (
        <QuestionLink key={criterion.question.code} to={criterion} />
      ))}
    </Group>
  );
}
