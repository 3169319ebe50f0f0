import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { isOfPillars } from '../components/asked-sections';
import { FrameworkResult } from '../components/framework-result';
import { InstitutionLevelsDocument } from '../generated/graphql';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useInstitutionsWords } from './shared/institutions.words';

/** What counts of an institution under the frameworks that are not the pillars; nothing where there is none. */
export function Levels({
  institution,
  on,
}: {
  /** Its id. */
  institution: string;
  /** The day; null for today. */
  on: string | null;
}) {
  const words = useInstitutionsWords();
  const { data } = useGraph(InstitutionLevelsDocument, { id: institution, on });
  const results = data?.node?.__typename === 'Institution' ? data.node.frameworkResults : [];
  const shown = results.filter(({ result }) => !isOfPillars(result.framework));
  if (shown.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={words('levels-reached')}>
      <Title order={2} size="h3" mb="xs">
        {words('levels-reached')}
      </Title>
      <SimpleGrid cols={{ base: 1, md: Math.min(shown.length, 2) }}>
        {shown.map(({ asOf, result }) => (
          <Stack key={result.framework.id} gap="xs">
            <FrameworkResult
              framework={result.framework}
              result={result}
              order={3}
              condition={(code) =>
                [code, result.framework.criteria.find((each) => each.code === code)?.text]
                  .filter(Boolean)
                  .join('. ')
              }
            />
            <Text size="sm" c="dimmed">
              {words('levels-of', { day: day(asOf) })}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
