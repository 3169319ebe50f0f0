import { Checkbox, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import { usePageName } from '../components/page-title';
import { UnitProblem } from '../components/unit-filter';
import { QueueDocument } from '../generated/graphql';
import { useView } from '../shared/address';
import { moment, NOTHING, number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { SignedIn } from '../sign-in/signed-in';
import { ApproveChosen, type Waiting } from './approve-chosen';
import { QueueFilters } from './queue-filters';
import { ReviewPlaces } from './review-places';
import { reviewAddress, useQueueFilter, useTold, type QueueFilter } from './queue-view';
import { useReviewWords } from './review.words';
import { UndoApproval } from './undo-approval';

/** What waits for the viewer's decision, the longest waiting first. */
export default function ReviewPage() {
  return (
    <SignedIn>
      <Queue />
    </SignedIn>
  );
}

function Queue() {
  const words = useReviewWords();
  const told = useTold();
  const filter = useQueueFilter();
  const heading = useRef<HTMLHeadingElement>(null);
  /** How often approvals were undone here: the queue is read again then. */
  const [undone, setUndone] = useState(0);
  usePageName(words('title'));
  useEffect(() => {
    // Whoever decided on the last one has lost the button that was pressed.
    if (told) heading.current?.focus();
  }, [told]);
  return (
    <Stack>
      <div>
        <Title order={1} tabIndex={-1} ref={heading} aria-describedby="told undo">
          {words('title')}
        </Title>
        <Text role="status" id="told">
          {told && words(told.done, { name: told.name })}
        </Text>
      </div>
      <UndoApproval
        onUndone={() => {
          heading.current?.focus();
          setUndone((before) => before + 1);
        }}
      />
      <ReviewPlaces />
      <QueueFilters />
      <UnitProblem />
      {filter && (
        <Waits
          key={`${undone} ${JSON.stringify(filter)}`}
          filter={filter}
          // The button that was pressed is disabled now, and undoing is offered below the heading.
          onApproved={() => heading.current?.focus()}
        />
      )}
    </Stack>
  );
}

function Waits({ filter, onApproved }: { filter: QueueFilter; onApproved: () => void }) {
  const say = useSharedWords();
  const words = useReviewWords();
  const [view] = useView();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Waiting>>(new Map());
  const { rows, total, error, more, again, retry } = usePages(
    QueueDocument,
    { ...filter, first: 50 },
    (data) => data.statusUpdates,
  );
  function choose(row: Waiting, isChosen: boolean) {
    const next = new Map(chosen);
    if (isChosen) next.set(row.id, row);
    else next.delete(row.id);
    setChosen(next);
  }
  return (
    <>
      {error && <Failure error={error} again={retry} />}
      <ApproveChosen
        chosen={[...chosen.values()]}
        onDone={() => {
          setChosen(new Map());
          onApproved();
          again();
        }}
      >
        <Text role="status">
          {total !== undefined && words('waiting', { total: number(total) })}
        </Text>
      </ApproveChosen>
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
                  <Link href={reviewAddress(view, id)}>{institution.name}</Link>
                ),
              },
              {
                key: 'kind',
                header: words('kind'),
                under: true,
                show: ({ institution }) => say(institution.kind),
              },
              {
                key: 'unit',
                header: words('unit'),
                under: true,
                show: ({ institution }) => institution.unit?.name ?? NOTHING,
              },
              {
                key: 'round',
                header: words('round'),
                under: true,
                show: ({ round }) => round.name,
              },
              {
                key: 'submitted',
                header: words('submitted'),
                under: true,
                show: ({ newestRevision }) => moment(newestRevision?.submittedAt),
              },
              {
                key: 'claim',
                header: words('claim'),
                under: true,
                show: ({ claim }) =>
                  claim
                    ? words(claim.isMine ? 'claimed-mine' : 'claimed-other', {
                        by: claim.by,
                        since: moment(claim.since),
                      })
                    : NOTHING,
              },
              {
                key: 'revision',
                header: words('revision'),
                under: true,
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
    </>
  );
}
