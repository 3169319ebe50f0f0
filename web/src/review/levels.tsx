import { Paper, SimpleGrid } from '@mantine/core';
import { isOfPillars } from '../components/asked-sections';
import { FrameworkResult } from '../components/framework-result';
import { useReviewWords } from './review.words';
import type { Reviewed } from './use-decision';

/** What the answers come to under the frameworks that are not the pillars; nothing without any. */
export function Levels({ update: { round, newestRevision: revision } }: { update: Reviewed }) {
  const words = useReviewWords();
  const entries = revision?.entries ?? [];
  const shown = round.frameworks.flatMap((framework) => {
    const result = revision?.frameworks.find((each) => each.framework.id === framework.id);
    return result?.sections.length && !isOfPillars(framework) ? [{ framework, result }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-label={words('levels')}>
      <SimpleGrid cols={{ base: 1, md: Math.min(shown.length, 2) }}>
        {shown.map(({ framework, result }) => (
          <Paper key={framework.id} withBorder p="md">
            <FrameworkResult
              framework={framework}
              result={result}
              order={2}
              condition={(code) => {
                const asking = entries.find(({ criteria }) =>
                  criteria.some(
                    (each) => each.code === code && each.framework?.id === framework.id,
                  ),
                );
                return asking ? `${code}. ${asking.criterion.question.text}` : code;
              }}
            />
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}
