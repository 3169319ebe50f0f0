import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useEntryCheck } from '../components/entry-check';
import type { Field } from '../components/entry-field';
import { FormSummary } from '../components/form-summary';
import { refusalOf, type Refused } from '../components/refusals';
import { HubFailed, signIn } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';

/** Signs somebody in; `done` is called with their e-mail address when they are. */
export function SignInForm({ done }: { done: (email: string) => void }) {
  const say = useSharedWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const check = useEntryCheck();
  const form = useId();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const fields: Field[] = [
      { name: 'email', label: say('email'), kind: 'email', required: true },
      { name: 'password', label: say('password'), required: true },
    ];
    const wrong = check(fields, (name) => (name === 'email' ? email.trim() : password));
    if (wrong.length > 0) return setRefused(wrong);
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
        <FormSummary of={refused} form={form} names={['email', 'password']} />
        <TextInput
          id={`${form}email`}
          label={say('email')}
          error={refusalOf(refused, 'email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          id={`${form}password`}
          label={say('password')}
          error={refusalOf(refused, 'password')}
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
