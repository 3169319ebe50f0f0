import type { Moment } from '../counts/facts.js';
import type { RecordedRound, RoundRow } from './round.queries.js';

/** The rounds as known at a moment, oldest first: with the dates of then, and without those withdrawn. */
export function roundsKnownAt(rounds: readonly RecordedRound[], knownAt: Moment): RoundRow[] {
  return rounds
    .filter(
      ({ recordedAt, withdrawnAt }) =>
        (recordedAt === null || recordedAt <= knownAt) &&
        (withdrawnAt === null || Date.parse(withdrawnAt) > knownAt),
    )
    .map((round) => {
      const then = round.before.find(({ supersededAt }) => supersededAt > knownAt);
      if (!then) return round;
      const { opensOn, dueOn, referenceDate, closesOn } = then;
      return { ...round, opensOn, dueOn, referenceDate, closesOn };
    })
    .sort((a, b) =>
      a.referenceDate === b.referenceDate
        ? a.id - b.id
        : a.referenceDate < b.referenceDate
          ? -1
          : 1,
    );
}
