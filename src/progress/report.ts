import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { LocalDate } from '../shared/dates.js';
import type { AssumptionRow } from './assume.js';
import { COMMON_INDICATORS } from '../indicators/indicator.js';
import type { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { lineOf, type ProgressLineRow } from './progress-line.js';
import type { ProgressInputs } from './progress.queries.js';
import { warningsOf, type ProgressWarningRow } from './warnings.js';

export interface ProgressReportRow {
  asOf: LocalDate;
  knownAt: Date;
  basis: BoundaryBasis;
  hypothetical: boolean;
  assumptions: readonly AssumptionRow[];
  lines: ProgressLineRow[];
  warnings: ProgressWarningRow[];
}

export interface LineFilter {
  groups: readonly InstitutionGroup[] | null;
  /** The codes of the indicators; null for those that every hub has. */
  indicators: readonly string[] | null;
}

/** Makes the report from its inputs; nothing is read here. */
export function reportOf(
  inputs: ProgressInputs,
  question: { asOf: LocalDate; knownAt: Date; basis: BoundaryBasis },
  filter: LineFilter,
): ProgressReportRow {
  const groups = Object.values(InstitutionGroup).filter(
    (group) => filter.groups?.includes(group) ?? true,
  );
  const codes: readonly string[] = filter.indicators ?? COMMON_INDICATORS;
  const indicators = inputs.rules.indicators.filter(({ code }) => codes.includes(code));
  const lines = groups.flatMap((group) =>
    indicators.map((indicator) => lineOf(inputs, question.asOf, group, indicator)),
  );
  const { assumptions } = inputs;
  return {
    ...question,
    hypothetical: assumptions.length > 0,
    assumptions,
    lines,
    get warnings() {
      return warningsOf(inputs, question.asOf, lines);
    },
  };
}
