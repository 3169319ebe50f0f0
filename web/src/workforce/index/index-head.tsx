import { Paper, Text } from '@mantine/core';
import { number, part } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

/** What the index has come to, and beside it what an authority published. */
export function IndexHead({ index }: { index: Index }) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const { points, maximumPoints, published, edition, index: composite } = index;
  return (
    <Paper withBorder p="md">
      <Text size="xl" fw={650}>
        {points == null
          ? words('points-withheld')
          : words('points', {
              points: part(points, maximumPoints, 2),
              maximum: number(maximumPoints, 2),
            })}
      </Text>
      {composite != null && <Text>{words('composite', { value: part(composite, 1, 4) })}</Text>}
      <Text size="sm">
        {words('edition', { name: edition.name, status: say(edition.sourceStatus) })}
      </Text>
      {published && (
        <>
          <Text mt="xs">
            {words(published.rank == null ? 'published' : 'published-rank', {
              value: number(published.value, 4),
              rank: number(published.rank),
              of: number(published.ofHowMany),
            })}
          </Text>
          <Text size="sm">
            {published.source} ({say(published.sourceStatus)}) {published.note}
          </Text>
          <Text size="sm" c="dimmed">
            {words('published-beside')}
          </Text>
        </>
      )}
    </Paper>
  );
}
