import type { CombinedError } from 'urql';
import type { Refused } from './refusals';
import { silenceOf } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';

/**
 * Why a change was not made, whether the hub refused it or could not be reached; empty when it was.
 * @param readAgain is called when somebody else has changed it meanwhile.
 */
export function useRefusedBy(readAgain?: () => void) {
  const say = useSharedWords();
  return (
    error: CombinedError | undefined,
    userErrors: readonly Refused[] | undefined,
  ): readonly Refused[] => {
    if (userErrors?.some(({ code }) => code === 'CONFLICT')) readAgain?.();
    const message = error?.graphQLErrors[0]?.message ?? say(silenceOf(error));
    return userErrors ?? [{ code: 'FAILED', message }];
  };
}
