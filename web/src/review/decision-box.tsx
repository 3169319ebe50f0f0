import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { Refusals, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import {
  QueueDocument,
  ReviewApproveDocument,
  ReviewReturnDocument,
  type QueueQuery,
  type ReviewedUpdateFragment,
} from '../generated/graphql';
import { addressOf, useGo } from '../shared/address';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { changesOf, reasonsOf, unfinished, type Judgements } from './judgement';
import { useReviewWords } from './review.words';

/** The one decision on the update, made of what was thought of its answers; then on to the next. */
export function DecisionBox({
  update,
  judgements,
  refused,
  onRefused,
}: {
  update: ReviewedUpdateFragment & { id: string };
  judgements: Judgements;
  refused: readonly Refused[];
  onRefused: (refused: readonly Refused[]) => void;
}) {
  const refusedBy = useRefusedBy();
  const words = useReviewWords();
  const go = useGo();
  const client = useClient();
  const [note, setNote] = useState('');
  const [approve, approving] = useChange(ReviewApproveDocument);
  const [sendBack, returning] = useChange(ReviewReturnDocument);
  const [changes, reasons] = [changesOf(judgements), reasonsOf(judgements)];
  const { id, version, institution } = update;
  const input = { id, version: version ?? 0, note: note || null, idempotencyKey: intentionKey() };

  async function next(told: string) {
    const { data } = await client
      .query<QueueQuery>(QueueDocument.toString(), { first: 2 }, { requestPolicy: 'network-only' })
      .toPromise();
    const waiting = data?.statusUpdates.nodes.find((each) => each.id !== id);
    if (waiting) go(addressOf(`/review/${encodeURIComponent(waiting.id)}`, { told }));
    else go('/review');
  }

  async function decide(work: Promise<{ data?: object; error?: CombinedError }>, told: string) {
    const { data, error } = await work;
    const [payload] = Object.values(data ?? {}) as { userErrors: Refused[] }[];
    const found = refusedBy(error, payload?.userErrors);
    onRefused(found);
    if (found.length === 0) await next(told);
  }

  return (
    <Paper withBorder p="md" component="section" aria-label={words('decision')}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="decision" tabIndex={-1}>
          {words('decision')}
        </Title>
        <Refusals of={refused} />
        {reasons.length > 0 && <Text>{words('returning')}</Text>}
        <Textarea
          label={words('note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          autosize
          maxLength={2000}
        />
        <Group>
          {update.canApprove && reasons.length === 0 && (
            <Button
              loading={approving}
              disabled={unfinished(judgements).length > 0}
              onClick={() =>
                void decide(
                  approve({ input: { ...input, changes } }),
                  words('was-approved', { name: institution.name }),
                )
              }
            >
              {words(changes.length > 0 ? 'approve-changed' : 'approve')}
            </Button>
          )}
          {update.canReturn && reasons.length > 0 && (
            <Button
              loading={returning}
              onClick={() =>
                void decide(
                  sendBack({ input: { ...input, reasons } }),
                  words('was-returned', { name: institution.name }),
                )
              }
            >
              {words('return-report')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
