import type { GivenAnswer, GivenAnswers } from '../frameworks/criterion-points.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { scoreFramework, type FrameworkScore } from '../frameworks/framework-score.js';
import { fullAnswer } from '../frameworks/full-answer.js';
import { paired } from '../shared/required.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

/** What an institution would have under a framework, as far as its answers say. */
export interface TrialScore {
  /** Null where it cannot be said, or where the framework has no levels for the kind. */
  level: number | null;
  /** Whether the level depends on questions that it was never asked. */
  levelUnknown: boolean;
  /** Those that apply to the kind; the stage is null where it cannot be said. */
  indicators: { indicator: string; stage: PillarStage | null }[];
  /** The codes of the questions for its kind that it has not answered; an open text decides nothing. */
  unasked: string[];
}

/**
 * Tries a framework on the answers that exist. What was never asked is taken once as not answered and
 * once as answered in full: more never earns less, so that what is the same both times is so whatever
 * the answer would be, and everything else cannot be said. That it would not apply lies between the two.
 * @returns null when the framework asks the kind nothing.
 */
export function tryFramework(
  file: FrameworkFile,
  kind: InstitutionKind,
  answers: GivenAnswers,
): TrialScore | null {
  const asked = file.criteria.filter(({ kinds = file.kinds }) => kinds.includes(kind));
  if (asked.length === 0) return null;
  const unasked = [...new Set(asked.map(({ question }) => question))].filter(
    (code) => !answers.has(code),
  );
  const doubtful = new Set(unasked.filter((code) => mayNotApply(file, code)));
  const least = scoreFramework(file, kind, answers, doubtful);
  const most = unasked.length === 0 ? least : scoreFramework(file, kind, inFull(file, answers));
  return {
    level: least.level === most.level ? least.level : null,
    levelUnknown: least.level !== most.level,
    indicators: stagesIn(least, most),
    unasked,
  };
}

function mayNotApply({ questions }: FrameworkFile, code: string): boolean {
  return questions.some((each) => each.code === code && each.mayNotApply);
}

function stagesIn(least: FrameworkScore, most: FrameworkScore) {
  return paired(least.indicators, most.indicators).map(([{ indicator, stage }, other]) => ({
    indicator,
    stage: stage === other.stage ? stage : null,
  }));
}

/** The answers, and of every question without one the fullest. */
function inFull({ questions }: FrameworkFile, answers: GivenAnswers): GivenAnswers {
  const full = questions.map((each): [string, GivenAnswer] => [each.code, fullAnswer(each)]);
  return new Map([...full, ...answers]);
}

const STAGES: readonly PillarStage[] = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'];

/** How an institution would move: up, down or not at all; null where one of the two is not known. */
export type Move = 'UP' | 'DOWN' | 'SAME' | null;

export function moveOf(from: number | null, to: number | null): Move {
  if (from === null || to === null) return null;
  return to > from ? 'UP' : to < from ? 'DOWN' : 'SAME';
}

export function stageMove(from: PillarStage | null, to: PillarStage | null): Move {
  const rank = (stage: PillarStage | null) => (stage === null ? null : STAGES.indexOf(stage));
  return moveOf(rank(from), rank(to));
}
