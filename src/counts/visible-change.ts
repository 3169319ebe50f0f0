import { observe } from './observe.js';
import type { InstitutionFacts } from './facts.js';
import type { Rules } from './rules.js';

/**
 * Whether a change is visible for an institution on any date: in a stage, in points, or in a review
 * while nothing is reported. A returned update, or a submitted correction of what is reported, is
 * not visible.
 */
export function showsOtherwise(
  before: InstitutionFacts,
  after: InstitutionFacts,
  rules: Rules,
): boolean {
  // Between these dates nothing begins or ends.
  const dates = new Set([
    ...[...before.revisions, ...after.revisions].map(({ referenceDate }) => referenceDate),
    ...before.periods.flatMap(({ validFrom }) => validFrom ?? []),
    ...rules.frameworks.map(({ validFrom }) => validFrom),
  ]);
  const shown = (facts: InstitutionFacts) =>
    JSON.stringify([...dates].map((date) => shownOn(facts, rules, date)));
  return shown(before) !== shown(after);
}

function shownOn(facts: InstitutionFacts, rules: Rules, date: string) {
  const { states } = observe(facts, rules, date, Infinity);
  return [...states.values()].map(({ applies, reported, pending }) => {
    if (!applies) return null;
    return reported ? [reported.revision.id, reported.result] : pending !== null;
  });
}
