import { addDays, type LocalDate } from '../shared/dates.js';
import { attributesOn, undatedAttributes, type Attributes, type Fact } from './facts.js';
import { placedPeriods, whileOpen, type PlacedPeriod, type UnitFacts } from './placement.js';

/** A span in which the place and the attributes of an institution stay as they are. */
export interface PlannedPeriod extends PlacedPeriod, Attributes {
  /** The first day at this place, which may be in an earlier period; null as for `validFrom`. */
  locatedFrom: LocalDate | null;
}

/** The periods of an institution, which follow from its facts and the successions of units. */
export function plannedPeriods(facts: readonly Fact[], units: UnitFacts): PlannedPeriod[] {
  const { openedOn, closedOn } = undatedAttributes(facts);
  const placements = facts
    .filter(({ attribute }) => attribute === 'PLACE')
    .map(({ value, from }) => ({ unitId: Number(value), from }));
  const days = [...new Set(facts.flatMap(({ from }) => from ?? []))].sort();
  return placedPeriods(whileOpen(placements, openedOn), closedOn, units).flatMap((place) =>
    spansOf(place, days, facts),
  );
}

/** A stay at one place, with a further period for each day on which an attribute changes. */
function spansOf(
  place: PlacedPeriod,
  days: readonly LocalDate[],
  facts: readonly Fact[],
): PlannedPeriod[] {
  const { validFrom, validTo } = place;
  let last = spanFrom(place, validFrom, facts);
  const spans = [last];
  for (const day of days) {
    if (day <= (validFrom ?? '') || (validTo !== null && day > validTo)) continue;
    const next = spanFrom(place, day, facts);
    if (sameAttributes(last, next)) continue;
    last.validTo = addDays(day, -1);
    spans.push(next);
    last = next;
  }
  return spans;
}

function spanFrom(place: PlacedPeriod, day: LocalDate | null, facts: readonly Fact[]) {
  return { ...place, ...attributesOn(facts, day), validFrom: day, locatedFrom: place.validFrom };
}

function sameAttributes(one: Attributes, other: Attributes): boolean {
  return (
    one.name === other.name &&
    one.kind === other.kind &&
    one.levels.join() === other.levels.join() &&
    one.ownership === other.ownership &&
    one.specialStatus === other.specialStatus
  );
}
