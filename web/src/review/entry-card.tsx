import {
  Badge,
  Group,
  NumberInput,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { refusalOf, type Refused } from '../components/refusals';
import type { ApprovedBeforeQuery, ReviewedUpdateFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { EvidenceList } from './evidence-list';
import type { Judgement } from './judgement';
import { useReviewWords } from './review.words';
import { shownAnswer } from './shown-answer';

export type Entry = NonNullable<
  NonNullable<ReviewedUpdateFragment['newestRevision']>['entries']
>[number];
export type Before = NonNullable<
  NonNullable<ApprovedBeforeQuery['statusUpdates']['nodes'][number]['newestRevision']>['entries']
>[number];

/** One answer, beside what was approved last and its evidence, with what the reviewer thinks of it. */
export function EntryCard({
  entry,
  before,
  judgement,
  refused,
  decidable,
  onJudge,
}: {
  entry: Entry;
  before: Before | undefined;
  judgement: Judgement;
  refused: readonly Refused[];
  decidable: boolean;
  onJudge: (judgement: Judgement) => void;
}) {
  const words = useReviewWords();
  const { criterion } = entry;
  return (
    <Paper
      withBorder
      p="md"
      tabIndex={-1}
      data-criterion={criterion.code}
      aria-label={criterion.code}
    >
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text fw={600}>
          {criterion.code}. {criterion.text}
        </Text>
        <Group gap={6} wrap="wrap" justify="end">
          {entry.needsLook && (
            <Badge color="lake" tt="none">
              {words('look')}
            </Badge>
          )}
          {entry.change && (
            <Badge variant="outline" color="lake" tt="none">
              {words(entry.change)}
            </Badge>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="sm">
        <Side title={words('this-round')}>
          <Text fw={600}>
            {shownAnswer(words, criterion.answerKind, entry.selfValue, entry.selfTotal)}
          </Text>
          <Text size="sm">
            {words('points', {
              points: number(entry.points, 2),
              maxPoints: number(criterion.maxPoints, 2),
            })}
          </Text>
          {entry.comment && <Text size="sm">{entry.comment}</Text>}
        </Side>
        <Side title={words('last-approved')}>
          <Text>
            {before
              ? shownAnswer(
                  words,
                  criterion.answerKind,
                  before.appraisedValue ?? before.selfValue,
                  before.appraisedValue == null ? before.selfTotal : before.appraisedTotal,
                )
              : words('never-approved')}
          </Text>
        </Side>
        <Side title={words('evidence')}>
          <EvidenceList evidence={entry.evidence} />
        </Side>
      </SimpleGrid>
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

function JudgementFields({
  criterion: { code, answerKind },
  judgement,
  refused,
  onJudge,
}: {
  criterion: Entry['criterion'];
  judgement: Judgement;
  refused: readonly Refused[];
  onJudge: (judgement: Judgement) => void;
}) {
  const words = useReviewWords();
  const { kind, value, total, reason } = judgement;
  const whole = (typed: string | number) => (typed === '' ? null : Number(typed));
  const problem = refused
    .filter(({ field, message }) => field?.includes(code) || message.includes(` ${code}`))
    .map(({ message }) => message)
    .join(' ');
  return (
    <Stack gap="xs" mt="sm">
      <Radio.Group
        label={words('judgement', { code })}
        value={kind}
        onChange={(chosen) => onJudge({ ...judgement, kind: chosen })}
      >
        <Group mt={4}>
          {(['accept', 'change', 'return'] as const).map((each) => (
            <Radio key={each} value={each} label={words(each)} />
          ))}
        </Group>
      </Radio.Group>
      {kind === 'change' && (
        <Group align="start">
          <NumberInput
            label={words('value')}
            value={value ?? ''}
            onChange={(typed) => onJudge({ ...judgement, value: whole(typed) })}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            w={110}
          />
          {answerKind === 'SHARE' && (
            <NumberInput
              label={words('total')}
              value={total ?? ''}
              onChange={(typed) => onJudge({ ...judgement, total: whole(typed) })}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              w={110}
            />
          )}
        </Group>
      )}
      {kind !== 'accept' && (
        <Textarea
          label={words('reason')}
          value={reason}
          onChange={({ currentTarget }) => onJudge({ ...judgement, reason: currentTarget.value })}
          error={problem || refusalOf(refused, code, 'reason')}
          autosize
          maxLength={2000}
        />
      )}
    </Stack>
  );
}
