import type { CombinedError } from 'urql';
import type { Refused } from './refusals';
import { useSharedWords } from '../shared/shared.words';

/** Why a change was not made, whether the hub refused it or could not be reached; empty when it was. */
export function useRefusedBy() {
  const say = useSharedWords();
  return (
    error: CombinedError | undefined,
    userErrors: readonly Refused[] | undefined,
  ): readonly Refused[] =>
    userErrors ?? [{ code: 'FAILED', message: error?.graphQLErrors[0]?.message ?? say('offline') }];
}
