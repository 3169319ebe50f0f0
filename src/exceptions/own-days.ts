import type { LocalDate } from '../shared/dates.js';
import type { ExceptionKind } from '../vocabulary/round.enums.js';

/** The dates of a round, as far as they decide when institutions answer. */
export interface RoundDays {
  opensOn: LocalDate;
  dueOn: LocalDate;
  closesOn: LocalDate;
  closedAt: string | null;
  withdrawnAt?: string | null;
}

/** The days that an exception gives one institution; an excuse gives none. */
export interface ExceptionDays {
  kind: ExceptionKind;
  dueOn: LocalDate | null;
  closesOn: LocalDate | null;
}

/** What makes the days of one institution differ from those of its round. */
export interface OwnReasons {
  /** The exception that holds; null when there is none. */
  exception: ExceptionDays | null;
  /** The last day that the last return gave; null when nothing was returned. */
  returnedUntil: LocalDate | null;
  /** Whether no submission stands. */
  owing: boolean;
}

/** The dates of a round as they hold for one institution; `closedAt` as for `phaseOf`. */
export interface OwnDays extends RoundDays {
  excused: boolean;
}

/**
 * The days of one institution in a round. An exception or a return gives later days, never earlier
 * ones, and outlasts an early closing of the round. A return moves the due date only until the
 * institution submits again, so that a late first submission stays late. The same rule in SQL is
 * `ownDaysOf`.
 */
export function ownDays(
  { opensOn, dueOn, closesOn, closedAt, withdrawnAt }: RoundDays,
  { exception, returnedUntil, owing }: OwnReasons,
): OwnDays {
  const lastDay = latest(exception?.closesOn, returnedUntil);
  return {
    opensOn,
    dueOn: latest(dueOn, exception?.dueOn, owing ? returnedUntil : null) ?? dueOn,
    closesOn: latest(closedAt === null ? closesOn : null, lastDay) ?? closesOn,
    closedAt: lastDay === null ? closedAt : null,
    withdrawnAt,
    excused: exception?.kind === 'EXCUSED',
  };
}

function latest(...dates: (LocalDate | null | undefined)[]): LocalDate | null {
  return dates.reduce<LocalDate | null>(
    (last, date) => (date != null && (last === null || date > last) ? date : last),
    null,
  );
}
