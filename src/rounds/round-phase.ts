import type { LocalDate } from '../shared/dates.js';
import type { RoundPhase } from '../vocabulary/round.enums.js';

/** Open from the first day to the last, unless the round was closed or withdrawn before. */
export function phaseOf(
  round: { opensOn: LocalDate; closesOn: LocalDate; closedAt: unknown; withdrawnAt?: unknown },
  today: LocalDate,
): RoundPhase {
  if (round.withdrawnAt != null) return 'WITHDRAWN';
  if (round.closedAt !== null || today > round.closesOn) return 'CLOSED';
  return today < round.opensOn ? 'PLANNED' : 'OPEN';
}
