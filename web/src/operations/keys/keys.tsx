import { Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { Coming, Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { KeyListDocument } from '../../generated/graphql';
import { addressOf, useView } from '../../shared/address';
import { moment } from '../../shared/format';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { SecretOnce, type Issued } from '../shared/secret-once';
import { KeyDetail } from './key-detail';
import { KeyForm } from './key-form';
import { KeyState } from './key-state';
import { useKeyWords } from './keys.words';

/** The keys that programs read with; one of them in detail, and a form to make another. */
export function Keys() {
  const all = useOperationsWords();
  const words = useKeyWords();
  const [view, change] = useView();
  const [issued, setIssued] = useState<Issued | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, total, error, more, again, retry } = usePages(
    KeyListDocument,
    { first: 50 },
    (data) => data.apiKeys,
  );
  const chosen = view.get('key');
  function kept() {
    setIssued(null);
    // The button that was pressed is gone.
    heading.current?.focus();
  }
  return (
    <Stack className="in-order">
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {all('keys')}
      </Title>
      <Text size="sm">{words('lead')}</Text>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text role="status">{words('none')}</Text>}
      {total !== undefined && total !== 0 && (
        <Paper withBorder>
          <LongTable
            caption={all('keys')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={[
              {
                key: 'name',
                header: words('name'),
                show: ({ id, name }) => (
                  <Link
                    href={addressOf('/operations', { tab: 'keys', key: id })}
                    aria-current={id === chosen ? 'true' : undefined}
                  >
                    {name}
                  </Link>
                ),
              },
              { key: 'state', header: words('state'), show: (row) => <KeyState of={row} /> },
              {
                key: 'scopes',
                header: words('scopes'),
                show: ({ scopes }) => scopes.map((each) => <div key={each}>{words(each)}</div>),
              },
              {
                key: 'used',
                header: words('used'),
                show: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : words('never')),
              },
              { key: 'ends', header: words('ends'), show: ({ expiresAt }) => moment(expiresAt) },
            ]}
          />
        </Paper>
      )}
      {issued && <SecretOnce key={issued.secret} of={issued} onKept={kept} />}
      {chosen && (
        <KeyDetail
          key={chosen}
          id={chosen}
          quiet={issued !== null}
          onIssued={setIssued}
          onChanged={again}
        />
      )}
      <KeyForm
        onIssued={(id, made) => {
          setIssued(made);
          again();
          change({ key: id });
        }}
      />
    </Stack>
  );
}
