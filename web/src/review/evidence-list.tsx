import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { EvidenceLink } from '../components/evidence-link';
import { number } from '../shared/format';
import type { Entry } from './entry';
import { useReviewWords } from './review.words';

/** The evidence of an answer, to open; and whether others hand in the same file. */
export function EvidenceList({ evidence }: { evidence: Entry['evidence'] }) {
  const words = useReviewWords();
  const [problem, setProblem] = useState<string | null>(null);
  if (evidence.length === 0) return <Text>{words('no-evidence')}</Text>;
  return (
    <Stack gap={2} align="start">
      {evidence.map(({ reusedByOthers, ...each }) => (
        <div key={each.id}>
          <EvidenceLink evidence={each} onProblem={setProblem} />
          {reusedByOthers ? (
            <Text size="xs">{words('reused-by-others', { count: number(reusedByOthers) })}</Text>
          ) : null}
        </div>
      ))}
      {problem && (
        <Text size="sm" role="alert" c="var(--alarm)">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
