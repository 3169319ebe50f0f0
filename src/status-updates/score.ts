import type { AnswerKind, Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

export interface ScoredCriterion {
  id: number;
  pillar: Pillar;
  answerKind: AnswerKind;
  levels: number | null;
  maxPoints: number;
  required: boolean;
  minimum: number;
  kinds: readonly InstitutionKind[];
}

/**
 * The answer that counts for a criterion: the reviewer's value if there is one, or else the
 * institution's.
 */
export interface Answer {
  /** 1 for yes, 0 for no; a level; or the counted part of a share. */
  value: number;
  total?: number | null;
}

export interface PillarScore {
  pillar: Pillar;
  stage: PillarStage;
  points: number;
  maxPoints: number;
}

/** The value of a full answer: 1 for yes, the highest level, or the counted total. */
function fullAnswer(criterion: ScoredCriterion, answer: Answer): number {
  if (criterion.answerKind === 'SHARE') return answer.total ?? 0;
  return criterion.answerKind === 'LEVEL' ? (criterion.levels ?? 1) : 1;
}

/**
 * The points of an answer in proportion to its value, rounded to hundredths; a share of nothing
 * earns nothing. Counted in whole hundredths, so that halves are always rounded up.
 */
export function pointsOf(criterion: ScoredCriterion, answer: Answer | undefined): number {
  if (!answer) return 0;
  const full = fullAnswer(criterion, answer);
  if (full <= 0) return 0;
  const reached = Math.min(full, Math.max(0, answer.value));
  return Math.round((Math.round(criterion.maxPoints * 100) * reached) / full) / 100;
}

export function isMet(criterion: ScoredCriterion, answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (criterion.answerKind !== 'SHARE') return answer.value >= criterion.minimum;
  const total = answer.total ?? 0;
  // Compared as products, so that 4 of 5 is exactly 80 percent.
  return total > 0 && answer.value * 100 >= criterion.minimum * total;
}

/**
 * The stage of each pillar that applies to a kind of institution. COMPLETED when every required
 * criterion is met and the points reach the framework's threshold of the applicable maximum;
 * IN_PROGRESS when any point is earned; otherwise NOT_STARTED. A criterion without an answer earns
 * nothing. Points are added as whole hundredths, so that no sum has a rounding error.
 */
export function scorePillars(
  framework: { thresholdPercent: number },
  criteria: readonly ScoredCriterion[],
  kind: InstitutionKind,
  answers: ReadonlyMap<number, Answer>,
): PillarScore[] {
  const applicable = criteria.filter((criterion) => criterion.kinds.includes(kind));
  return [...Map.groupBy(applicable, ({ pillar }) => pillar)].map(([pillar, asked]) => {
    const hundredths = (values: number[]) =>
      values.reduce((sum, value) => sum + Math.round(value * 100), 0);
    const points = hundredths(asked.map((each) => pointsOf(each, answers.get(each.id))));
    const maxPoints = hundredths(asked.map((each) => each.maxPoints));
    const complete =
      asked.every((each) => !each.required || isMet(each, answers.get(each.id))) &&
      points * 100 >= framework.thresholdPercent * maxPoints;
    return {
      pillar,
      stage: complete ? 'COMPLETED' : points > 0 ? 'IN_PROGRESS' : 'NOT_STARTED',
      points: points / 100,
      maxPoints: maxPoints / 100,
    };
  });
}
