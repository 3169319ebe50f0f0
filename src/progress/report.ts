import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { LocalDate } from '../shared/dates.js';
import type { AssumptionRow } from './assume.js';
import type { Rules } from '../counts/rules.js';
import { COMMON_INDICATORS, type CountedIndicator } from '../indicators/indicator.js';
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

/** The indicators with these codes in their order; null for those that every hub has. */
function indicatorsOf({ indicators }: Rules, codes: readonly string[] | null): CountedIndicator[] {
  const asked: readonly string[] = codes ?? COMMON_INDICATORS;
  return indicators.filter(({ code }) => asked.includes(code));
}

/**
 * The codes of all that a report of these indicators counts: what they are made of as well, and for
 * its warnings all four together.
 */
export function countedFor(rules: Rules, codes: readonly string[]): string[] {
  const asked = indicatorsOf(rules, codes);
  const needed = new Set(['ALL_FOUR', ...asked.flatMap(({ code, decided }) => [code, ...decided])]);
  return rules.indicators.flatMap(({ code }) => (needed.has(code) ? [code] : []));
}

/** What a line of figures is about. */
export interface LineSubject {
  group: InstitutionGroup;
  indicator: CountedIndicator;
}

/** What there are lines about: each group, in the order of the indicators. */
export function lineSubjects(rules: Rules, { groups, indicators }: LineFilter): LineSubject[] {
  return Object.values(InstitutionGroup)
    .filter((group) => groups?.includes(group) ?? true)
    .flatMap((group) =>
      indicatorsOf(rules, indicators)
        .filter((indicator) => indicator.group === null || indicator.group === group)
        .map((indicator) => ({ group, indicator })),
    );
}

export function linesOf(
  inputs: ProgressInputs,
  asOf: LocalDate,
  filter: LineFilter,
): ProgressLineRow[] {
  return lineSubjects(inputs.rules, filter).map(({ group, indicator }) =>
    lineOf(inputs, asOf, group, indicator),
  );
}

/** Makes the report from its inputs; nothing is read here. */
export function reportOf(
  inputs: ProgressInputs,
  question: { asOf: LocalDate; knownAt: Date; basis: BoundaryBasis },
  filter: LineFilter,
): ProgressReportRow {
  const lines = linesOf(inputs, question.asOf, filter);
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
