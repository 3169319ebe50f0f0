import { isNameIn } from '../shared/enumeration.js';
import { isLocalDate, type LocalDate } from '../shared/dates.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { BoundaryBasis, UnitKind } from '../vocabulary/unit.enums.js';

/** Which of a unit's lines a reader wants first; null for the one that says most. */
export interface ChosenLine {
  group: InstitutionGroup | null;
  indicator: string | null;
}

/** What a page of the console about a unit is asked for by its address. */
export interface VerdictAddress {
  unit: string;
  kind: UnitKind | null;
  /** Null for today. */
  on: LocalDate | null;
  basis: BoundaryBasis;
  chosen: ChosenLine;
}

/** What the parameters of a page ask for, as the console reads them; null where they name no unit or no day. */
export function addressIn(query: Readonly<Record<string, unknown>>): VerdictAddress | null {
  const text = (name: string): string | null => {
    const value = query[name];
    return typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null;
  };
  const oneOf = <Name extends string>(name: string, names: Record<Name, Name>): Name | null => {
    const value = text(name);
    return value !== null && isNameIn(names, value) ? value : null;
  };
  const [unit, on] = [text('unit'), text('on')];
  if (unit === null || (on !== null && !isLocalDate(on))) return null;
  return {
    unit,
    on,
    kind: oneOf('kind', UnitKind),
    basis: oneOf('basis', BoundaryBasis) ?? BoundaryBasis.CURRENT_UNITS,
    chosen: { group: oneOf('of', InstitutionGroup), indicator: text('in') },
  };
}

/** The parameters of a page that asks for the same. */
export function parametersOf({ unit, kind, on, basis, chosen }: VerdictAddress): URLSearchParams {
  const all = { unit, kind, on, basis, of: chosen.group, in: chosen.indicator };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== null) parameters.set(name, value);
  return parameters;
}
