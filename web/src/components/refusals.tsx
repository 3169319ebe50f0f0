import { Alert, Anchor, List } from '@mantine/core';
import { useSharedWords } from '../shared/shared.words';

export interface Refused {
  code: string;
  field?: string[] | null;
  message: string;
}

/** Why a change was not made: all reasons at once, in the words of the hub. Nothing when there is none. */
export function Refusals({
  of: refused,
  fieldOf,
}: {
  of: readonly Refused[];
  /** The id of the field on the page that a refusal is about, to lead there; undefined where there is none. */
  fieldOf?: (refusal: Refused) => string | undefined;
}) {
  const say = useSharedWords();
  if (refused.length === 0) return null;
  return (
    <Alert color="red" variant="outline" title={say('something-wrong')} role="alert">
      <List size="sm">
        {refused.map((refusal) => {
          const { code, field, message } = refusal;
          const place = fieldOf?.(refusal);
          return (
            <List.Item key={`${code} ${field?.join('.')} ${message}`}>
              {place ? (
                <Anchor
                  href={`#${place}`}
                  fz="inherit"
                  underline="always"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(place)?.focus();
                  }}
                >
                  {message}
                </Anchor>
              ) : (
                message
              )}
            </List.Item>
          );
        })}
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
