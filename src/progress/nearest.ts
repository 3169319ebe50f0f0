import { askedOf, type Observed } from '../counts/observe.js';
import type { RevisionFact } from '../counts/facts.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import { withAssumed, type Assumed } from './assume.js';

/** What an institution needs in one of the indicators of which a line is made. */
export interface IndicatorNeed {
  indicator: string;
  /** All five are null when nothing is known about the indicator. */
  stage: PillarStage | null;
  points: number | null;
  maxPoints: number | null;
  /**
   * Points missing to the threshold; 0 when only required criteria are missing, null also where points
   * alone do not complete it.
   */
  pointsToThreshold: number | null;
  /** The approved revision that says so. */
  revision: RevisionFact | null;
}

/** The distance from being counted as completed; the first part that differs decides. */
export interface Distance {
  unknownPillars: number;
  missingPoints: number;
  /** Null when it must not be shown; then it decides nothing. */
  unmetCriteria: number | null;
}

/**
 * The needs of an institution that has not completed. Null when it has completed, when it is not
 * among those asked for, or when nothing is known about them: an institution without a report is
 * not near, but unknown.
 * @param assumed the assumptions about it; what is completed and assumed not to be is unknown.
 * @param thresholdOf gives the percentage of points that completes what a revision reports; null when
 * points alone do not.
 */
export function needsOf(
  observed: Observed,
  assumed: Assumed,
  indicator: CountedIndicator,
  thresholdOf: (revision: RevisionFact, code: string) => number | null,
): IndicatorNeed[] | null {
  const { states } = withAssumed(observed, assumed);
  const needs = askedOf(observed, indicator)
    .filter((code) => states.get(code)?.reported?.result.stage !== 'COMPLETED')
    .map((code): IndicatorNeed => {
      const known = observed.states.get(code)?.reported;
      if (!known || known.result.stage === 'COMPLETED') return { indicator: code, ...UNKNOWN };
      const { result, revision } = known;
      const threshold = thresholdOf(revision, code);
      const pointsToThreshold = threshold === null ? null : pointsMissing(result, threshold);
      return { indicator: code, ...result, pointsToThreshold, revision };
    });
  return needs.some(({ stage }) => stage !== null) ? needs : null;
}

const UNKNOWN = {
  stage: null,
  points: null,
  maxPoints: null,
  pointsToThreshold: null,
  revision: null,
};

/** The smallest number of hundredths of a point, in points, that reaches the threshold. */
function pointsMissing(
  { points, maxPoints }: { points: number; maxPoints: number },
  thresholdPercent: number,
): number {
  const needed = Math.ceil((thresholdPercent * Math.round(maxPoints * 100)) / 100);
  return Math.max(0, needed - Math.round(points * 100)) / 100;
}

/** The distance by the needs, before the answers are read. */
export function distanceOf(needs: readonly IndicatorNeed[]): Distance {
  const missing = needs.flatMap(({ pointsToThreshold }) => pointsToThreshold ?? []);
  return {
    unknownPillars: needs.filter(({ stage }) => stage === null).length,
    // Added as whole hundredths, so that no sum has a rounding error.
    missingPoints: missing.reduce((sum, points) => sum + Math.round(points * 100), 0) / 100,
    unmetCriteria: null,
  };
}

/** Negative when the first is nearer, 0 at the same distance. */
function compareDistance(a: Distance, b: Distance): number {
  return (
    a.unknownPillars - b.unknownPillars ||
    a.missingPoints - b.missingPoints ||
    (a.unmetCriteria ?? 0) - (b.unmetCriteria ?? 0)
  );
}

/** The nearest and all others that are as near as the last of them. */
export function shortlist<C extends { distance: Distance }>(
  candidates: readonly C[],
  first: number,
): C[] {
  const sorted = candidates.toSorted((a, b) => compareDistance(a.distance, b.distance));
  const last = sorted[first - 1];
  return last
    ? sorted.filter(({ distance }) => compareDistance(distance, last.distance) <= 0)
    : sorted;
}

/**
 * The nearest in order; at the same distance by name, then by id. Equal ones share a rank, and the
 * next is skipped.
 */
export function ranked<
  C extends { distance: Distance; institution: { id: number; sortName: string } },
>(candidates: readonly C[], first: number): (C & { rank: number })[] {
  const sorted = candidates.toSorted(
    (a, b) => compareDistance(a.distance, b.distance) || compareName(a.institution, b.institution),
  );
  let rank = 1;
  return sorted.slice(0, first).map((candidate, index) => {
    const before = sorted[index - 1];
    if (before && compareDistance(before.distance, candidate.distance) !== 0) rank = index + 1;
    return { ...candidate, rank };
  });
}

function compareName(
  a: { id: number; sortName: string },
  b: { id: number; sortName: string },
): number {
  if (a.sortName === b.sortName) return a.id - b.id;
  return a.sortName < b.sortName ? -1 : 1;
}
