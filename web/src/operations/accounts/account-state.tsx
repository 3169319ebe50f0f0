import type { AccountShownFragment } from '../../generated/graphql';
import { moment } from '../../shared/format';
import { useAccountWords } from './accounts.words';

/** Whether an account can sign in, and if not, why. */
export function AccountState({
  of: { disabledAt, lockedUntil },
}: {
  of: Pick<AccountShownFragment, 'disabledAt' | 'lockedUntil'>;
}) {
  const words = useAccountWords();
  if (disabledAt) return words('disabled-at', { at: moment(disabledAt) });
  return lockedUntil ? words('locked-until', { at: moment(lockedUntil) }) : words('good');
}
