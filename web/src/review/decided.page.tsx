import { Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import { PageTitle } from '../components/page-title';
import { UnitProblem } from '../components/unit-filter';
import { DecidedDocument, type DecidedQuery } from '../generated/graphql';
import { useView } from '../shared/address';
import { moment, NOTHING, number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { SignedIn } from '../sign-in/signed-in';
import { QueueFilters } from './queue-filters';
import { reviewAddress, useQueueFilter } from './queue-view';
import { ReviewPlaces } from './review-places';
import { useReviewWords } from './review.words';
import { TakeBack } from './take-back';

/** What was approved and returned, the newest first; an approval can be taken back here. */
export default function DecidedPage() {
  return (
    <SignedIn>
      <Decided />
    </SignedIn>
  );
}

function Decided() {
  const words = useReviewWords();
  const filter = useQueueFilter();
  return (
    <Stack>
      <PageTitle>{words('decided-title')}</PageTitle>
      <ReviewPlaces />
      <QueueFilters />
      <UnitProblem />
      {filter && <Reports key={JSON.stringify(filter)} filter={filter} />}
    </Stack>
  );
}

type Row = DecidedQuery['statusUpdates']['nodes'][number];

function Reports({ filter }: { filter: { unit: string | null; round: string | null } }) {
  const say = useSharedWords();
  const words = useReviewWords();
  const [view] = useView();
  const [taken, setTaken] = useState<Row | null>(null);
  const { rows, total, error, more, again, retry } = usePages(
    DecidedDocument,
    { ...filter, first: 50 },
    (data) => data.statusUpdates,
  );
  return (
    <>
      {error && <Failure error={error} again={retry} />}
      <div role="status">
        {taken && (
          <Text>
            {words('taken-back', { name: taken.institution.name })}{' '}
            <Link href={reviewAddress(view, taken.id)}>{words('open-report')}</Link>
          </Text>
        )}
        {total !== undefined && <Text>{words('decided-total', { total: number(total) })}</Text>}
      </div>
      {total !== undefined && (
        <Paper withBorder>
          <LongTable
            caption={words('decided-title')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={[
              {
                key: 'institution',
                header: words('institution'),
                show: ({ id, institution, round }) => (
                  <>
                    <Link href={reviewAddress(view, id)}>{institution.name}</Link>
                    <Text size="sm">{round.name}</Text>
                  </>
                ),
              },
              {
                key: 'decision',
                header: words('decision'),
                show: ({ state, newestRevision }) => (
                  <>
                    {state && say(state)}
                    {newestRevision?.decisionNote && (
                      <Text size="sm" lineClamp={3}>
                        {newestRevision.decisionNote}
                      </Text>
                    )}
                  </>
                ),
              },
              {
                key: 'at',
                header: words('decided-at'),
                under: true,
                show: ({ newestRevision }) => moment(newestRevision?.decidedAt),
              },
              {
                key: 'by',
                header: words('decided-by'),
                under: true,
                show: ({ newestRevision }) =>
                  newestRevision?.decision
                    ? (newestRevision.decidedBy ?? words('outside'))
                    : NOTHING,
              },
              {
                key: 'correct',
                header: words('correct'),
                show: (row) => (
                  <Correct
                    row={row}
                    onDone={() => {
                      setTaken(row);
                      again();
                    }}
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

/** Takes the approval back, or says why that cannot be done. */
function Correct({
  row: { id, version, state, institution, round, canTakeBack, takeBackProblem },
  onDone,
}: {
  row: Row;
  onDone: () => void;
}) {
  const words = useReviewWords();
  if (canTakeBack) return <TakeBack update={{ id, version, institution, round }} onDone={onDone} />;
  return (
    <Text size="sm" maw={280}>
      {state === 'RETURNED' ? words('returned-stays') : takeBackProblem?.message}
    </Text>
  );
}
