import { Modal, Stack, Text } from '@mantine/core';
import { useSession } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { SignInForm } from './sign-in-form';

/** Over whatever page: sign in again, and go on where you were. */
export default function SessionEnded() {
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
        <SignInForm done={() => undefined} />
      </Stack>
    </Modal>
  );
}
