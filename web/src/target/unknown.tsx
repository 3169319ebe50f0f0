import { Paper, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Line } from '../overview/line';
import { addressOf } from '../shared/address';
import { number } from '../shared/format';
import type { Asked } from './asked';
import { useTargetWords } from './target.words';

/** Whose figures nobody knows: they are no zero, and not in the list. */
export function Unknown({
  line,
  unit,
  asked: { on, basis, group, indicator },
}: {
  line: Line;
  unit: { id: string; code: string; kind: string };
  asked: Asked;
}) {
  const words = useTargetWords();
  const { notReported, inReview } = line;
  if (notReported + inReview === 0) return null;
  const figures = [
    ['NOT_REPORTED', notReported],
    ['IN_REVIEW', inReview],
  ] as const;
  return (
    <Paper withBorder p="md" component="section" aria-label={words('unknown')}>
      <Title order={2} size="h3" mb="xs">
        {words('unknown')}
      </Title>
      <Text size="sm">{words('unknown-lead')}</Text>
      <ul>
        {figures.map(
          ([figure, count]) =>
            count > 0 && (
              <li key={figure}>
                <Link
                  href={addressOf('/', {
                    ...{ unit: unit.code, kind: unit.kind, on, basis },
                    ...{ counted: figure, within: unit.id, group, pillar: indicator },
                  })}
                >
                  {words(figure, { count: number(count) })}
                </Link>
              </li>
            ),
        )}
      </ul>
    </Paper>
  );
}
