import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../components/answer';
import { DataTable } from '../components/data-table';
import { useRefusedBy } from '../components/refused-by';
import {
  OwnSessionEndDocument,
  OwnSessionsDocument,
  type OwnSessionsQuery,
} from '../generated/graphql';
import { Act } from '../operations/shared/act';
import { moment } from '../shared/format';
import { useChange, useGraph } from '../shared/graph';
import { useOwnAccountWords } from './account.words';

/** Where one is signed in, and how to end what is not oneself. */
export function OwnSessions() {
  const words = useOwnAccountWords();
  const asked = useGraph(OwnSessionsDocument, {});
  const [told, setTold] = useState('');
  function ended() {
    setTold(words('ended'));
    asked.again();
  }
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words('sessions')}
      </Title>
      <Text size="sm">{words('sessions-lead')}</Text>
      <div role="status">{told}</div>
      <Answer of={asked}>
        {({ viewer }) =>
          viewer && (
            <DataTable
              caption={words('sessions')}
              rows={viewer.sessions}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'lastUsedAt',
                  header: words('last-used'),
                  show: ({ lastUsedAt, present }) =>
                    `${moment(lastUsedAt)}${present ? ` (${words('here')})` : ''}`,
                },
                {
                  key: 'address',
                  header: words('from'),
                  show: ({ address }) => address ?? words('unknown-address'),
                },
                {
                  key: 'issuer',
                  header: words('by'),
                  show: ({ issuer }) => issuer ?? words('by-password'),
                },
                {
                  key: 'end',
                  header: words('end'),
                  show: (session) => !session.present && <End of={session} onEnded={ended} />,
                },
              ]}
            />
          )
        }
      </Answer>
    </Stack>
  );
}

function End({
  of: { id, lastUsedAt },
  onEnded,
}: {
  of: NonNullable<OwnSessionsQuery['viewer']>['sessions'][number];
  onEnded: () => void;
}) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const [end] = useChange(OwnSessionEndDocument);
  return (
    <Act
      label={words('end')}
      about={moment(lastUsedAt)}
      sure={words('end-sure')}
      removes
      send={async (keyed) => {
        const { data, error } = await end({ input: keyed({ session: id }) });
        if (data?.accountSessionEnd.ended) onEnded();
        return refusedBy(error, data?.accountSessionEnd.userErrors);
      }}
    />
  );
}
