import { addDays, type LocalDate } from '../shared/dates.js';
import type { PeriodOrigin } from '../vocabulary/institution.enums.js';
import type { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';

export interface Placement {
  unitId: number;
  /** Null means since before our records. */
  from: LocalDate | null;
}

/** A span that follows from the placements and the successions of units. */
export interface PlacedPeriod {
  unitId: number | null;
  /** Whether the commune is known; after a split, the right part may be unknown. */
  settled: boolean;
  origin: PeriodOrigin;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

export interface UnitFact {
  id: number;
  kind: UnitKind;
  parentId: number | null;
  /** Ids from the root to the unit itself. */
  path: readonly number[];
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

export interface SuccessorFact {
  successorId: number;
  extent: SuccessionExtent;
}

export interface UnitFacts {
  unit(id: number): UnitFact;
  successors(id: number): readonly SuccessorFact[];
}

/**
 * The places of an institution: each placement holds until the next one or the closing, and
 * follows the WHOLE successors of its unit by itself. After a PART succession the institution is
 * unsettled, in the smallest unit that all successors share, until a placement is recorded.
 */
export function placedPeriods(
  placements: readonly Placement[],
  closedOn: LocalDate | null,
  units: UnitFacts,
): PlacedPeriod[] {
  const ordered = [...placements].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return ordered.flatMap((placement, index) => {
    const next = ordered[index + 1]?.from ?? null;
    const end = earlier(next && addDays(next, -1), closedOn);
    return end !== null && placement.from !== null && end < placement.from
      ? []
      : follow(placement, end, units);
  });
}

function follow(placement: Placement, end: LocalDate | null, units: UnitFacts): PlacedPeriod[] {
  const periods: PlacedPeriod[] = [];
  let unitId: number | null = placement.unitId;
  let validFrom = placement.from;
  let origin: PeriodOrigin = 'RECORDED';
  for (;;) {
    const unit: UnitFact | null = unitId === null ? null : units.unit(unitId);
    const lastDay: LocalDate | null = earlier(unit?.validTo ?? null, end);
    const settled = unit?.kind === 'COMMUNE';
    if (validFrom === null || lastDay === null || validFrom <= lastDay)
      periods.push({ unitId, settled, origin, validFrom, validTo: lastDay });
    if (unit === null || lastDay === null || lastDay === end) return periods;
    unitId = certainSuccessor(unit, units);
    const nextDay = addDays(lastDay, 1);
    validFrom = validFrom !== null && validFrom > nextDay ? validFrom : nextDay;
    origin = 'SUCCESSION';
  }
}

/**
 * The smallest unit that certainly took over: the successor of the whole; or else what the
 * successors of the parts share; or else the successor of the unit above.
 */
function certainSuccessor(unit: UnitFact, units: UnitFacts): number | null {
  const successors = units.successors(unit.id);
  const whole = successors.find(({ extent }) => extent === 'WHOLE');
  if (whole) return whole.successorId;
  // Even an only successor is not certain here, because it took a part.
  const above = successors.map(({ successorId }) => units.unit(successorId).path.slice(0, -1));
  if (successors.length > 0) return commonPrefix(above);
  return unit.parentId === null ? null : certainSuccessor(units.unit(unit.parentId), units);
}

/**
 * The placements in the time when the institution was open. One from before its opening begins with
 * the opening; if several then begin on one day, the one with the latest recorded date counts.
 */
export function whileOpen(
  placements: readonly Placement[],
  openedOn: LocalDate | null,
): Placement[] {
  return [...placements]
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .map((placement) =>
      openedOn !== null && (placement.from ?? '') < openedOn
        ? { ...placement, from: openedOn }
        : placement,
    );
}

function commonPrefix(paths: readonly (readonly number[])[]): number | null {
  const [first = [], ...others] = paths;
  return first.filter((id, depth) => others.every((path) => path[depth] === id)).at(-1) ?? null;
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
