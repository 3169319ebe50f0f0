import { useSharedWords } from '../shared/shared.words';
import type { Field, Typed } from './entry-field';
import type { Refused } from './refusals';

/** What a form finds wrong before it sends anything, in the words of its own labels. */
export function useEntryCheck() {
  const say = useSharedWords();
  return (fields: readonly Field[], typed: Typed): Refused[] =>
    fields.flatMap(({ name, label, kind, required, when }) => {
      if (when?.(typed) === false) return [];
      const value = typed(name);
      const wrong = value === '' ? required && 'fill-in' : misfit(kind, value);
      return wrong ? [{ code: 'UNFIT', field: [name], message: say(wrong, { label }) }] : [];
    });
}

/** What is wrong with a value of a kind; null for nothing. */
function misfit(kind: Field['kind'], value: string) {
  if (kind === 'number' && !/^\d+([.,]\d+)?$/.test(value)) return 'not-a-number';
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return 'not-an-email';
  if (kind === 'password' && (value.length < 12 || value.length > 128)) return 'password-length';
  if (kind === 'url' && !/^https?:\/\/\S+$/i.test(value)) return 'not-an-address';
  return null;
}
