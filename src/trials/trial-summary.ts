import type { PillarStage } from '../vocabulary/framework.enums.js';
import type { Move } from './trial.js';
import type { TriedInstitution } from './trial.queries.js';

export interface LevelCount {
  /** Null where it cannot be said. */
  level: number | null;
  institutions: number;
}

export interface IndicatorCount {
  indicator: string;
  completed: number;
  inProgress: number;
  notStarted: number;
  /** Where it cannot be said, because something was never asked. */
  unknown: number;
  up: number;
  down: number;
}

/** What a trial gives for some institutions together. */
export interface TrialSummary {
  institutions: number;
  /** Those of which the level or an indicator cannot be said. */
  unknown: number;
  levels: LevelCount[];
  levelUp: number;
  levelDown: number;
  indicators: IndicatorCount[];
}

/** @param indicators the codes of those that the framework decides, in order. */
export function summaryOf(
  tried: readonly TriedInstitution[],
  indicators: readonly string[],
): TrialSummary {
  const moving = (move: Move) => tried.filter(({ levelMove }) => levelMove === move).length;
  return {
    institutions: tried.length,
    unknown: tried.filter(cannotBeSaid).length,
    levels: levelsOf(tried),
    levelUp: moving('UP'),
    levelDown: moving('DOWN'),
    indicators: indicators.map((indicator) => indicatorCount(tried, indicator)),
  };
}

export function cannotBeSaid({ score }: TriedInstitution): boolean {
  return score.levelUnknown || score.indicators.some(({ stage }) => stage === null);
}

/** The levels that there are, the lowest first, and how many institutions have none that can be said. */
function levelsOf(tried: readonly TriedInstitution[]): LevelCount[] {
  const withLevels = tried.filter(({ score }) => score.level !== null || score.levelUnknown);
  return [...Map.groupBy(withLevels, ({ score }) => score.level)]
    .map(([level, found]) => ({ level, institutions: found.length }))
    .sort((a, b) => (a.level ?? Infinity) - (b.level ?? Infinity));
}

function indicatorCount(tried: readonly TriedInstitution[], indicator: string): IndicatorCount {
  const stages = tried.flatMap(({ score }) =>
    score.indicators.filter((each) => each.indicator === indicator).map(({ stage }) => stage),
  );
  const at = (wanted: PillarStage | null) => stages.filter((stage) => stage === wanted).length;
  const moving = (move: Move) => tried.filter(({ moves }) => moves.get(indicator) === move).length;
  return {
    indicator,
    completed: at('COMPLETED'),
    inProgress: at('IN_PROGRESS'),
    notStarted: at('NOT_STARTED'),
    unknown: at(null),
    up: moving('UP'),
    down: moving('DOWN'),
  };
}
