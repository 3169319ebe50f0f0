import { Modal, Stack, Text } from '@mantine/core';
import { useSession } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { IssuerButtons } from './issuer-buttons';
import { SignInForm } from './sign-in-form';

/**
 * Over whatever page: sign in again, and go on where you were.
 * @param was who was signed in. For anybody else the page is loaded anew: what stands on it is not theirs.
 */
export default function SessionEnded({ was }: { was: string | null | undefined }) {
  const say = useSharedWords();
  const { state } = useSession();
  return (
    <Modal
      opened={state === 'ended'}
      onClose={() => undefined}
      withCloseButton={false}
      title={say('sign-in')}
    >
      <Stack>
        <Text>{say('session-ended')}</Text>
        <IssuerButtons to={window.location.pathname + window.location.search} />
        <SignInForm
          done={(email) => {
            if (was && email.toLowerCase() !== was.toLowerCase()) window.location.reload();
          }}
        />
      </Stack>
    </Modal>
  );
}
