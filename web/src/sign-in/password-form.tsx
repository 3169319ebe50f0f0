import { Button, PasswordInput, Stack } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useEntryCheck } from '../components/entry-check';
import type { Field } from '../components/entry-field';
import { FormSummary } from '../components/form-summary';
import { refusalOf, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { PasswordChangeDocument } from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useSharedWords, type SharedWord } from '../shared/shared.words';

const NOTHING = { presentPassword: '', newPassword: '', again: '' };

type Typed = typeof NOTHING;

const isTyped = (name: string): name is keyof Typed => name in NOTHING;

/** Changes the viewer's password; the new one is typed twice, because nobody can look it up. */
export function PasswordForm({ who, done }: { who: string | null; done: () => void }) {
  const say = useSharedWords();
  const refusedBy = useRefusedBy();
  const [change, busy] = useChange(PasswordChangeDocument);
  const [typed, setTyped] = useState(NOTHING);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const check = useEntryCheck();
  const form = useId();
  const fields: Field[] = [
    { name: 'presentPassword', label: say('present-password'), required: true },
    { name: 'newPassword', label: say('new-password'), kind: 'password', required: true },
    { name: 'again', label: say('new-password-again'), required: true },
  ];
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { again, ...input } = typed;
    const wrong = check(fields, (name) => (isTyped(name) ? typed[name] : ''));
    const different = { code: 'DIFFERENT', field: ['again'], message: say('passwords-differ') };
    if (wrong.length > 0) return setRefused(wrong);
    if (again !== input.newPassword) return setRefused([different]);
    const { data, error } = await change({ input });
    const problems = refusedBy(error, data?.accountPasswordChange.userErrors);
    setRefused(problems);
    if (problems.length > 0) return;
    setTyped(NOTHING);
    done();
  }
  const field = (name: keyof Typed, label: SharedWord, autoComplete: string) => (
    <PasswordInput
      id={`${form}${name}`}
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
        <FormSummary of={refused} form={form} names={Object.keys(NOTHING)} />
        {/* Programs that keep passwords read whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={who ?? ''} />
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
