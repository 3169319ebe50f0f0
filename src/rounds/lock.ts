import type { LockReason, RoundPhase } from '../vocabulary/round.enums.js';

/** Why answers cannot be written now; null when they can. */
export function lockOf({
  phase,
  state,
}: {
  phase: RoundPhase;
  state: string | null;
}): LockReason | null {
  if (phase === 'WITHDRAWN') return 'ROUND_WITHDRAWN';
  if (phase === 'PLANNED') return 'NOT_OPEN_YET';
  if (state === 'APPROVED') return 'ALREADY_DECIDED';
  if (state === 'SUBMITTED') return 'IN_REVIEW';
  return phase === 'CLOSED' ? 'CLOSED' : null;
}
