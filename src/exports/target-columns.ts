import type { ProgressLineRow, TargetStandingRow } from '../progress/progress-line.js';
import type { Standing } from '../progress/standing.js';

/** What is measured of a target, in the order of every format. */
export const TARGET_MEASURES = [
  'percent',
  'gap_points',
  'institutions_to_go',
  'expected_percent',
  'pace_per_year',
  'required_pace_per_year',
] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** The name of a column of the targets of a year. */
export type TargetColumn<Name extends string> = `target_${number}_${Name}`;

/** The columns of numbers for the years that targets are set for. */
export function targetMeasureColumns(years: readonly number[]): TargetColumn<TargetMeasure>[] {
  return years.flatMap((year) => TARGET_MEASURES.map((name) => `target_${year}_${name}` as const));
}

/** The columns that say what the pace says, one for each year. */
export function standingColumns(years: readonly number[]): TargetColumn<'standing'>[] {
  return years.map((year) => `target_${year}_standing` as const);
}

/** How a line stands against its target of each year; null where there is none. */
export function targetMeasuresOf(
  line: Pick<ProgressLineRow, 'targets'>,
  years: readonly number[],
): Record<TargetColumn<TargetMeasure>, number | null> {
  const entries = years.flatMap((year) => {
    const found = highestTarget(line.targets, year);
    const values: Record<TargetMeasure, number | null> = {
      percent: found?.target.percent ?? null,
      gap_points: found?.gapPoints ?? null,
      institutions_to_go: found?.institutionsToGo ?? null,
      expected_percent: found?.expectedPercent ?? null,
      pace_per_year: found?.pacePerYear ?? null,
      required_pace_per_year: found?.requiredPacePerYear ?? null,
    };
    return TARGET_MEASURES.map((name) => [`target_${year}_${name}`, values[name]]);
  });
  return Object.fromEntries(entries) as Record<TargetColumn<TargetMeasure>, number | null>;
}

/** What the pace of a line says of its target of each year; null where there is none. */
export function standingsOf(
  line: Pick<ProgressLineRow, 'targets'>,
  years: readonly number[],
): Record<TargetColumn<'standing'>, Standing | null> {
  return Object.fromEntries(
    years.map((year) => [
      `target_${year}_standing`,
      highestTarget(line.targets, year)?.standing ?? null,
    ]),
  );
}

/**
 * The target of a year that asks most: where several plans set one, who reaches it reaches all. Of
 * equal ones the first in the order of the graph.
 */
function highestTarget(
  targets: readonly TargetStandingRow[],
  year: number,
): TargetStandingRow | undefined {
  return targets
    .filter(({ target }) => target.year === year)
    .toSorted((a, b) => b.target.percent - a.target.percent)[0];
}
