import { Button, Group, List, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Refusals, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { ApproveManyDocument, type QueueQuery } from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { useReviewWords } from './review.words';

export type Waiting = QueueQuery['statusUpdates']['nodes'][number];

/** Approves what was chosen as it is, and says of each what became of it. */
export function ApproveChosen({
  chosen,
  onDone,
  children,
}: {
  chosen: readonly Waiting[];
  onDone: () => void;
  /** What is said beside the button. */
  children: ReactNode;
}) {
  const words = useReviewWords();
  const refusedBy = useRefusedBy();
  const intention = useIntentionKey();
  const [approve, busy] = useChange(ApproveManyDocument);
  const [told, setTold] = useState<{ id: string; text: string }[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function approveAll() {
    const updates = chosen.map(({ id, version }) => ({ id, version: version ?? 0 }));
    const { data, error } = await approve({
      input: intention.keyed({ updates }),
    });
    const answer = data?.statusUpdateApproveMany;
    setRefused(refusedBy(error, answer?.userErrors));
    if (!answer?.results) return;
    intention.done();
    const names = new Map(
      chosen.map(({ id, institution, round }) => [id, `${institution.name} (${round.name})`]),
    );
    setTold(
      answer.results.map(({ id, userErrors }) => {
        const name = names.get(id) ?? '';
        const why = userErrors.map(({ message }) => message).join(' ');
        const text = why ? words('not-approved', { name, why }) : words('approved-one', { name });
        return { id, text };
      }),
    );
    onDone();
  }
  return (
    <div>
      <Group justify="space-between">
        {children}
        <Button disabled={chosen.length === 0} loading={busy} onClick={() => void approveAll()}>
          {words('approve-chosen')}
        </Button>
      </Group>
      <Refusals of={refused} />
      <div role="status">
        {told.length > 0 && (
          <Paper withBorder p="md" mt="md">
            <Text fw={600}>{words('results')}</Text>
            <List size="sm">
              {told.map(({ id, text }) => (
                <List.Item key={id}>{text}</List.Item>
              ))}
            </List>
          </Paper>
        )}
      </div>
    </div>
  );
}
