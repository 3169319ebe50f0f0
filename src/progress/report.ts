import type { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { LocalDate } from '../shared/dates.js';
import type { AssumptionRow } from './assume.js';
import { PROGRESS_SUBJECTS } from '../counts/observe.js';
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
  pillars: readonly Pillar[] | null;
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
  const subjects = PROGRESS_SUBJECTS.filter(
    (subject) => filter.pillars?.some((pillar) => pillar === subject) ?? true,
  );
  const lines = groups.flatMap((group) =>
    subjects.map((subject) => lineOf(inputs, question.asOf, group, subject)),
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
