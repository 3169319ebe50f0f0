import { askedOf, type Observed, type Pending } from '../counts/observe.js';
import { roundDecides, type Rules } from '../counts/rules.js';
import { wholeState } from '../counts/whole-state.js';
import { isPillar, type CountedIndicator } from '../indicators/indicator.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import type { Observation } from './progress.enums.js';

export interface IndicatorStatusRow {
  /** The code of the indicator. */
  code: string;
  observation: Observation;
  stage: PillarStage | null;
  points: number | null;
  maxPoints: number | null;
  asOf: LocalDate | null;
  revision: number | null;
  updateId: number | null;
}

export interface PillarStatusRow extends IndicatorStatusRow {
  pillar: Pillar;
}

/** The rounds that called an institution, of all its places, and the rules by which they count. */
interface Called {
  rounds: readonly RoundRow[];
  rules: Rules;
}

/** An institution as somebody may see it, and what its status follows from. */
export interface SeenInstitution {
  observed: Observed;
  called: Called;
}

/** The status in each indicator that is about the group of the institution, in their order. */
export function indicatorStatuses(
  { observed, called }: SeenInstitution,
  date: LocalDate,
): IndicatorStatusRow[] {
  const { period } = observed;
  const group = period && groupOf(period.kind);
  return called.rules.indicators
    .filter((indicator) => !period || indicator.group === null || indicator.group === group)
    .map((indicator) => statusOf(indicator, observed, called, date));
}

/** The status in each of the four pillars. */
export function pillarStatuses(
  { observed, called }: SeenInstitution,
  date: LocalDate,
): PillarStatusRow[] {
  return called.rules.indicators.flatMap((indicator) => {
    const { code: pillar } = indicator;
    return isPillar(pillar) ? [{ pillar, ...statusOf(indicator, observed, called, date) }] : [];
  });
}

function statusOf(
  indicator: CountedIndicator,
  observed: Observed,
  called: Called,
  date: LocalDate,
): IndicatorStatusRow {
  const { code } = indicator;
  const { applies, reported, completed, pending } = wholeState(observed, indicator);
  if (!applies) return { code, observation: 'NOT_APPLICABLE', ...NOTHING };
  if (!reported)
    return { code, observation: whyNot(indicator, observed, pending, called, date), ...NOTHING };
  const results = askedOf(observed, indicator).flatMap(
    (part) => observed.states.get(part)?.reported?.result ?? [],
  );
  const begun = results.some(({ stage }) => stage !== 'NOT_STARTED');
  // Points of several frameworks have no common measure.
  const [own] = indicator.parts === null ? results : [];
  return {
    code,
    observation: 'REPORTED',
    stage: completed ? 'COMPLETED' : begun ? 'IN_PROGRESS' : 'NOT_STARTED',
    points: own?.points ?? null,
    maxPoints: own?.maxPoints ?? null,
    asOf: reported.referenceDate,
    revision: reported.number,
    updateId: reported.updateId,
  };
}

const NOTHING = {
  stage: null,
  points: null,
  maxPoints: null,
  asOf: null,
  revision: null,
  updateId: null,
};

/** Why not all that applies is reported: of what is missing, something is pending or due. */
function whyNot(
  indicator: CountedIndicator,
  observed: Observed,
  pending: Pending | null,
  { rounds, rules }: Called,
  date: LocalDate,
): Observation {
  if (pending) return pending.returned ? 'RETURNED' : 'IN_REVIEW';
  const { period, states } = observed;
  const missing = askedOf(observed, indicator).filter((code) => !states.get(code)?.reported);
  const due = rounds.some(
    ({ dueOn, frameworkIds }) =>
      dueOn <= date &&
      (!period?.validFrom || period.validFrom <= dueOn) &&
      (!period || missing.some((code) => roundDecides(rules, frameworkIds, code, period.kind))),
  );
  return due ? 'NOT_REPORTED' : 'NOT_YET_DUE';
}

/**
 * Only the institution and its reviewers know that an update was returned; for others it stays in
 * review.
 */
export function asPublic(observed: Observed): Observed {
  const states = new Map(
    [...observed.states].map(([code, { pending, ...state }]) => [
      code,
      { ...state, pending: pending && { ...pending, returned: false } },
    ]),
  );
  return { ...observed, states };
}
