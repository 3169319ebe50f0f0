import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useEntryCheck } from '../components/entry-check';
import type { Field } from '../components/entry-field';
import { FormSummary } from '../components/form-summary';
import { refusalOf, type Refused } from '../components/refusals';
import { signIn } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { FactorInput } from './factor-input';
import { useSilence } from './silence';
import { useSignInWords } from './sign-in.words';

/** What is typed, and what becomes of it. */
function useSignInEntry(done: (signInName: string) => void) {
  const say = useSharedWords();
  const words = useSignInWords();
  const silence = useSilence();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  // Null until the hub asks for it.
  const [code, setCode] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const check = useEntryCheck();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const fields: Field[] = [
      { name: 'email', label: words('sign-in-name'), required: true },
      { name: 'password', label: say('password'), required: true },
      ...(code === null ? [] : [{ name: 'code', label: words('factor'), required: true }]),
    ];
    const typed: Record<string, string> = { email: email.trim(), password, code: code ?? '' };
    const wrong = check(fields, (name) => typed[name] ?? '');
    if (wrong.length > 0) return setRefused(wrong);
    setBusy(true);
    const problems = await signIn(email, password, code).catch(silence);
    setBusy(false);
    if (problems.some((each) => each.code === 'SECOND_FACTOR_NEEDED')) {
      setRefused([]);
      return setCode('');
    }
    setRefused(problems);
    if (problems.length === 0) done(email.trim());
  }
  return { email, setEmail, password, setPassword, code, setCode, refused, busy, submit };
}

/** Signs somebody in; `done` is called with what they typed as their name when they are. */
export function SignInForm({ done }: { done: (signInName: string) => void }) {
  const say = useSharedWords();
  const words = useSignInWords();
  const form = useId();
  const { email, setEmail, password, setPassword, code, setCode, refused, busy, submit } =
    useSignInEntry(done);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormSummary of={refused} form={form} names={['email', 'password', 'code']} />
        <TextInput
          id={`${form}email`}
          label={words('sign-in-name')}
          error={refusalOf(refused, 'email')}
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
        {code !== null && (
          <FactorInput
            id={`${form}code`}
            name="code"
            error={refusalOf(refused, 'code')}
            value={code}
            onChange={setCode}
          />
        )}
        <Button type="submit" loading={busy}>
          {say('sign-in')}
        </Button>
      </Stack>
    </form>
  );
}
