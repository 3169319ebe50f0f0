import { segmentCountsOn } from '../counts/segment-count.queries.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadProgress, type ProgressRequest } from '../progress/progress.queries.js';
import { together } from '../progress/together.js';
import type { Context } from '../request/context.js';
import { paired } from '../shared/required.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { Base } from './breakdown.js';

/** What is counted, of which units. */
export interface BreakdownQuestion {
  units: readonly UnitRow[];
  request: Omit<ProgressRequest, 'unitId'>;
  /** Whether the units are told apart, or counted together. */
  byUnit: boolean;
  /** Whether the counts are told apart by what institutions are. */
  bySegment: boolean;
}

/** The counts that the rows are made of, read by a fixed number of statements. */
export async function loadBases(
  context: Context,
  { units, request, byUnit, bySegment }: BreakdownQuestion,
): Promise<Base[]> {
  const { parts } = request;
  // The counts of a whole unit say what its standings and its rounds are; its parts have counts of their own.
  const whole = !bySegment || parts.standings || parts.rounds;
  const inputs = await Promise.all(
    units.map(({ id }) =>
      loadProgress(context, { ...request, unitId: id, ...(!whole && { indicators: [] }) }),
    ),
  );
  const found = paired(units, inputs).map(([unit, each]) => ({ unit, inputs: each }));
  const bases: Omit<Base, 'cells'>[] = byUnit
    ? found
    : inputs.length === 0
      ? []
      : [{ unit: null, inputs: together(inputs) }];
  if (!bySegment) return bases.map((base) => ({ ...base, cells: null }));
  const { asOf: date, knownAt, indicators } = request;
  const cells = await segmentCountsOn(
    context.database,
    bases.map(({ inputs: { unitIds } }) => ({
      ...{ unitIds, date, knownAt, indicators },
      byRound: parts.rounds,
    })),
    await loadRules(context),
  );
  return paired(bases, cells).map(([base, each]) => ({ ...base, cells: each }));
}
