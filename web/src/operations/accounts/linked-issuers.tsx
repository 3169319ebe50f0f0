import { Group, Stack, Text } from '@mantine/core';
import { useRefusedBy } from '../../components/refused-by';
import { AccountUnlinkDocument, type AccountShownFragment } from '../../generated/graphql';
import { moment } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import { useAccountWords } from './accounts.words';

/**
 * Through which issuers an account signs in, and how to end that.
 * @param ends whether the viewer may.
 */
export function LinkedIssuers({
  of: { id, identities, fromIssuer },
  ends,
  onDone,
}: {
  of: AccountShownFragment;
  ends: boolean;
  onDone: () => void;
}) {
  const words = useAccountWords();
  const refusedBy = useRefusedBy();
  const [unlink] = useChange(AccountUnlinkDocument);
  return (
    <Stack gap="xs">
      {identities.map(({ issuer, name, linkedAt }) => (
        <Group key={issuer}>
          <Text size="sm">{words('linked', { name, at: moment(linkedAt) })}</Text>
          {ends && !fromIssuer && (
            <Act
              label={words('unlink')}
              about={name}
              sure={words('unlink-sure')}
              removes
              send={async (keyed) => {
                const { data, error } = await unlink({ input: keyed({ account: id, issuer }) });
                if (data?.accountUnlink.account) onDone();
                return refusedBy(error, data?.accountUnlink.userErrors);
              }}
            />
          )}
        </Group>
      ))}
    </Stack>
  );
}
