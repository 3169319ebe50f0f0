import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { LongText } from '../components/long-text';
import { refusalOf, Refusals, type Refused } from '../components/refusals';
import { number } from '../shared/format';
import { ApproveQuestion } from './approve-question';
import { reasonsOf, type Judgements } from './judgement';
import { useReviewWords } from './review.words';
import type { DecisionWork, Reviewed } from './use-decision';

/** The one decision on the update, made of what was thought of its answers. */
export function DecisionBox({
  update: { canReturn, institution },
  judgements,
  note,
  onNote,
  decision: { refused, busy, isWhole, approve, sendBack },
  mayApprove,
  unseen,
  nameOf,
  asking,
  onAsk,
}: {
  update: Reviewed;
  judgements: Judgements;
  note: string;
  onNote: (note: string) => void;
  decision: DecisionWork;
  /** Whether what was thought of the answers comes to an approval. */
  mayApprove: boolean;
  /** The questions whose answers changed since the last approval and were not in sight yet. */
  unseen: readonly string[];
  /** What the reviewer calls a question, by its code. */
  nameOf: (question: string) => string;
  /** Whether the reviewer is asked whether to approve. */
  asking: boolean;
  onAsk: (asking: boolean) => void;
}) {
  const words = useReviewWords();
  const returns = reasonsOf(judgements).length > 0;
  const changes = Object.values(judgements).some(({ kind }) => kind === 'change');
  const label = words(changes ? 'approve-changed' : 'approve');
  return (
    <Paper withBorder p="md" component="section" aria-label={words('decision')}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="decision" tabIndex={-1}>
          {words('decision')}
        </Title>
        <Refusals of={refused.map((each) => named(each, nameOf))} />
        {returns && <Text>{words('returning')}</Text>}
        {returns && changes && <Text>{words('changes-stay')}</Text>}
        <LongText
          label={words('note')}
          value={note}
          onChange={({ currentTarget }) => onNote(currentTarget.value)}
          error={refusalOf(refused, 'note')}
        />
        <Group>
          {mayApprove && (
            <Button loading={busy} onClick={() => onAsk(isWhole(judgements))}>
              {label}
            </Button>
          )}
          {canReturn && returns && (
            <Button loading={busy} onClick={() => void sendBack(judgements, note)}>
              {words('return-report')}
            </Button>
          )}
        </Group>
      </Stack>
      <ApproveQuestion
        opened={asking}
        label={label}
        question={words('approve-sure', { name: institution.name })}
        unseen={
          unseen.length > 0
            ? words('unseen-answers', {
                count: number(unseen.length),
                codes: unseen.map(nameOf).join(', '),
              })
            : null
        }
        onAnswer={(yes) => {
          onAsk(false);
          if (yes) void approve(judgements, note);
        }}
      />
    </Paper>
  );
}

/** Away from its answer, a refusal says which one it is about. */
const named = (refusal: Refused, nameOf: (question: string) => string): Refused => {
  const [list, code] = refusal.field ?? [];
  return code && (list === 'changes' || list === 'reasons')
    ? { ...refusal, message: `${nameOf(code)}: ${refusal.message}` }
    : refusal;
};
