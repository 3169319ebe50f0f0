import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { ImportJobListDocument, type ImportJobShownFragment } from '../../generated/graphql';
import { useView } from '../../shared/address';
import { moment, number } from '../../shared/format';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { useImportsWords } from './imports.words';
import { ImportStart } from './import-start';
import { JobDetail } from './job-detail';
import { isUnderWay, JobState } from './job-state';
import { Settle } from './settle';

/** In milliseconds. */
const LOOK_EVERY = 3000;

/** Files that are brought in: a new one, the one that the address names, and all that were. */
export function Imports() {
  const all = useOperationsWords();
  const words = useImportsWords();
  const [view, change] = useView();
  const opened = view.get('job');
  return (
    <Stack>
      <Title order={2} size="h3">
        {all('imports')}
      </Title>
      {!opened && view.has('settle') ? (
        <>
          <div>
            <Button variant="subtle" size="xs" onClick={() => change({ settle: null })}>
              {words('back')}
            </Button>
          </div>
          <Settle onStarted={(job) => change({ job, settle: null })} />
        </>
      ) : opened ? (
        <JobDetail key={opened} id={opened} onOpen={(job) => change({ job })} />
      ) : (
        <>
          <Text size="sm">{words('lead')}</Text>
          <div>
            <Button size="xs" variant="default" onClick={() => change({ settle: 'yes' })}>
              {words('settle-open')}
            </Button>
          </div>
          <ImportStart onStarted={(job) => change({ job })} />
          <History onOpen={(job) => change({ job })} />
        </>
      )}
    </Stack>
  );
}

function History({ onOpen }: { onOpen: (id: string) => void }) {
  const all = useOperationsWords();
  const words = useImportsWords();
  const { rows, total, error, more, again, retry } = usePages(
    ImportJobListDocument,
    { first: 50 },
    (data) => data.importJobs,
  );
  const underWay = rows.some(isUnderWay);
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(again, LOOK_EVERY);
    return () => clearInterval(timer);
  });
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {words('history')}
      </Title>
      {error && <Failure error={error} again={retry} />}
      {total === 0 && <Text role="status">{words('none')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text>{all('total', { total: number(total) })}</Text>
          <Paper withBorder>
            <Jobs rows={rows} total={total} more={more} onOpen={onOpen} />
          </Paper>
        </>
      )}
    </Stack>
  );
}

function FileName({ name }: { name: string }) {
  return (
    <Text inherit miw={160} style={{ overflowWrap: 'anywhere' }}>
      {name}
    </Text>
  );
}

function Jobs({
  rows,
  total,
  more,
  onOpen,
}: {
  rows: readonly ImportJobShownFragment[];
  total: number;
  more: (() => void) | undefined;
  onOpen: (id: string) => void;
}) {
  const words = useImportsWords();
  const nameOf = ({ undoes, file }: ImportJobShownFragment) =>
    undoes ? words('undoing', { name: file }) : file;
  return (
    <LongTable
      caption={words('history')}
      rows={rows}
      rowKey={({ id }) => id}
      total={total}
      {...(more && { more })}
      columns={[
        {
          key: 'file',
          header: words('file'),
          show: (job) => <FileName name={nameOf(job)} />,
        },
        { key: 'kind', header: words('kind'), show: ({ kind }) => words(kind) },
        {
          key: 'who',
          header: words('who'),
          show: ({ accountName, createdAt }) => (
            <>
              {accountName}
              <div>{moment(createdAt)}</div>
            </>
          ),
        },
        { key: 'state', header: words('state'), show: (job) => <JobState of={job} /> },
        {
          key: 'open',
          header: words('open'),
          show: (job) => (
            <Button
              size="xs"
              variant="default"
              aria-label={`${words('open')}: ${nameOf(job)}`}
              onClick={() => onOpen(job.id)}
            >
              {words('open')}
            </Button>
          ),
        },
      ]}
    />
  );
}
