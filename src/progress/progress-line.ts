import { totalOf, type Cell } from '../counts/count.js';
import { decidesForSome, frameworksInForce, sharesQuestion } from '../counts/rules.js';
import { isPillar, type CountedIndicator } from '../indicators/indicator.js';
import type { TargetRow } from '../plans/plan.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import { kindsOf, type InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { CountedRound, ProgressInputs } from './progress.queries.js';
import { standingOf, type StandingResult } from './standing.js';

export interface TargetStandingRow extends StandingResult {
  target: TargetRow;
}

export interface ProgressLineRow {
  group: InstitutionGroup;
  indicator: CountedIndicator;
  /** Null for an indicator that is not a pillar. */
  pillar: Pillar | null;
  institutions: number;
  completed: number;
  reported: number;
  inReview: number;
  notReported: number;
  carriedForward: number;
  notApplicable: number;
  percent: number | null;
  percentOfReported: number | null;
  upperPercent: number | null;
  coveragePercent: number | null;
  targets: TargetStandingRow[];
  inputs: ProgressInputs;
}

export function lineOf(
  inputs: ProgressInputs,
  asOf: LocalDate,
  group: InstitutionGroup,
  indicator: CountedIndicator,
): ProgressLineRow {
  const { code } = indicator;
  const of = (cells: Cell[]) =>
    cells.filter((cell) => cell.group === group && cell.subject === code);
  const cells = of(inputs.counts);
  const { institutions, completed, reported, inReview, notApplicable } = totalOf(cells);
  const notReported = institutions - reported - inReview;
  const pillar = isPillar(code) ? code : null;
  const points = inputs.history.flatMap(({ date, counts }) => {
    const then = of(counts);
    if (!isAnswered(inputs, date, then)) return [];
    const total = totalOf(then);
    return [{ date, percent: (total.completed / total.institutions) * 100 }];
  });
  return {
    group,
    indicator,
    pillar,
    institutions,
    completed,
    reported,
    inReview,
    notReported,
    carriedForward: carriedForward(inputs, asOf, group, indicator, cells),
    notApplicable,
    percent: percentage(completed, institutions),
    percentOfReported: percentage(completed, reported),
    upperPercent: percentage(completed + inReview + notReported, institutions),
    coveragePercent: percentage(reported, institutions),
    targets: inputs.targets
      .filter((target) => target.group === group && target.indicator === code)
      .map((target) => ({
        target,
        ...standingOf({ asOf, institutions, completed, reported, points, target }),
      })),
    inputs,
  };
}

/** Whether a framework in force on the date decides a line, or a part of it, for a kind of its group. */
export function isDecided({
  group,
  indicator,
  inputs: {
    rules,
    request: { asOf, knownAt },
  },
}: Pick<ProgressLineRow, 'group' | 'indicator' | 'inputs'>): boolean {
  const inForce = frameworksInForce(rules.frameworks, asOf, knownAt);
  return indicator.decided.some((code) => decidesForSome(inForce, code, kindsOf(group)));
}

export function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/**
 * Whether a round of the date has an approval among the counted updates. Without one, the line only
 * repeats on that date what was reported before.
 */
function isAnswered(inputs: ProgressInputs, date: LocalDate, cells: readonly Cell[]): boolean {
  return cells.some(
    ({ roundId, reported }) =>
      reported > 0 && inputs.countedRounds.get(roundId)?.referenceDate === date,
  );
}

/**
 * The reported ones with an update from a round before the newest round due that decides the same of
 * the indicator.
 */
function carriedForward(
  { rounds, countedRounds, rules }: ProgressInputs,
  asOf: LocalDate,
  group: InstitutionGroup,
  { decided }: CountedIndicator,
  cells: readonly Cell[],
): number {
  const due = rounds.filter(({ dueOn }) => dueOn <= asOf);
  const about = { codes: decided, kinds: kindsOf(group) };
  const isOld = ({ frameworkIds, referenceDate }: CountedRound) =>
    due.some(
      (round) =>
        round.referenceDate > referenceDate &&
        sharesQuestion(rules, frameworkIds, round.frameworkIds, about),
    );
  return cells
    .filter(({ roundId }) => {
      const round = countedRounds.get(roundId);
      return round !== undefined && isOld(round);
    })
    .reduce((sum, cell) => sum + cell.reported, 0);
}
