import { Alert, Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { appraisedAnswer, selfAnswer } from '../components/given-answer';
import type { Refused } from '../components/refusals';
import { useSaidAnswer } from '../components/said-answer';
import { number } from '../shared/format';
import type { Before, Entry } from './entry';
import { EvidenceList } from './evidence-list';
import type { Judgement } from './judgement';
import { JudgementFields } from './judgement-fields';
import { useReviewWords } from './review.words';

/** One answer, beside what was approved last and its evidence, with what the reviewer thinks of it. */
export function EntryCard({
  entry,
  alsoAsked,
  before,
  judgement,
  refused,
  decidable,
  onJudge,
}: {
  entry: Entry;
  /** The criteria of other frameworks that the answer serves. */
  alsoAsked: readonly { code: string; framework: string }[];
  before: Before | undefined;
  judgement: Judgement;
  refused: readonly Refused[];
  decidable: boolean;
  onJudge: (judgement: Judgement) => void;
}) {
  const words = useReviewWords();
  const said = useSaidAnswer();
  const { criterion } = entry;
  const { question } = criterion;
  const appraised = appraisedAnswer(entry);
  return (
    <Paper
      withBorder
      p="md"
      tabIndex={-1}
      data-criterion={question.code}
      aria-label={criterion.code}
      role="group"
    >
      <Group justify="space-between" align="start" gap="xs">
        <Text fw={600} flex="1 1 240px" style={{ overflowWrap: 'anywhere' }}>
          {criterion.code}. {question.text}
        </Text>
        <Group gap={6}>
          {criterion.condition && <Mark variant="outline">{words('condition')}</Mark>}
          {entry.needsLook && <Mark variant="light">{words('look')}</Mark>}
          {entry.change && <Mark variant="outline">{words(entry.change)}</Mark>}
        </Group>
      </Group>
      {alsoAsked.map(({ code, framework }) => (
        <Text key={`${framework} ${code}`} size="xs" style={{ overflowWrap: 'anywhere' }}>
          {words('also-asked', { code, framework })}
        </Text>
      ))}
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="sm">
        <Side title={words('this-round')}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {said(question, selfAnswer(entry))}
          </Text>
          {criterion.maxPoints > 0 && (
            <Text size="sm">
              {words('points', {
                points: number(entry.points, 2),
                maxPoints: number(criterion.maxPoints, 2),
              })}
            </Text>
          )}
          {entry.comment && <Text size="sm">{entry.comment}</Text>}
        </Side>
        <Side title={words('last-approved')}>
          <Text style={{ overflowWrap: 'anywhere' }}>
            {before
              ? said(question, appraisedAnswer(before) ?? selfAnswer(before))
              : words('never-asked')}
          </Text>
        </Side>
        <Side title={words('evidence')}>
          <EvidenceList evidence={entry.evidence} />
        </Side>
      </SimpleGrid>
      {appraised && (
        <Alert color="lake" variant="outline" mt="sm" title={words('was-changed')}>
          {said(question, appraised)}: {entry.appraisalReason}
        </Alert>
      )}
      {entry.earlierReturnReason && (
        <Alert color="lake" variant="outline" mt="sm" title={words('came-back-before')}>
          {entry.earlierReturnReason}
        </Alert>
      )}
      {entry.returnReason && (
        <Alert color="orange" variant="outline" mt="sm" title={words('came-back')}>
          {entry.returnReason}
        </Alert>
      )}
      {decidable && (
        <JudgementFields
          criterion={criterion}
          judgement={judgement}
          refused={refused}
          onJudge={onJudge}
        />
      )}
    </Paper>
  );
}

function Mark({ variant, children }: { variant: 'light' | 'outline'; children: string }) {
  return (
    <Badge color="lake" variant={variant} tt="none" fw={500}>
      {children}
    </Badge>
  );
}

function Side({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      {children}
    </div>
  );
}
