import { TextInput } from '@mantine/core';
import { useSignInWords } from './sign-in.words';

/** Asks for the second factor, once the hub wants it: six digits of an app, or a recovery code. */
export function FactorInput({
  id,
  name,
  error,
  value,
  onChange,
}: {
  id: string;
  name: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const words = useSignInWords();
  return (
    <TextInput
      id={id}
      label={words('factor')}
      description={words('factor-hint')}
      error={error}
      name={name}
      autoComplete="one-time-code"
      autoFocus
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
