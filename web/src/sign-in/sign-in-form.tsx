import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Refusals } from '../components/refusals';
import { HubFailed, signIn, type Refusal } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';

/** Signs somebody in; `done` is called with their e-mail address when they are. */
export function SignInForm({ done }: { done: (email: string) => void }) {
  const say = useSharedWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const problems = await signIn(email, password).catch((error: unknown) => {
      const message = say(error instanceof HubFailed ? 'hub-failed' : 'offline');
      return [{ code: 'SILENT', message, field: null }];
    });
    setBusy(false);
    setRefused(problems);
    if (problems.length === 0) done(email.trim());
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Refusals of={refused} />
        <TextInput
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('password')}
          name="password"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': say('show-password'), tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {say('sign-in')}
        </Button>
      </Stack>
    </form>
  );
}
