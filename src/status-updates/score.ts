import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { scoreFramework, type FrameworkScore } from '../frameworks/framework-score.js';
import type { ScoringFramework } from '../frameworks/framework.queries.js';
import type { SectionScore } from '../frameworks/section-levels.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { AskedCriterion } from './asked-criterion.js';

export interface IndicatorScore {
  indicator: string;
  stage: PillarStage;
  points: number;
  maxPoints: number;
}

/** What a section has, in points. */
export interface SectionResult {
  code: string;
  points: number;
  /** The sum of what applies to the institution. */
  maxPoints: number;
  /** Null without a scale, or where the kind is asked nothing. */
  level: number | null;
  /** The codes of the conditions that are not met, which keep it at its lowest level. */
  unmet: string[];
  /** What is missing to the points of the next level; null at the top and without a level. */
  pointsToNext: number | null;
}

export interface FrameworkResult {
  frameworkId: number;
  level: number | null;
  sections: SectionResult[];
}

/** What the answers of a revision give under all frameworks of its round. */
export interface RevisionScore {
  indicators: IndicatorScore[];
  frameworks: FrameworkResult[];
  /** The points of each question by the row id of its criterion in the first framework. */
  points: ReadonlyMap<number, number>;
}

const NOTHING: RevisionScore = { indicators: [], frameworks: [], points: new Map() };

/**
 * Scores answers under each framework of a round. A question without an answer earns nothing.
 * @param kind on the reference date; null when the round does not call the institution.
 * @param answers by the row id of the criterion under which they are kept.
 */
export function scoreRevision(
  frameworks: readonly ScoringFramework[],
  asked: readonly AskedCriterion[],
  kind: InstitutionKind | null,
  answers: ReadonlyMap<number, GivenAnswer>,
): RevisionScore {
  if (kind === null) return NOTHING;
  const given = new Map(
    asked.flatMap(({ id, question }) => {
      const answer = answers.get(id);
      return answer ? [[question.code, answer] as const] : [];
    }),
  );
  const scored = frameworks.map((framework) => ({
    framework,
    score: scoreFramework(framework.definition, kind, given),
  }));
  return {
    indicators: scored.flatMap(({ score }) => score.indicators.map(inPoints)),
    frameworks: scored.map(({ framework, score }) => ({
      frameworkId: framework.id,
      level: score.level,
      sections: score.sections.flatMap(sectionResult),
    })),
    points: new Map(scored.flatMap(({ framework, score }) => pointsById(framework, score))),
  };
}

function inPoints<Score extends { points: number; maxPoints: number }>(score: Score): Score {
  return { ...score, points: score.points / 100, maxPoints: score.maxPoints / 100 };
}

/** Sections of which the kind is asked nothing are left out. */
function sectionResult({
  section: { code },
  criteria,
  points,
  maxPoints,
  level,
  unmet,
  pointsToNext,
}: SectionScore): SectionResult[] {
  if (criteria.every(({ bearing }) => bearing === 'NOT_ASKED')) return [];
  const toNext = pointsToNext === null ? null : pointsToNext / 100;
  return [inPoints({ code, points, maxPoints, level, unmet, pointsToNext: toNext })];
}

function pointsById({ criteria }: ScoringFramework, score: FrameworkScore): [number, number][] {
  const ids = new Map(criteria.map(({ code, id }) => [code, id]));
  return score.criteria.flatMap(({ criterion, points }) => {
    const id = ids.get(criterion.code);
    return id === undefined ? [] : [[id, points / 100] as [number, number]];
  });
}
