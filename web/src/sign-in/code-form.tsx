import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { useEntryCheck } from '../components/entry-check';
import type { Field } from '../components/entry-field';
import { FormSummary } from '../components/form-summary';
import { refusalOf, type Refused } from '../components/refusals';
import { useGo } from '../shared/address';
import { signInWithCode } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { FactorInput } from './factor-input';
import { useSilence } from './silence';
import { useSignInWords } from './sign-in.words';

const NOTHING = { code: '', password: '', again: '', secondFactor: '' };

type Name = keyof typeof NOTHING;

const isName = (name: string): name is Name => name in NOTHING;

/** The code that the link of a mail carries behind its #, which no server sees. */
const codeOfLink = () => decodeURIComponent(window.location.hash.slice(1));

/** What is typed into the form, and what becomes of it. */
function useCodeEntry(purpose: 'invitation' | 'forgotten') {
  const words = useSignInWords();
  const silence = useSilence();
  const go = useGo();
  const check = useEntryCheck();
  const [typed, setTyped] = useState(() => ({ ...NOTHING, code: codeOfLink() }));
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  // Asked for when the hub wants it.
  const [asksFactor, setAsksFactor] = useState(false);
  // Nobody who looks at the address or its history later finds the code.
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), []);
  const fields: Field[] = [
    { name: 'code', label: words('code'), required: true },
    { name: 'password', label: words('password'), kind: 'password', required: true },
    { name: 'again', label: words('again'), required: true },
    ...(asksFactor ? [{ name: 'secondFactor', label: words('factor'), required: true }] : []),
  ];
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { code, password, again, secondFactor } = typed;
    const wrong = check(fields, (name) => (isName(name) ? typed[name] : ''));
    if (wrong.length === 0 && again !== password)
      wrong.push({ code: 'DIFFERENT', field: ['again'], message: words('differ') });
    if (wrong.length > 0) return setRefused(wrong);
    setBusy(true);
    const problems = await signInWithCode(purpose, {
      ...{ code, password },
      ...(asksFactor && { secondFactor }),
    }).catch(silence);
    setBusy(false);
    if (problems.some((each) => each.code === 'SECOND_FACTOR_NEEDED')) setAsksFactor(true);
    setRefused(problems);
    if (problems.length === 0) go('/home', { replace: true });
  }
  const set = (name: Name, value: string) => setTyped((now) => ({ ...now, [name]: value }));
  return { typed, set, refused, busy, submit, asksFactor };
}

/** Asks for the code and for a password, typed twice, because nobody can look it up. */
export function CodeForm({
  purpose,
  label,
}: {
  purpose: 'invitation' | 'forgotten';
  label: string;
}) {
  const say = useSharedWords();
  const words = useSignInWords();
  const form = useId();
  const { typed, set, refused, busy, submit, asksFactor } = useCodeEntry(purpose);
  const entry = (name: 'code' | 'password' | 'again') => ({
    ...{ id: `${form}${name}`, name, label: words(name), required: true },
    ...{ error: refusalOf(refused, name), value: typed[name] },
  });
  const newPassword = (name: 'password' | 'again') => (
    <PasswordInput
      {...entry(name)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': say('show-password'), tabIndex: 0 }}
      onChange={({ currentTarget: { value } }) => set(name, value)}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={label} noValidate>
      <Stack>
        <FormSummary of={refused} form={form} names={Object.keys(NOTHING)} />
        <TextInput
          {...entry('code')}
          description={words('code-hint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => set('code', value)}
        />
        {newPassword('password')}
        {newPassword('again')}
        {asksFactor && (
          <FactorInput
            id={`${form}secondFactor`}
            name="secondFactor"
            error={refusalOf(refused, 'secondFactor')}
            value={typed.secondFactor}
            onChange={(value) => set('secondFactor', value)}
          />
        )}
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}
