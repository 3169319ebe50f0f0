import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import { AuditDocument } from '../generated/graphql';
import { useView } from '../shared/address';
import { moment, NOTHING, number } from '../shared/format';
import { usePages } from '../shared/use-pages';
import { useAuditWords } from './audit.words';
import { useOperationsWords } from './operations.words';

/** A day of the province, as the moment at which it begins or ends. */
const momentOf = (day: string | null, time: string) => (day ? `${day}T${time}+07:00` : null);

/** Who changed what and when, the newest first; what is asked for is in the address. */
export function Audit() {
  const all = useOperationsWords();
  const words = useAuditWords();
  const [view] = useView();
  const [action, from, to] = [view.get('action'), view.get('from'), view.get('to')];
  const { rows, total, error, more, again } = usePages(
    AuditDocument,
    {
      filter: {
        action,
        from: momentOf(from, '00:00:00'),
        to: momentOf(to, '23:59:59'),
      },
      first: 50,
    },
    (data) => data.auditEvents,
  );
  return (
    <Stack>
      <Title order={2} size="h3">
        {all('audit')}
      </Title>
      <Text size="sm">{all('for-both')}</Text>
      <Filters key={`${action} ${from} ${to}`} start={{ action, from, to }} />
      {error && <Failure error={error} again={again} />}
      {total === 0 && <Text role="status">{words('nothing')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <LongTable
            caption={all('audit')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={[
              { key: 'at', header: words('at'), show: ({ at }) => moment(at) },
              { key: 'who', header: words('who'), show: ({ accountName }) => accountName },
              { key: 'action', header: words('action'), show: (row) => row.action },
              { key: 'subject', header: words('subject'), show: (row) => row.subjectType },
              {
                key: 'where',
                header: words('where'),
                show: ({ institution, unit }) => institution?.name ?? unit?.name ?? NOTHING,
              },
              {
                key: 'change',
                header: words('change'),
                show: ({ before, after }) => <Change before={before} after={after} />,
              },
            ]}
          />
        </>
      )}
    </Stack>
  );
}

/** What it was and what it became, as it was written down. */
function Change({ before, after }: { before?: unknown; after?: unknown }) {
  const words = useAuditWords();
  const part = (label: string, value: unknown) =>
    value != null && (
      <>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <pre style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{JSON.stringify(value, null, 1)}</pre>
      </>
    );
  return before == null && after == null ? (
    NOTHING
  ) : (
    <details>
      <summary>{words('open-change')}</summary>
      {part(words('before'), before)}
      {part(words('after'), after)}
    </details>
  );
}

type Filter = Record<'action' | 'from' | 'to', string | null>;

function Filters({ start }: { start: Filter }) {
  const words = useAuditWords();
  const [, change] = useView();
  const [typed, setTyped] = useState(start);
  function submit(event: FormEvent) {
    event.preventDefault();
    change(typed);
  }
  const field = (name: keyof Filter) => ({
    label: words(name),
    value: typed[name] ?? '',
    w: { base: '100%', sm: 220 },
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: currentTarget.value.trim() || null }),
  });
  return (
    <form onSubmit={submit} className="no-print">
      <Group align="end">
        <TextInput {...field('action')} placeholder={words('action-hint')} />
        <TextInput type="date" {...field('from')} />
        <TextInput type="date" {...field('to')} />
        <Button type="submit" variant="default">
          {words('show')}
        </Button>
      </Group>
    </form>
  );
}
