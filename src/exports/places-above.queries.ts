import type { Snapshot } from '../database/snapshot.js';
import { firstOf } from '../shared/required.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';

export interface PlacesAbove {
  /** The unit right above; undefined for a province. */
  parent: UnitRow | undefined;
  /** The province that the unit is in, or is. */
  province: UnitRow | undefined;
}

export const NOWHERE: PlacesAbove = { parent: undefined, province: undefined };

/** The units with these ids and all above them. */
export async function unitsAndAbove(
  { database }: Snapshot,
  ids: readonly number[],
): Promise<Map<number, UnitRow>> {
  const units = await unitsByIds(database, ids);
  const above = [...new Set([...units.values()].flatMap(({ path }) => path))];
  return new Map([...units, ...(await unitsByIds(database, above))]);
}

/** @param units the unit and all above it. */
export function placesAbove(unit: UnitRow, units: ReadonlyMap<number, UnitRow>): PlacesAbove {
  return { parent: units.get(unit.path.at(-2) ?? 0), province: units.get(firstOf(unit.path)) };
}
