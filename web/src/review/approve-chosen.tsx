import { Button, Group, List, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { Refusals, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import {
  ApproveManyDocument,
  ChangedReportsDocument,
  type ChangedReportsQuery,
  type QueueQuery,
} from '../generated/graphql';
import { number } from '../shared/format';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { ApproveQuestion } from './approve-question';
import { useReviewWords } from './review.words';
import { offerUndo } from './undo-offer';
import { useMeanwhile } from './use-meanwhile';
import { wasOpened } from './use-seen';

/** Codes of refusals that mean: somebody else was faster. */
const OVERTAKEN = ['CONFLICT', 'NOT_IN_REVIEW'];

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
  const client = useClient();
  const meanwhile = useMeanwhile();
  const [asked, setAsked] = useState<{ unseen: string | null } | null>(null);
  const [told, setTold] = useState<{ id: string; text: string }[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  /** What is about to be done, and what of it nobody has looked at. */
  async function ask() {
    const unopened = chosen.filter(({ id, version }) => !wasOpened(id, version));
    const { data } = await client
      .query<ChangedReportsQuery>(
        ChangedReportsDocument.toString(),
        { ids: unopened.map(({ id }) => id) },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    const changed = data?.nodes.flatMap((node) =>
      node?.__typename === 'StatusUpdate' &&
      node.newestRevision?.entries?.some(({ change }) => change !== 'UNCHANGED')
        ? [node.id]
        : [],
    );
    // Where it cannot be known, every report that was not opened is named.
    const unseen = unopened.filter(({ id }) => changed?.includes(id) ?? true);
    const names = unseen.map(({ institution }) => institution.name).join('; ');
    setAsked({
      unseen:
        unseen.length > 0 ? words('unseen-reports', { count: number(unseen.length), names }) : null,
    });
  }
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
    const isOvertaken = ({ userErrors }: { userErrors: readonly Refused[] }) =>
      userErrors.some(({ code }) => OVERTAKEN.includes(code));
    const became = await meanwhile(answer.results.filter(isOvertaken).map(({ id }) => id));
    setTold(
      answer.results.map((result) => {
        const { id, userErrors } = result;
        const name = names.get(id) ?? '';
        const why = isOvertaken(result)
          ? became(id)
          : userErrors.map(({ message }) => message).join(' ');
        const text = why ? words('not-approved', { name, why }) : words('approved-one', { name });
        return { id, text };
      }),
    );
    offerUndo(
      answer.results.flatMap(({ id, statusUpdate }) =>
        statusUpdate?.version
          ? [{ id, version: statusUpdate.version, name: names.get(id) ?? '' }]
          : [],
      ),
    );
    onDone();
  }
  return (
    <div>
      <Group justify="space-between">
        {children}
        <Button disabled={chosen.length === 0} loading={busy} onClick={() => void ask()}>
          {words('approve-chosen')}
        </Button>
      </Group>
      <ApproveQuestion
        opened={asked !== null}
        label={words('approve-chosen')}
        question={words('approve-many-sure', { count: number(chosen.length) })}
        unseen={asked?.unseen ?? null}
        onAnswer={(yes) => {
          setAsked(null);
          if (yes) void approveAll();
        }}
      />
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
