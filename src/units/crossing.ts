import { firstOf } from '../shared/required.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import type { KnownUnit } from './unit-index.queries.js';

/** A unit that took over another one, or a part of it, from a day on. */
export interface Takeover {
  predecessor: KnownUnit;
  successor: KnownUnit;
  effectiveOn: LocalDate;
}

/** A takeover across tiers, with the unit above that says otherwise. */
export interface Crossing extends Takeover {
  above: KnownUnit;
  /** What took over the unit above; it is the unit itself where that still exists. */
  heirs: KnownUnit[];
}

/**
 * Finds out whether the successor lies outside of what took over a unit above the predecessor. A
 * unit above that ended without a successor says nothing, as the districts of 2025. Inside a
 * province that stays, communes pass from district to district, so a district that stays says
 * nothing either.
 * @returns null when it lies inside.
 */
export function crossingOf(
  takeover: Takeover,
  unitOf: (id: number) => KnownUnit,
  successorsOf: (id: number) => readonly number[],
): Crossing | null {
  const { predecessor, successor, effectiveOn } = takeover;
  for (const id of predecessor.path.slice(0, -1)) {
    const above = unitOf(id);
    const heirs = heirsOf(above, effectiveOn, successorsOf);
    if (heirs.length > 0 && !heirs.some((heir) => successor.path.includes(heir)))
      return { ...takeover, above, heirs: heirs.map(unitOf) };
  }
  return null;
}

function heirsOf(
  above: KnownUnit,
  effectiveOn: LocalDate,
  successorsOf: (id: number) => readonly number[],
): readonly number[] {
  if (inSpan(above, effectiveOn)) return above.kind === UnitKind.PROVINCE ? [above.id] : [];
  return above.validTo === addDays(effectiveOn, -1) ? successorsOf(above.id) : [];
}

/** The units of a crossing, and why it is one. */
export function crossingText(
  { predecessor, successor, above, heirs }: Crossing,
  unitOf: (id: number) => KnownUnit,
): Text {
  const name = ({ name, code }: KnownUnit) => `“${name}” (${code})`;
  const place = unitOf(successor.path.at(-2) ?? successor.id);
  const stays = firstOf(heirs).id === above.id;
  const others = heirs.map(name).join(', ');
  return {
    vi: `${name(predecessor)} thuộc ${name(above)}, nhưng ${name(successor)} thuộc ${name(place)}; ${stays ? `${name(above)} vẫn còn` : `${name(above)} do ${others} kế thừa`}`,
    en: `${name(predecessor)} is in ${name(above)}, but ${name(successor)} is in ${name(place)}; ${stays ? `${name(above)} still exists` : `${name(above)} was taken over by ${others}`}`,
  };
}
