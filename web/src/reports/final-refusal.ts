import type { CombinedError } from 'urql';
import type { Refused } from '../components/refusals';

/** The hub cannot read it at all. */
export const UNREADABLE = 'BAD_USER_INPUT';
/** What is refused however often it is sent. */
const FINAL = ['FORBIDDEN', UNREADABLE];

/** A failure that another try does not mend, as a refusal; undefined for one that it may. */
export function finalOf(error: CombinedError | undefined): Refused[] | undefined {
  const final = error?.graphQLErrors.filter(({ extensions }) =>
    FINAL.includes(String(extensions.code)),
  );
  if (!final?.length) return undefined;
  return final.map(({ message, extensions }) => ({ code: String(extensions.code), message }));
}
