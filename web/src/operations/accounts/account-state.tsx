import type { AccountShownFragment } from '../../generated/graphql';
import { moment } from '../../shared/format';
import { useAccountWords } from './accounts.words';

/** Whether an account can sign in, and if not, why. */
export function AccountState({
  of: { state, disabledAt, lockedUntil, passwordChangeRequired, invitationEndsAt },
}: {
  of: Pick<
    AccountShownFragment,
    'state' | 'disabledAt' | 'lockedUntil' | 'passwordChangeRequired' | 'invitationEndsAt'
  >;
}) {
  const words = useAccountWords();
  if (disabledAt) return words('disabled-at', { at: moment(disabledAt) });
  if (state === 'INVITED') {
    if (!invitationEndsAt) return words('not-invited');
    return words(hasPassed(invitationEndsAt) ? 'invitation-over' : 'invited-until', {
      at: moment(invitationEndsAt),
    });
  }
  if (lockedUntil) return words('locked-until', { at: moment(lockedUntil) });
  return words(passwordChangeRequired ? 'password-to-change' : 'good');
}

const hasPassed = (moment: string) => Date.parse(moment) <= Date.now();
