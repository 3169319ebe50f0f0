import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import type { BoundaryBasis, UnitKind } from '../vocabulary/unit.enums.js';
import { presentDay } from './unit-span.queries.js';
import { unitsUnder, type UnitRow } from './unit.queries.js';

/**
 * The units that a unit is divided into on a date, or by the borders of today, with the date whose they are.
 * @param unit null for the whole country.
 * @param kind null for those directly below.
 */
export async function partsOf(
  context: Context,
  unit: UnitRow | null,
  { asOf, basis, kind }: { asOf: LocalDate; basis: BoundaryBasis; kind: UnitKind | null },
): Promise<{ on: LocalDate; units: UnitRow[] }> {
  const today = unit ? await presentDay(context, unit, Infinity) : context.today;
  // Restated figures are those of today's units, whatever the date.
  const on = basis === 'CURRENT_UNITS' ? today : asOf;
  const tier = kind ?? (unit ? null : 'PROVINCE');
  const units = await unitsUnder(context.database, { under: unit?.id ?? null, kind: tier, on });
  return { on, units };
}
