import { observe, PILLARS, type FrameworkFact, type InstitutionFacts } from './observe.js';

/**
 * Whether anybody sees another standing of an institution on any date because of a change: a stage or
 * points, or that something is in review where nothing is reported. That an update came back, or that
 * a correction of what is reported was handed in, nobody sees.
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
