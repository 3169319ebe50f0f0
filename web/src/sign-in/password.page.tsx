import { Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { PageTitle } from '../components/page-title';
import { acceptPasswordChange, heldBy, useSession } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { PasswordForm } from './password-form';
import { SignedIn } from './signed-in';
import { useViewer } from './viewer';

/** Another password, for whoever wants one; for those whose password an operator set, before everything else. */
export default function PasswordPage() {
  const say = useSharedWords();
  const first = heldBy(useSession()) === 'password';
  const viewer = useViewer();
  const [changed, setChanged] = useState(false);
  return (
    <SignedIn>
      <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
        <Stack>
          <PageTitle size="h2">{say('change-password')}</PageTitle>
          <Text c="dimmed">{say(first ? 'change-password-first' : 'change-password-lead')}</Text>
          <div role="status">{changed && say('password-changed')}</div>
          <PasswordForm
            who={viewer?.signInName ?? null}
            done={() => {
              setChanged(true);
              acceptPasswordChange();
            }}
          />
        </Stack>
      </Paper>
    </SignedIn>
  );
}
