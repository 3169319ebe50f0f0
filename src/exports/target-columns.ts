import { namesIn } from '../shared/enumeration.js';
import type { Columns } from './export-format.js';
import type { ProgressLineRow, TargetStandingRow } from '../progress/progress-line.js';
import type { Standing } from '../progress/standing.js';

const OF_TARGET = {
  percent: 'number',
  gap_points: 'number',
  institutions_to_go: 'count',
  expected_percent: 'number',
  pace_per_year: 'number',
  required_pace_per_year: 'number',
} as const satisfies Columns;
export type TargetMeasure = keyof typeof OF_TARGET;
export const TARGET_MEASURES = namesIn(OF_TARGET);

export type TargetColumn<Name extends string> = `target_${number}_${Name}`;

/** The columns of the measures in each year, then those of the standings. */
export function targetColumns(years: readonly number[]): Columns {
  const measures = years.flatMap((year) =>
    Object.entries(OF_TARGET).map(([name, type]) => [`target_${year}_${name}`, type] as const),
  );
  const standings = years.map((year) => [`target_${year}_standing`, 'text'] as const);
  return Object.fromEntries([...measures, ...standings]);
}

/** The measures of a line against its target of each year; null when there is no target. */
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
    return TARGET_MEASURES.map((name) => [`target_${year}_${name}`, values[name]] as const);
  });
  return Object.fromEntries(entries);
}

/** The standing of a line against its target of each year; null when there is no target. */
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
 * The highest target of a year: if several plans set one, an institution group that reaches the
 * highest reaches all. Of equal targets, the first in the order of the graph.
 */
function highestTarget(
  targets: readonly TargetStandingRow[],
  year: number,
): TargetStandingRow | undefined {
  return targets
    .filter(({ target }) => target.year === year)
    .toSorted((a, b) => b.target.percent - a.target.percent)[0];
}
