import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReviewedUpdateFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useReviewWords } from './review.words';

type Result = NonNullable<ReviewedUpdateFragment['newestRevision']>['pillars'][number];

/** The answers of one pillar, under what they come to. */
export function PillarSection({
  result: { pillar, stage, points, maxPoints },
  children,
}: {
  result: Result;
  children: ReactNode;
}) {
  const say = useSharedWords();
  const words = useReviewWords();
  return (
    <section aria-label={say(pillar)}>
      <Group justify="space-between" align="baseline" gap="xs" mb="xs">
        <Title order={2} size="h3">
          {say(pillar)}
        </Title>
        <Text size="sm" className="numeric">
          {say(stage)} ·{' '}
          {words('points', { points: number(points, 2), maxPoints: number(maxPoints, 2) })}
        </Text>
      </Group>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}
