import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { refusalOf, Refusals, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { PasswordChangeDocument } from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useSharedWords, type SharedWord } from '../shared/shared.words';

const NOTHING = { presentPassword: '', newPassword: '', again: '' };

type Typed = typeof NOTHING;

/** Changes the viewer's password; the new one is typed twice, because nobody can look it up. */
export function PasswordForm({ email, done }: { email: string | null; done: () => void }) {
  const say = useSharedWords();
  const refusedBy = useRefusedBy();
  const [change, busy] = useChange(PasswordChangeDocument);
  const [typed, setTyped] = useState(NOTHING);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { again, ...input } = typed;
    if (again !== input.newPassword) {
      setRefused([{ code: 'DIFFERENT', field: ['again'], message: say('passwords-differ') }]);
      return;
    }
    const { data, error } = await change({ input });
    const problems = refusedBy(error, data?.accountPasswordChange.userErrors);
    setRefused(problems);
    if (problems.length > 0) return;
    setTyped(NOTHING);
    done();
  }
  const field = (name: keyof Typed, label: SharedWord, autoComplete: string) => (
    <PasswordInput
      label={say(label)}
      name={name}
      autoComplete={autoComplete}
      required
      error={refusalOf(refused, name)}
      visibilityToggleButtonProps={{ 'aria-label': say('show-password'), tabIndex: 0 }}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => setTyped((now) => ({ ...now, [name]: value }))}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={say('change-password')} noValidate>
      <Stack>
        <Refusals of={refused} />
        {/* Programs that keep passwords read whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email ?? ''} />
        {field('presentPassword', 'present-password', 'current-password')}
        {field('newPassword', 'new-password', 'new-password')}
        {field('again', 'new-password-again', 'new-password')}
        <Button type="submit" loading={busy}>
          {say('change-password')}
        </Button>
      </Stack>
    </form>
  );
}
