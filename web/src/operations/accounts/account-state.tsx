import type { AccountShownFragment } from '../../generated/graphql';
import { moment } from '../../shared/format';
import { useAccountWords } from './accounts.words';

/** Whether an account can sign in, and if not, why. */
export function AccountState({
  of: { disabledAt, lockedUntil, passwordChangeRequired },
}: {
  of: Pick<AccountShownFragment, 'disabledAt' | 'lockedUntil' | 'passwordChangeRequired'>;
}) {
  const words = useAccountWords();
  if (disabledAt) return words('disabled-at', { at: moment(disabledAt) });
  if (lockedUntil) return words('locked-until', { at: moment(lockedUntil) });
  return words(passwordChangeRequired ? 'password-to-change' : 'good');
}
