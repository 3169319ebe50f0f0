import type { BreakdownRow } from '../breakdowns/breakdown.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { Source } from '../verdicts/source.js';
import type { UnitVerdict } from '../verdicts/unit-verdict.queries.js';

/** What a meeting sheet is made of; all figures are those of the graph. */
export interface MeetingSheet extends UnitVerdict, Source {
  unit: UnitRow;
  /** The units above it, the nearest first. */
  above: readonly UnitRow[];
  /** The units below it with the chosen line, worst first. */
  parts: readonly BreakdownRow[];
}
