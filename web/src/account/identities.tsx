import { List, Stack, Text, Title } from '@mantine/core';
import { Answer } from '../components/answer';
import { EntryForm } from '../components/entry-form';
import { useRefusedBy } from '../components/refused-by';
import {
  IssuerLinkStartDocument,
  OwnIdentitiesDocument,
  type OwnIdentitiesQuery,
} from '../generated/graphql';
import { moment } from '../shared/format';
import { useChange, useGraph } from '../shared/graph';
import { goToIssuer } from '../sign-in/issuer-return';
import { useOwnAccountWords } from './account.words';

/** Through which issuers one signs in, and how to add another; nothing on a hub that has none. */
export function Identities() {
  const asked = useGraph(OwnIdentitiesDocument, {});
  return (
    <Answer of={asked}>
      {({ viewer, signInIssuers }) =>
        viewer &&
        (signInIssuers.length > 0 || viewer.identities.length > 0) && (
          <Shown viewer={viewer} issuers={signInIssuers} />
        )
      }
    </Answer>
  );
}

function Shown({
  viewer: { identities, signInName },
  issuers,
}: {
  viewer: NonNullable<OwnIdentitiesQuery['viewer']>;
  issuers: OwnIdentitiesQuery['signInIssuers'];
}) {
  const words = useOwnAccountWords();
  const others = issuers.filter(({ issuer }) => identities.every((each) => each.issuer !== issuer));
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words('issuers')}
      </Title>
      {identities.length > 0 ? (
        <>
          <List>
            {identities.map(({ issuer, name, linkedAt }) => (
              <List.Item key={issuer}>{words('linked', { name, at: moment(linkedAt) })}</List.Item>
            ))}
          </List>
          <Text size="sm">{words('unlink-ask')}</Text>
        </>
      ) : (
        <Text size="sm">{words('not-linked')}</Text>
      )}
      {others.length > 0 && <LinkForm issuers={others} asksPassword={signInName !== null} />}
    </Stack>
  );
}

/** Goes to an issuer to link the account to it; the password is asked for, as for another password. */
function LinkForm({
  issuers,
  asksPassword,
}: {
  issuers: OwnIdentitiesQuery['signInIssuers'];
  asksPassword: boolean;
}) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const [start] = useChange(IssuerLinkStartDocument);
  return (
    <EntryForm
      title={words('link')}
      label={words('link')}
      fields={[
        {
          name: 'issuer',
          label: words('link-through'),
          options: issuers.map(({ issuer, name }) => ({ value: issuer, label: name })),
        },
        {
          name: 'presentPassword',
          label: words('present-password'),
          kind: 'password',
          required: true,
          when: () => asksPassword,
        },
      ]}
      send={async (typed) => {
        const { data, error } = await start({
          input: {
            issuer: typed('issuer'),
            presentPassword: typed('presentPassword') || null,
          },
        });
        const answer = data?.issuerLinkStart;
        if (answer?.address) goToIssuer(answer.address, '/account');
        return refusedBy(error, answer?.userErrors);
      }}
    />
  );
}
