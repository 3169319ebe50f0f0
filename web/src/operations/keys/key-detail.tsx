import { Paper, Stack, Text } from '@mantine/core';
import { Answer } from '../../components/answer';
import { DataTable } from '../../components/data-table';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import {
  KeyDetailDocument,
  KeyRevokeDocument,
  KeyRotateDocument,
  type KeyDetailQuery,
} from '../../generated/graphql';
import { endOf } from '../../shared/days';
import { moment } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { Act } from '../shared/act';
import { OpenedTitle } from '../shared/opened-title';
import type { Issued } from '../shared/secret-once';
import { KeyState } from './key-state';
import { useKeyWords } from './keys.words';

type Key = Extract<NonNullable<KeyDetailQuery['node']>, { __typename: 'ApiKey' }>;

/** For how many hours a secret that is replaced may stay good. */
const OVERLAPS = [24, 0, 168, 720] as const;

/** One key: what is known of its secrets, another secret for it, and its end. */
export function KeyDetail({
  id,
  quiet,
  onIssued,
  onChanged,
}: {
  id: string;
  /** Whether something else is to be read first. */
  quiet: boolean;
  onIssued: (issued: Issued) => void;
  onChanged: () => void;
}) {
  const words = useKeyWords();
  const asked = useGraph(KeyDetailDocument, { key: id });
  function changed() {
    asked.again();
    onChanged();
  }
  return (
    <Answer of={asked}>
      {({ node }) =>
        node?.__typename === 'ApiKey' ? (
          <Paper withBorder p="md">
            <Stack>
              <About of={node} quiet={quiet} />
              {!node.revokedAt && (
                <>
                  <Rotate
                    of={node}
                    readAgain={changed}
                    onIssued={(issued) => {
                      onIssued(issued);
                      changed();
                    }}
                  />
                  <Revoke of={node} onDone={changed} />
                </>
              )}
            </Stack>
          </Paper>
        ) : (
          <Text>{words('none-such')}</Text>
        )
      }
    </Answer>
  );
}

function About({ of: key, quiet }: { of: Key; quiet: boolean }) {
  const words = useKeyWords();
  return (
    <>
      <OpenedTitle quiet={quiet}>{key.name}</OpenedTitle>
      <Text role="status">
        <KeyState of={key} />. {words('made', { at: moment(key.createdAt) })}{' '}
        {words('ends-at', { at: moment(key.expiresAt) })}{' '}
        {key.lastUsedAt ? words('used-at', { at: moment(key.lastUsedAt) }) : words('used-never')}
      </Text>
      <DataTable
        caption={words('secrets')}
        rows={key.secrets}
        rowKey={({ prefix }) => prefix}
        columns={[
          {
            key: 'prefix',
            header: words('prefix'),
            show: ({ prefix }) => <code>{prefix}</code>,
          },
          { key: 'made', header: words('made-on'), show: ({ createdAt }) => moment(createdAt) },
          {
            key: 'good',
            header: words('good-until'),
            show: ({ goodUntil }) => (goodUntil ? moment(goodUntil) : words('as-key')),
          },
          {
            key: 'used',
            header: words('used'),
            show: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : words('never')),
          },
        ]}
      />
    </>
  );
}

function Rotate({
  of: { id, name, version },
  onIssued,
  readAgain,
}: {
  of: Key;
  readAgain: () => void;
  onIssued: (issued: Issued) => void;
}) {
  const words = useKeyWords();
  const refusedBy = useRefusedBy(readAgain);
  const [rotate] = useChange(KeyRotateDocument);
  return (
    <EntryForm
      title={words('rotate')}
      label={words('rotate')}
      fields={[
        {
          name: 'overlapHours',
          label: words('overlap'),
          options: OVERLAPS.map((each) => ({ value: `${each}`, label: words(`overlap-${each}`) })),
        },
        { name: 'expiresAt', label: words('new-last-day'), kind: 'date' },
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await rotate({
          input: keyed({
            id,
            version,
            overlapHours: Number(typed('overlapHours')),
            expiresAt: endOf(typed('expiresAt')),
          }),
        });
        const { apiKey, secret = null } = data?.apiKeyRotate ?? {};
        if (apiKey) onIssued({ name, secret });
        return refusedBy(error, data?.apiKeyRotate.userErrors);
      }}
    />
  );
}

function Revoke({ of: { id, name }, onDone }: { of: Key; onDone: () => void }) {
  const words = useKeyWords();
  const refusedBy = useRefusedBy();
  const [revoke] = useChange(KeyRevokeDocument);
  return (
    <Act
      label={words('revoke')}
      about={name}
      sure={words('revoke-sure')}
      send={async (keyed) => {
        const { data, error } = await revoke({ input: keyed({ id }) });
        if (data?.apiKeyRevoke.apiKey) onDone();
        return refusedBy(error, data?.apiKeyRevoke.userErrors);
      }}
    />
  );
}
