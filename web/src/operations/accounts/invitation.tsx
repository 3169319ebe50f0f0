import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useRefusedBy } from '../../components/refused-by';
import {
  AccountInviteDocument,
  type AccountShownFragment,
  type InvitedFragment,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import { CopyText } from '../../components/copy-text';
import { useAccountWords } from './accounts.words';
import { lettersTo, PrintedLetters } from './letters';

/** Somebody who was invited just now; a code is there for whom no mail goes to. */
export type Invited = Pick<InvitedFragment, 'account' | 'code'>;

/** Invites the owner of an account that has no password yet, by mail or with a code to hand over. */
export function Invitation({
  of: { id, name, email, invitationMail },
  onInvited,
}: {
  of: AccountShownFragment;
  onInvited: (invited: Invited) => void;
}) {
  const words = useAccountWords();
  const refusedBy = useRefusedBy();
  const [invite] = useChange(AccountInviteDocument);
  const act = (byMail: boolean) => (
    <Act
      label={words(byMail ? 'invite-by-mail' : 'invite-by-code')}
      about={name}
      sure={words('invite-sure')}
      send={async (keyed) => {
        const { data, error } = await invite({ input: keyed({ account: id, byMail }) });
        const answer = data?.accountInvite;
        if (answer?.account) onInvited({ account: answer.account, code: answer.invitationCode });
        return refusedBy(error, answer?.userErrors);
      }}
    />
  );
  return (
    <Stack gap="xs">
      {invitationMail && (
        <Text size="sm">
          {words(`mail-${invitationMail.state}`, { address: invitationMail.address })}{' '}
          {invitationMail.state === 'REFUSED' && invitationMail.answer}
        </Text>
      )}
      {email && act(true)}
      {act(false)}
    </Stack>
  );
}

/** Shows the code the one time that it is told, with its link and its letter, until it was handed over. */
export function InvitationCode({ of, onKept }: { of: Invited; onKept: () => void }) {
  const words = useAccountWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const {
    account: { name, signInName },
    code,
  } = of;
  if (code === null) return null;
  const link = `${window.location.origin}/invitation#${code}`;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="lake"
      variant="outline"
      title={words('invitation-of', { name })}
    >
      <Stack gap="sm" align="start">
        <Text size="sm">{words('invitation-once')}</Text>
        <Text size="sm">{words('signs-in-as', { name: signInName ?? '' })}</Text>
        <Code block>{code}</Code>
        <Group gap="xs">
          <Button size="xs" onClick={() => window.print()}>
            {words('invitation-print')}
          </Button>
          <CopyText label={words('invitation-copy')} text={() => link} />
          <Button size="xs" variant="default" onClick={onKept}>
            {words('invitation-kept')}
          </Button>
        </Group>
      </Stack>
      <PrintedLetters of={lettersTo([of])} />
    </Alert>
  );
}
