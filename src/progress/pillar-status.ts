import type { Observed } from '../counts/observe.js';
import { roundDecides, type Rules } from '../counts/rules.js';
import { PILLARS } from '../indicators/indicator.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import type { Observation } from './progress.enums.js';

export interface PillarStatusRow {
  pillar: Pillar;
  observation: Observation;
  stage: PillarStage | null;
  points: number | null;
  maxPoints: number | null;
  asOf: LocalDate | null;
  revision: number | null;
  updateId: number | null;
}

/** The rounds that called an institution, of all its places, and the rules by which they count. */
export interface Called {
  rounds: readonly RoundRow[];
  rules: Rules;
}

/** The status in each of the four pillars. */
export function pillarStatuses(
  observed: Observed,
  called: Called,
  date: LocalDate,
): PillarStatusRow[] {
  return PILLARS.map((pillar) => statusOf(pillar, observed, called, date));
}

function statusOf(
  pillar: Pillar,
  observed: Observed,
  called: Called,
  date: LocalDate,
): PillarStatusRow {
  const state = observed.states.get(pillar);
  if (!state?.applies) return { pillar, observation: 'NOT_APPLICABLE', ...NOTHING };
  if (!state.reported)
    return { pillar, observation: whyNot(pillar, observed, called, date), ...NOTHING };
  const { stage, points, maxPoints } = state.reported.result;
  const { referenceDate: asOf, number: revision, updateId } = state.reported.revision;
  return { pillar, observation: 'REPORTED', stage, points, maxPoints, asOf, revision, updateId };
}

const NOTHING = {
  stage: null,
  points: null,
  maxPoints: null,
  asOf: null,
  revision: null,
  updateId: null,
};

/** Why nothing is reported of what applies. */
function whyNot(
  pillar: Pillar,
  { states, period }: Observed,
  { rounds, rules }: Called,
  date: LocalDate,
): Observation {
  const pending = states.get(pillar)?.pending;
  if (pending) return pending.returned ? 'RETURNED' : 'IN_REVIEW';
  const due = rounds.some(
    ({ dueOn, frameworkIds }) =>
      dueOn <= date &&
      (!period?.validFrom || period.validFrom <= dueOn) &&
      (!period || roundDecides(rules, frameworkIds, pillar, period.kind)),
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
