import { Button, Checkbox, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import { Refusals, type Refused } from '../components/refusals';
import { ApproveManyDocument, QueueDocument, type QueueQuery } from '../generated/graphql';
import { useView } from '../shared/address';
import { moment, number } from '../shared/format';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { SignedIn } from '../sign-in/signed-in';
import { useReviewWords } from './review.words';

type Waiting = QueueQuery['statusUpdates']['nodes'][number];

/** What waits for the viewer's decision, the longest waiting first. */
export default function ReviewPage() {
  return (
    <SignedIn>
      <Queue />
    </SignedIn>
  );
}

function Queue() {
  const say = useSharedWords();
  const words = useReviewWords();
  const [view] = useView();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Waiting>>(new Map());
  const variables = { unit: view.get('unit'), round: view.get('round'), first: 50 };
  const { rows, total, error, more, again } = usePages(
    QueueDocument,
    variables,
    (data) => data.statusUpdates,
  );
  function choose(row: Waiting, isChosen: boolean) {
    const next = new Map(chosen);
    if (isChosen) next.set(row.id, row);
    else next.delete(row.id);
    setChosen(next);
  }
  return (
    <Stack>
      <Title order={1}>{words('title')}</Title>
      {error && <Failure error={error} again={again} />}
      {total !== undefined && (
        <Text role="status">{words('waiting', { total: number(total) })}</Text>
      )}
      <ApproveChosen
        chosen={[...chosen.values()]}
        onDone={() => {
          setChosen(new Map());
          again();
        }}
      />
      {total !== undefined && (
        <Paper withBorder>
          <LongTable
            caption={words('title')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={[
              {
                key: 'institution',
                header: words('institution'),
                show: ({ id, institution }) => (
                  <Link href={`/review/${encodeURIComponent(id)}`}>{institution.name}</Link>
                ),
              },
              {
                key: 'kind',
                header: words('kind'),
                show: ({ institution }) => say(institution.kind),
              },
              { key: 'round', header: words('round'), show: ({ round }) => round.name },
              {
                key: 'submitted',
                header: words('submitted'),
                show: ({ newestRevision }) => moment(newestRevision?.submittedAt),
              },
              {
                key: 'revision',
                header: words('revision'),
                numeric: true,
                show: ({ newestRevision }) => number(newestRevision?.number),
              },
              {
                key: 'chosen',
                header: words('chosen'),
                show: (row) =>
                  row.canApprove && (
                    <Checkbox
                      size="md"
                      aria-label={words('choose', { name: row.institution.name })}
                      checked={chosen.has(row.id)}
                      onChange={({ currentTarget }) => choose(row, currentTarget.checked)}
                    />
                  ),
              },
            ]}
          />
        </Paper>
      )}
    </Stack>
  );
}

/** Approves what was chosen as it is, and says of each what became of it. */
function ApproveChosen({ chosen, onDone }: { chosen: readonly Waiting[]; onDone: () => void }) {
  const words = useReviewWords();
  const [approve, busy] = useChange(ApproveManyDocument);
  const [told, setTold] = useState<string[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function approveAll() {
    const updates = chosen.map(({ id, version }) => ({ id, version: version ?? 0 }));
    const { data, error } = await approve({ input: { updates, idempotencyKey: intentionKey() } });
    const answer = data?.statusUpdateApproveMany;
    const failed = error ? [{ code: 'FAILED', message: error.message }] : [];
    setRefused(answer?.userErrors ?? failed);
    if (!answer?.results) return;
    const names = new Map(chosen.map(({ id, institution }) => [id, institution.name]));
    setTold(
      answer.results.map(({ id, userErrors }) => {
        const name = names.get(id) ?? '';
        const why = userErrors.map(({ message }) => message).join(' ');
        return why ? words('not-approved', { name, why }) : words('approved-one', { name });
      }),
    );
    onDone();
  }
  return (
    <>
      <div>
        <Button disabled={chosen.length === 0} loading={busy} onClick={() => void approveAll()}>
          {words('approve-chosen')}
        </Button>
      </div>
      <Refusals of={refused} />
      <div role="status">
        {told.length > 0 && (
          <Paper withBorder p="md">
            <Text fw={600}>{words('results')}</Text>
            <List size="sm">
              {told.map((each) => (
                <List.Item key={each}>{each}</List.Item>
              ))}
            </List>
          </Paper>
        )}
      </div>
    </>
  );
}
