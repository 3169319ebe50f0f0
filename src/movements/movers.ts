import { totalOf, type Cell } from '../counts/count.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { ranked } from '../shared/ranked.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { figuresOf, percentPointsOf, type Figures } from './figures.js';
import type { MoverDirection, MoverFigure, UnitPresence } from './movement.enums.js';
import { differenceOf, type ChangeCounts } from './reason.js';

export interface Mover {
  unit: UnitRow;
  rank: number | null;
  presence: UnitPresence;
  /** Null where the unit did not exist. */
  before: Figures | null;
  after: Figures | null;
  difference: ChangeCounts | null;
  percentPoints: number | null;
  restatedInPart: boolean;
}

/** A unit with the counts on both dates; null where it did not exist. */
export interface CountedUnit {
  unit: UnitRow;
  before: readonly Cell[] | null;
  after: readonly Cell[] | null;
  restatedInPart: boolean;
}

/** On which of two dates a unit existed; null for neither. */
export function presenceOf(
  unit: Pick<UnitRow, 'validFrom' | 'validTo'>,
  from: LocalDate,
  to: LocalDate,
): UnitPresence | null {
  const [first, second] = [inSpan(unit, from), inSpan(unit, to)];
  if (first && second) return 'BOTH_DATES';
  if (first) return 'FIRST_DATE_ONLY';
  return second ? 'SECOND_DATE_ONLY' : null;
}

/** The units in the order of how they changed, with their places. */
export function moversOf(
  units: readonly CountedUnit[],
  group: InstitutionGroup,
  { figure, direction }: { figure: MoverFigure; direction: MoverDirection },
): Mover[] {
  const movers = units.map((each) => moverOf(each, group));
  return ranked(movers, (mover) => {
    const value = figure === 'PERCENT' ? mover.percentPoints : mover.difference?.completed;
    if (value == null) return null;
    // Differences of equal fractions may differ in their last digit, and would not share a place.
    const change = Math.round(value * 1e9) / 1e9;
    return direction === 'EITHER' ? Math.abs(change) : direction === 'UP' ? change : -change;
  });
}

function moverOf({ unit, restatedInPart, ...counted }: CountedUnit, group: InstitutionGroup) {
  const countsOf = (cells: readonly Cell[] | null) =>
    cells && totalOf(cells.filter((cell) => cell.group === group));
  const [before, after] = [countsOf(counted.before), countsOf(counted.after)];
  const presence: UnitPresence = !after
    ? 'FIRST_DATE_ONLY'
    : before
      ? 'BOTH_DATES'
      : 'SECOND_DATE_ONLY';
  return {
    unit,
    presence,
    before: before && figuresOf(before),
    after: after && figuresOf(after),
    difference: before && after && differenceOf(before, after),
    percentPoints: before && after && percentPointsOf(before, after),
    restatedInPart,
  };
}
