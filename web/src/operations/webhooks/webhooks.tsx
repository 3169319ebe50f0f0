import { Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Coming, Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { WebhookListDocument } from '../../generated/graphql';
import { moment } from '../../shared/format';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { SecretOnce, type Issued } from '../shared/secret-once';
import { WebhookActs } from './webhook-acts';
import { WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';
import { useWebhookWords } from './webhooks.words';

/** The addresses that are told of every change, and whether they take it. */
export function Webhooks() {
  const all = useOperationsWords();
  const words = useWebhookWords();
  const [told, setTold] = useState('');
  const [issued, setIssued] = useState<Issued | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { rows, total, error, more, again, retry } = usePages(
    WebhookListDocument,
    { first: 50 },
    (data) => data.webhooks,
  );
  function done() {
    setTold(words('done'));
    again();
  }
  function kept() {
    setIssued(null);
    // The button that was pressed is gone.
    heading.current?.focus();
  }
  return (
    <Stack className="in-order">
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {all('webhooks')}
      </Title>
      <Text size="sm">{words('lead')}</Text>
      <div role="status">{told}</div>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text role="status">{words('none')}</Text>}
      {total !== undefined && total !== 0 && (
        <Paper withBorder>
          <LongTable
            caption={all('webhooks')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={[
              {
                key: 'url',
                header: words('url'),
                show: ({ url }) => (
                  <Text inherit miw={220} style={{ overflowWrap: 'anywhere' }}>
                    {url}
                  </Text>
                ),
              },
              {
                key: 'description',
                header: words('description'),
                show: ({ description }) => description,
              },
              { key: 'state', header: words('state'), show: (row) => <WebhookState of={row} /> },
              {
                key: 'delivered',
                header: words('delivered'),
                show: ({ deliveredAt }) => (deliveredAt ? moment(deliveredAt) : words('never')),
              },
              {
                key: 'change',
                header: words('change'),
                show: (row) => (
                  <WebhookActs of={row} onDone={done} onIssued={setIssued} readAgain={again} />
                ),
              },
            ]}
          />
        </Paper>
      )}
      {issued && <SecretOnce key={issued.secret} of={issued} onKept={kept} />}
      <WebhookForm
        onIssued={(made) => {
          setIssued(made);
          done();
        }}
      />
    </Stack>
  );
}
