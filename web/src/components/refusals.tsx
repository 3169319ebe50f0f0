import { Alert, List } from '@mantine/core';
import { useSharedWords } from '../shared/shared.words';

export interface Refused {
  code: string;
  field?: string[] | null;
  message: string;
}

/** Why a change was not made: all reasons at once, in the words of the hub. Nothing when there is none. */
export function Refusals({ of: refused }: { of: readonly Refused[] }) {
  const say = useSharedWords();
  if (refused.length === 0) return null;
  return (
    <Alert color="red" variant="outline" title={say('something-wrong')} role="alert">
      <List size="sm">
        {refused.map(({ code, field, message }) => (
          <List.Item key={`${code} ${field?.join('.')} ${message}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** What the hub says about the field of an input that ends with this path; undefined when nothing. */
export function refusalOf(refused: readonly Refused[], ...path: string[]): string | undefined {
  const end = path.join('.');
  const about = refused.filter(({ field }) => `.${field?.join('.')}`.endsWith(`.${end}`));
  return about.map(({ message }) => message).join(' ') || undefined;
}
