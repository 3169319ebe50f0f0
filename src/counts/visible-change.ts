import { observe, PILLARS, type FrameworkFact, type InstitutionFacts } from './observe.js';

/**
 * Whether a change is visible for an institution on any date: in a stage, in points, or in a review
 * while nothing is reported. A returned update, or a submitted correction of what is reported, is
 * not visible.
 */
export function showsOtherwise(
  before: InstitutionFacts,
  after: InstitutionFacts,
  frameworks: readonly FrameworkFact[],
): boolean {
  // Between these dates nothing begins or ends.
  const dates = new Set([
    ...[...before.revisions, ...after.revisions].map(({ referenceDate }) => referenceDate),
    ...before.periods.flatMap(({ validFrom }) => validFrom ?? []),
    ...frameworks.map(({ validFrom }) => validFrom),
  ]);
  const shown = (facts: InstitutionFacts) =>
    JSON.stringify([...dates].map((date) => shownOn(facts, frameworks, date)));
  return shown(before) !== shown(after);
}

function shownOn(facts: InstitutionFacts, frameworks: readonly FrameworkFact[], date: string) {
  const { applicable, approved, pending } = observe(facts, frameworks, date, Infinity);
  return PILLARS.map((pillar) => {
    if (!applicable.includes(pillar)) return null;
    const result = approved?.results[pillar];
    return result ? [approved.id, result] : pending !== null;
  });
}
