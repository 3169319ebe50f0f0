import type { StepKind } from '../mail/mail.enums.js';
import { addDays, type LocalDate } from '../shared/dates.js';

/** The days of an institution that has not handed in. */
export interface OwedDays {
  opensOn: LocalDate;
  /** As it holds for the institution. */
  dueOn: LocalDate;
  /** The latest day on which the last return can have been, whose mail tells the new due date; null without one. */
  returnedOn: LocalDate | null;
  begun: boolean;
}

/** What is said from so many days before the due date on, the most urgent first. */
const STEPS: readonly [StepKind, number][] = [
  ['OVERDUE', -1],
  ['DUE_IN_1_DAY', 1],
  ['DUE_IN_3_DAYS', 3],
  ['DUE_IN_14_DAYS', 14],
];

/**
 * What an institution that has not handed in is told on a day; null for nothing. It is the newest of
 * the steps that have come, so that what a stop of the hub has missed is told only while it is so.
 * A step that had come before the round opened or the report was returned is not told after that.
 */
export function stepOn(days: OwedDays, today: LocalDate): StepKind | null {
  const { opensOn, dueOn, returnedOn, begun } = days;
  const told = returnedOn !== null && returnedOn > opensOn ? returnedOn : opensOn;
  const step = STEPS.find(([, before]) => addDays(dueOn, -before) <= today);
  if (step && addDays(dueOn, -step[1]) > told) return step[0];
  return begun || returnedOn !== null ? null : 'ROUND_OPENED';
}
