import type { RoundPhase } from '../generated/graphql';

/** The round that describes the last day until a day; figures are compared with the day before that one. */
export const newestRound = <Round extends { phase: RoundPhase; referenceDate: string }>(
  rounds: readonly Round[],
  until: string,
): Round | undefined =>
  rounds
    .filter(({ phase, referenceDate }) => phase !== 'WITHDRAWN' && referenceDate <= until)
    .sort((one, other) => other.referenceDate.localeCompare(one.referenceDate))[0];
