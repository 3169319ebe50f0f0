const HOUR = 3_600_000;

/** The rhythm is counted from two o'clock at night in Vietnam, which is this moment of each day in UTC. */
const NIGHT = 19 * HOUR;

/** The last moment at which a backup was due, not after now. All times in milliseconds. */
export function lastDue(now: Date, every: number): Date {
  return new Date(Math.floor((now.getTime() - NIGHT) / every) * every + NIGHT);
}

/** How long after a failure it is tried again. */
export function pauseAfterFailure(every: number): number {
  return Math.min(every / 4, HOUR);
}

/** A day's backup that was due in the night is missed when people come to work. */
function patienceFor(every: number): number {
  return Math.min(every / 2, 6 * HOUR);
}

/**
 * Since when the backups are overdue; null while they are not.
 * @param lastDone when the last good backup was due; null for none.
 * @param first when the first one was due that did not succeed; null for none.
 */
export function overdueSince(
  { lastDone, first }: { lastDone: Date | null; first: Date | null },
  every: number,
  now: Date,
): Date | null {
  const missed = lastDone ? lastDue(new Date(lastDone.getTime() + every), every) : first;
  return missed && now.getTime() > missed.getTime() + patienceFor(every) ? missed : null;
}
