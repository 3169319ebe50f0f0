import { Alert, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Coming, Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import {
  MailListDocument,
  MailStandingDocument,
  type MailShownFragment,
  type MailStandingQuery,
} from '../../generated/graphql';
import { useView } from '../../shared/address';
import { moment, NOTHING, number } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { MailAct } from './mail-act';
import { useMailWords } from './mail.words';
import { MAIL_KINDS, MAIL_STATES } from './mail-lists';

/** What was mailed to whom and what became of it, and whether mail is sent at all. */
export function Mail() {
  const all = useOperationsWords();
  const words = useMailWords();
  const [view] = useView();
  const [told, setTold] = useState('');
  const standing = useGraph(MailStandingDocument, {});
  const state = MAIL_STATES.find((each) => each === view.get('state'));
  const kind = MAIL_KINDS.find((each) => each === view.get('kind')) ?? null;
  const { rows, total, error, more, again, retry } = usePages(
    MailListDocument,
    { filter: { states: state ? [state] : null, kind }, first: 50 },
    (data) => data.mailMessages,
  );
  function readAgain() {
    again();
    standing.again();
  }
  return (
    <Stack className="in-order">
      <Title order={2} size="h3">
        {all('mail')}
      </Title>
      <Text size="sm">{words('lead')}</Text>
      {standing.fetching && !standing.data && <Coming />}
      {standing.data && <Standing of={standing.data.mailSending} />}
      <Filters />
      {state && <Text size="sm">{words(`${state}-why`)}</Text>}
      <div role="status">{told}</div>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text role="status">{words(state || kind ? 'none-such' : 'none')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <Mails
            rows={rows}
            total={total}
            more={more}
            readAgain={readAgain}
            onDone={() => {
              setTold(words('done'));
              readAgain();
            }}
          />
        </>
      )}
    </Stack>
  );
}

/** Says loudly when nothing is sent; else from whom mail is, and how much is in which state. */
function Standing({ of }: { of: MailStandingQuery['mailSending'] }) {
  const words = useMailWords();
  if (!of) return null;
  const counts = of.counts
    .map(({ state, mails }) => words('counted', { state: words(state), mails: number(mails) }))
    .join('; ');
  if (of.from)
    return (
      <Text size="sm">
        {words('from', { from: of.from })} {counts && `${counts}.`}
      </Text>
    );
  return (
    <Alert color="orange" variant="outline" title={words('off')}>
      <Stack gap="xs">
        <Text size="sm">{words('off-why')}</Text>
        {counts && <Text size="sm">{counts}.</Text>}
        <Text size="sm">{words('off-how')}</Text>
      </Stack>
    </Alert>
  );
}

function Filters() {
  const words = useMailWords();
  const [view, change] = useView();
  const every = { value: '', label: words('every') };
  return (
    <Group align="end" className="no-print">
      {(
        [
          ['state', MAIL_STATES],
          ['kind', MAIL_KINDS],
        ] as const
      ).map(([name, choices]) => (
        <NativeSelect
          key={name}
          label={words(name)}
          w={{ base: '100%', sm: 260 }}
          value={view.get(name) ?? ''}
          onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
          data={[every, ...choices.map((each) => ({ value: each, label: words(each) }))]}
        />
      ))}
    </Group>
  );
}

function Mails({
  rows,
  total,
  more,
  readAgain,
  onDone,
}: {
  rows: readonly MailShownFragment[];
  total: number;
  more: (() => void) | undefined;
  readAgain: () => void;
  onDone: () => void;
}) {
  const all = useOperationsWords();
  const words = useMailWords();
  return (
    <Paper withBorder>
      <LongTable
        caption={all('mail')}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        {...(more && { more })}
        columns={[
          {
            key: 'to',
            header: words('to'),
            show: ({ account, address }) => (
              <Text inherit miw={180} style={{ overflowWrap: 'anywhere' }}>
                {account.name}
                <br />
                {address}
              </Text>
            ),
          },
          { key: 'kind', header: words('kind'), show: ({ kind }) => words(kind) },
          {
            key: 'institution',
            header: words('institution'),
            show: ({ institution }) => institution?.name ?? NOTHING,
          },
          {
            key: 'written',
            header: words('written'),
            show: ({ createdAt }) => moment(createdAt),
          },
          { key: 'state', header: words('state'), show: (row) => <MailState of={row} /> },
          { key: 'answer', header: words('answer'), show: (row) => <ServerAnswer of={row} /> },
          {
            key: 'change',
            header: words('change'),
            show: (row) => <MailAct of={row} readAgain={readAgain} onDone={onDone} />,
          },
        ]}
      />
    </Paper>
  );
}

/** What became of it, and when. */
function MailState({ of: { state, nextAttemptAt, settledAt } }: { of: MailShownFragment }) {
  const words = useMailWords();
  const at = nextAttemptAt ?? settledAt;
  return (
    <>
      {words(state)}
      {at && <div>{words(nextAttemptAt ? 'next' : 'since', { at: moment(at) })}</div>}
    </>
  );
}

/** The words of the mail server are its own, in its own language. */
function ServerAnswer({ of: { answer, attempts } }: { of: MailShownFragment }) {
  const words = useMailWords();
  if (attempts === 0) return words('no-answer');
  return (
    <Text inherit miw={160} style={{ overflowWrap: 'anywhere' }}>
      {answer && (
        <>
          <span lang="en">{answer}</span>
          <br />
        </>
      )}
      {words('attempts', { attempts: number(attempts) })}
    </Text>
  );
}
