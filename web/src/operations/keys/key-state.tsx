import type { KeyShownFragment } from '../../generated/graphql';
import { isOver } from '../../shared/days';
import { moment } from '../../shared/format';
import { useKeyWords } from './keys.words';

/** Whether a key is good, and if not, why. */
export function KeyState({
  of: { revokedAt, expiresAt },
}: {
  of: Pick<KeyShownFragment, 'revokedAt' | 'expiresAt'>;
}) {
  const words = useKeyWords();
  if (revokedAt) return words('revoked-at', { at: moment(revokedAt) });
  return words(isOver(expiresAt) ? 'expired' : 'good');
}
