import { PILLARS, type Observed } from '../counts/observe.js';
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

/**
 * The status in each of the four pillars.
 * @param rounds the rounds of all its places.
 */
export function pillarStatuses(
  observed: Observed,
  rounds: readonly RoundRow[],
  date: LocalDate,
): PillarStatusRow[] {
  return PILLARS.map((pillar) => statusOf(pillar, observed, rounds, date));
}

function statusOf(
  pillar: Pillar,
  observed: Observed,
  rounds: readonly RoundRow[],
  date: LocalDate,
): PillarStatusRow {
  const { applicable, approved } = observed;
  const result = applicable.includes(pillar) ? approved?.results[pillar] : undefined;
  if (!approved || !result)
    return { pillar, observation: whyNot(pillar, observed, rounds, date), ...NOTHING };
  const { stage, points, maxPoints } = result;
  const { referenceDate: asOf, number: revision, updateId } = approved;
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

function whyNot(
  pillar: Pillar,
  { applicable, pending, period }: Observed,
  rounds: readonly RoundRow[],
  date: LocalDate,
): Observation {
  if (!applicable.includes(pillar)) return 'NOT_APPLICABLE';
  if (pending) return pending.returned ? 'RETURNED' : 'IN_REVIEW';
  const due = rounds.some(
    ({ dueOn }) => dueOn <= date && (!period?.validFrom || period.validFrom <= dueOn),
  );
  return due ? 'NOT_REPORTED' : 'NOT_YET_DUE';
}

/**
 * Only the institution and its reviewers know that an update was returned; for others it stays in
 * review.
 */
export function asPublic(observed: Observed): Observed {
  const { pending } = observed;
  return pending ? { ...observed, pending: { ...pending, returned: false } } : observed;
}
