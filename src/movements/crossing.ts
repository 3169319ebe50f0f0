import { periodOn, wasKnown, type Moment, type PeriodFact } from '../counts/facts.js';
import { compareText } from '../shared/compare-text.js';
import type { LocalDate } from '../shared/dates.js';
import type { Crossing } from './reason.js';

/** A date, what was known for it, and which places then were in the unit. */
export interface End {
  date: LocalDate;
  knownAt: Moment;
  isInside: (unitId: number | null) => boolean;
}

/** The last day of a unit; null for one that has not ended. */
export type LastDays = (unitId: number) => LocalDate | null;

/**
 * Whether an institution that is in a unit at one end only went there or left by itself, or whether
 * borders went over it. What decides is the last time that it came in or left between the two. A
 * place that is recorded after its unit ended, or while it was not settled, follows from borders as
 * well: nobody moved.
 */
export function crossingOf(
  periods: readonly PeriodFact[],
  before: End,
  after: End,
  lastDayOf: LastDays,
): Crossing {
  const known = periods
    .filter((period) => wasKnown(period, after.knownAt))
    .sort((a, b) => compareText(a.validFrom ?? '', b.validFrom ?? ''));
  const then = periodOn({ periods: [...periods] }, before.date, before.knownAt);
  const start = periodOn({ periods: [...periods] }, before.date, after.knownAt);
  let crossing: Crossing = 'BY_BORDERS';
  // The same date, by what is known of it now.
  if (isIn(before, then) !== isIn(after, start) && !hasSameRoot(periods, before, after, lastDayOf))
    crossing = 'BY_ITSELF';
  let last = start;
  for (const period of known) {
    const { validFrom } = period;
    if (validFrom === null || validFrom <= before.date || validFrom > after.date) continue;
    if (isIn(after, period) !== isIn(after, last))
      crossing = isOwn(period, last, lastDayOf) ? 'BY_ITSELF' : 'BY_BORDERS';
    last = period;
  }
  return crossing;
}

function isIn({ isInside }: End, period: PeriodFact | null): boolean {
  return period !== null && isInside(period.unitId);
}

/** Whether a place began because the institution moved, and not because its unit ended before. */
function isOwn(period: PeriodFact, previous: PeriodFact | null, lastDayOf: LastDays): boolean {
  if (period.origin === 'SUCCESSION') return false;
  if (!previous) return true;
  if (!previous.settled || previous.unitId === null) return false;
  const lastDay = lastDayOf(previous.unitId);
  return lastDay === null || period.validFrom === null || lastDay >= period.validFrom;
}

/** Whether the same own place lies behind where it was on the first date, by what is known at both ends. */
function hasSameRoot(
  periods: readonly PeriodFact[],
  before: End,
  after: End,
  lastDayOf: LastDays,
): boolean {
  const [one, other] = [before.knownAt, after.knownAt].map((knownAt) =>
    rootOf(periods, before.date, knownAt, lastDayOf),
  );
  return one?.unitId === other?.unitId;
}

/** The last place on or before a date to which it went by itself. */
function rootOf(
  periods: readonly PeriodFact[],
  date: LocalDate,
  knownAt: Moment,
  lastDayOf: LastDays,
): PeriodFact | undefined {
  const begun = periods
    .filter((period) => wasKnown(period, knownAt) && (period.validFrom ?? '') <= date)
    .sort((a, b) => compareText(a.validFrom ?? '', b.validFrom ?? ''));
  return begun.findLast((period, index) => isOwn(period, begun[index - 1] ?? null, lastDayOf));
}
