import type { Observed, ProgressSubject } from '../counts/observe.js';
import type { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { withAssumed, type Assumed } from './assume.js';

/** A pillar that an institution has not completed, as far as its counted update says. */
export interface PillarNeed {
  pillar: Pillar;
  /** All four are null when nothing is known of the pillar. */
  stage: PillarStage | null;
  points: number | null;
  maxPoints: number | null;
  /** Points still missing to the threshold; 0 when only required criteria keep it from being completed. */
  pointsToThreshold: number | null;
}

/** How far an institution is from being counted as completed; the first that differs decides. */
export interface Distance {
  unknownPillars: number;
  missingPoints: number;
  /** Null where it must not be told; then it decides nothing. */
  unmetCriteria: number | null;
}

/**
 * What an institution that has not completed still needs; null when it has, when it is not asked, or
 * when nothing is known of what it lacks: who has not reported is not near, but unknown.
 * @param assumed what is assumed of it; a completed pillar that is assumed not to be is unknown.
 * @param thresholdPercent of the framework that its counted update answers.
 */
export function needsOf(
  observed: Observed,
  assumed: Assumed,
  subject: ProgressSubject,
  thresholdPercent: number,
): PillarNeed[] | null {
  const { applicable, approved } = observed;
  const asked = subject === 'ALL_FOUR' ? applicable : [subject];
  if (!asked.every((pillar) => applicable.includes(pillar))) return null;
  const results = withAssumed(observed, assumed).approved?.results ?? {};
  const needs = asked
    .filter((pillar) => results[pillar]?.stage !== 'COMPLETED')
    .map((pillar): PillarNeed => {
      const known = approved?.results[pillar];
      return !known || known.stage === 'COMPLETED'
        ? { pillar, stage: null, points: null, maxPoints: null, pointsToThreshold: null }
        : { pillar, ...known, pointsToThreshold: pointsMissing(known, thresholdPercent) };
    });
  return needs.some(({ stage }) => stage !== null) ? needs : null;
}

/** The fewest hundredths of a point, as points, that lead to the threshold. */
function pointsMissing(
  { points, maxPoints }: { points: number; maxPoints: number },
  thresholdPercent: number,
): number {
  const needed = Math.ceil((thresholdPercent * Math.round(maxPoints * 100)) / 100);
  return Math.max(0, needed - Math.round(points * 100)) / 100;
}

/** How far the needs leave an institution, before anybody has looked at its answers. */
export function distanceOf(needs: readonly PillarNeed[]): Distance {
  const missing = needs.flatMap(({ pointsToThreshold }) => pointsToThreshold ?? []);
  return {
    unknownPillars: needs.length - missing.length,
    // Added as whole hundredths, so no sum is off by a rounding.
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

/** The nearest of them and, beyond their number, all that are as near as the last of those. */
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
 * The nearest in order, those at the same distance by name and then by id. These share a rank, and
 * the next is skipped.
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
