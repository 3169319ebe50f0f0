import { cellsOf, NONE, totalOf, type Counts } from '../counts/count.js';
import { askedOf, type IndicatorState, type Observed } from '../counts/observe.js';
import { comparePrecedence } from '../counts/revisions.js';
import { wholeState } from '../counts/whole-state.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import type { LineSubject } from '../progress/report.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import type { ProgressChangeReason } from './movement.enums.js';

/** The counters of which a change is made; what is in review is no part of what was approved. */
export const CHANGE_COUNTERS = ['institutions', 'completed', 'reported', 'notApplicable'] as const;
export type ChangeCounts = Pick<Counts, (typeof CHANGE_COUNTERS)[number]>;

/** An institution on one of two dates, as it was known for it. */
export interface Side {
  observed: Observed;
  /** Whether it was in the unit that the change is about. */
  inside: boolean;
}

/** Why an institution is in a unit on one date and not on the other. */
export type Crossing = 'BY_ITSELF' | 'BY_BORDERS';

/** What one institution adds to the counts of a line, by the rule by which progress counts. */
export function countsIn({ group, indicator }: LineSubject, { observed, inside }: Side): Counts {
  const { period } = observed;
  if (!inside || !period || groupOf(period.kind) !== group) return NONE;
  return totalOf(cellsOf({ illustrative: false }, observed, [indicator]));
}

/** What is more in the second counts; negative for what is less. */
export function differenceOf(before: ChangeCounts, after: ChangeCounts): ChangeCounts {
  return {
    institutions: after.institutions - before.institutions,
    completed: after.completed - before.completed,
    reported: after.reported - before.reported,
    notApplicable: after.notApplicable - before.notApplicable,
  };
}

export function isNothing(difference: ChangeCounts): boolean {
  return CHANGE_COUNTERS.every((counter) => difference[counter] === 0);
}

/**
 * The one reason why the counts of an institution in a line differ, so that the reasons of all
 * institutions add up to the difference of the line. Of several, the first counts: first whether it
 * was operating at all, then its place, what it is, what is asked of it, and last what it reported.
 * What is asked of it is a reason only where the counts would be others without.
 * @param crossing why it is in the unit on one date only; asked for only then.
 */
export function reasonOf(
  line: LineSubject,
  before: Side,
  after: Side,
  crossing: () => Crossing,
): ProgressChangeReason {
  const [was, is] = [before.observed.period, after.observed.period];
  if (!was) return 'OPENED';
  if (!is) return 'CLOSED';
  if (before.inside !== after.inside) {
    if (crossing() === 'BY_BORDERS') return 'BORDERS_CHANGED';
    return after.inside ? 'MOVED_IN' : 'MOVED_OUT';
  }
  if (groupOf(was.kind) !== groupOf(is.kind)) return 'KIND_CHANGED';
  const asked = { ...after, observed: askedAs(after.observed, before.observed) };
  if (!isNothing(differenceOf(countsIn(line, asked), countsIn(line, after))))
    return was.kind === is.kind ? 'CRITERIA_CHANGED' : 'KIND_CHANGED';
  return reasonOfReports(line.indicator, before.observed, asked.observed);
}

/** What was reported on one date, of what applied on another. */
function askedAs(reported: Observed, asked: Observed): Observed {
  const states = new Map<string, IndicatorState>();
  for (const [code, state] of reported.states)
    states.set(code, { ...state, applies: asked.states.get(code)?.applies ?? false });
  return { ...reported, states };
}

/** The reason in what was reported, of the same indicators on both dates. */
function reasonOfReports(
  indicator: CountedIndicator,
  before: Observed,
  after: Observed,
): ProgressChangeReason {
  const [was, is] = [wholeState(before, indicator), wholeState(after, indicator)];
  const asked = askedOf(before, indicator);
  if (was.completed !== is.completed) {
    const turned = asked.filter(
      (code) => isDone(before, code) === was.completed && isDone(after, code) === is.completed,
    );
    if (!turned.some((code) => isLater(before, after, code))) return 'CORRECTED';
    return is.completed ? 'NEWLY_COMPLETED' : 'FELL_BACK';
  }
  return is.reported ? 'NEWLY_REPORTED' : 'CORRECTED';
}

function isDone({ states }: Observed, code: string): boolean {
  return states.get(code)?.reported?.result.stage === 'COMPLETED';
}

/** Whether another update counts than before, and of a later round, or the first one at all. */
function isLater(before: Observed, after: Observed, code: string): boolean {
  const then = before.states.get(code)?.reported?.revision;
  const now = after.states.get(code)?.reported?.revision;
  if (!now) return false;
  return !then || (then.updateId !== now.updateId && comparePrecedence(now, then) < 0);
}
