import { firstOf } from '../shared/required.js';
import { hundredths, type CriterionScore } from './criterion-points.js';
import type { FileSection, FrameworkFile, Interval, Scale } from './framework-file.js';

export interface SectionScore {
  section: FileSection;
  /** Of its criteria and those of the sections inside. */
  criteria: CriterionScore[];
  /** In hundredths. */
  points: number;
  /** In hundredths: the sum of what applies to the institution. */
  maxPoints: number;
  /** Null without a scale, or where the kind is asked nothing. */
  level: number | null;
  /** The codes of the conditions that are not met, which keep it at its lowest level. */
  unmet: string[];
  /**
   * What is missing to the points of the next level, in hundredths; null at the top, without a level, and where
   * not so many points are left.
   */
  pointsToNext: number | null;
}

/** The points and the level of each section, in the order of the file. */
export function scoreSections(
  { sections, scales }: FrameworkFile,
  scores: readonly CriterionScore[],
): SectionScore[] {
  const scaleOf = new Map(scales.map((scale) => [scale.code, scale]));
  return sections.map((section) => {
    const inside = new Set(within(sections, section.code));
    const criteria = scores.filter(({ criterion }) => inside.has(criterion.section));
    const points = sum(criteria.map((each) => each.points));
    const maxPoints = sum(criteria.map((each) => each.maxPoints));
    const unmet = criteria
      .filter(({ criterion, bearing, met }) => criterion.condition && bearing === 'APPLIES' && !met)
      .map(({ criterion }) => criterion.code);
    const scale = section.scale === undefined ? undefined : scaleOf.get(section.scale);
    const asked = criteria.some(({ bearing }) => bearing !== 'NOT_ASKED');
    const reached = scale && asked ? levelOf(scale, points, maxPoints) : null;
    return {
      section,
      criteria,
      points,
      maxPoints,
      level:
        reached && scale && unmet.length > 0
          ? firstOf(scale.levels).level
          : (reached?.level ?? null),
      unmet,
      pointsToNext: reached && scale ? pointsToNext(scale, reached, points, maxPoints) : null,
    };
  });
}

/** The code of a section and of all sections inside it. */
export function within(sections: readonly FileSection[], code: string): string[] {
  const inside = sections.filter(({ parent }) => parent === code);
  return [code, ...inside.flatMap((each) => within(sections, each.code))];
}

/** The interval of a scale in which the points lie; above the top one it is the top one. */
function levelOf({ by, levels }: Scale, points: number, maxPoints: number): Interval {
  const reached = levels.filter((interval) => {
    // Of nothing there is no percentage.
    if (by === 'PERCENT' && maxPoints === 0) return false;
    const from = boundary(by, interval.from, maxPoints);
    const has = by === 'POINTS' ? points : points * 10_000;
    return interval.fromIncluded ? has >= from : has > from;
  });
  // What reaches none is of the lowest.
  return reached.at(-1) ?? firstOf(levels);
}

/** In hundredths, or for a percentage in hundredths of a percent of the maximum. */
function boundary(by: Scale['by'], at: number, maxPoints: number): number {
  return by === 'POINTS' ? hundredths(at) : hundredths(at) * maxPoints;
}

function pointsToNext(
  { by, levels }: Scale,
  reached: Interval,
  points: number,
  maxPoints: number,
): number | null {
  const next = levels[levels.indexOf(reached) + 1];
  if (!next || maxPoints === 0) return null;
  const from =
    by === 'POINTS'
      ? hundredths(next.from)
      : Math.ceil((hundredths(next.from) * maxPoints) / 10_000);
  // Over an end that does not belong to the next level, the least more is a hundredth.
  const missing = from - points + (next.fromIncluded ? 0 : 1);
  // What applies to the institution may not have so many.
  return points + missing > maxPoints ? null : missing;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
