import type { CombinedError } from 'urql';
import { useRefusedBy } from '../../components/refused-by';
import type { Refused } from '../../components/refusals';
import { useRegisterWords } from './register.words';

/**
 * Why a change in the register was not made, with what only a page can say: that it has read the record again, and whom
 * to ask about a unit that is not the viewer's.
 * @param readAgain reads the record that somebody else has changed meanwhile.
 */
export function useRegisterRefusals(readAgain?: () => void) {
  const words = useRegisterWords();
  const refusedBy = useRefusedBy(readAgain);
  return (
    error: CombinedError | undefined,
    userErrors: readonly Refused[] | undefined,
  ): readonly Refused[] => {
    const isForbidden = error?.graphQLErrors.some(
      ({ extensions }) => extensions['code'] === 'FORBIDDEN',
    );
    if (isForbidden)
      return [{ code: 'FORBIDDEN', field: ['unit'], message: words('not-in-your-units') }];
    return refusedBy(error, userErrors).map((refused) =>
      refused.code === 'CONFLICT' ? { ...refused, message: words('changed-meanwhile') } : refused,
    );
  };
}
