import { hiddenParts } from './hidden-parts.js';
import { RECORD_KINDS, SUMS, type Subject } from './record-kinds.js';
import { PEOPLE, type Quantity, type RecordKind, type WithheldReason } from './workforce.enums.js';

/** The counts of one version of a record, as they were counted. */
export interface CountedRow extends Subject {
  versionId: number;
  recordId: number;
  unitId: number;
  /** The row ids of the unit and all above it, the unit last. */
  unitPath: readonly number[];
  counts: Partial<Record<Quantity, number>>;
}

/** A count as somebody may see it. */
export interface ShownCount {
  quantity: Quantity;
  /** Null when withheld. */
  value: number | null;
  withheld: WithheldReason | null;
}

/** What the public must not learn. */
export interface Protection {
  /** Counts of people below this, and above none, could tell who somebody is. */
  threshold: number;
  /** By family: the quantities of which there is such a count in any of its units, on any date. */
  small: ReadonlyMap<string, ReadonlySet<Quantity>>;
}

/**
 * The counts that the figure of the unit above may be the sum of: those of one kind in all units under
 * it, whatever their dates, versions, tiers and audiences. Null for a unit under none.
 */
export function familyOf(row: { unitPath: readonly number[]; kind: RecordKind }): string | null {
  const parent = row.unitPath.at(-2);
  return parent === undefined ? null : `${parent} ${row.kind}`;
}

/**
 * The quantities of a family that the public does not see. All or nothing: were some of them shown, the
 * sum of the unit above would tell one that is not, at once or on another date.
 */
function hiddenInFamily(family: string | null, { small }: Protection): Set<Quantity> {
  const hidden = new Set(family === null ? [] : small.get(family));
  for (const { parts, total } of SUMS)
    if (hidden.has(total) || parts.some((part) => hidden.has(part)))
      parts.forEach((part) => hidden.add(part));
  return hidden;
}

/** Why a count is not for the public; null when it is. */
export function reasonFor(
  row: Pick<CountedRow, 'unitPath' | 'kind' | 'counts'>,
  quantity: Quantity,
  protection: Protection,
): WithheldReason | null {
  const value = row.counts[quantity];
  if (value === undefined) return null;
  if (PEOPLE.includes(quantity) && value > 0 && value < protection.threshold) return 'SMALL_COUNT';
  const hidden =
    hiddenInFamily(familyOf(row), protection).has(quantity) ||
    hiddenParts(row.counts, protection.threshold).has(quantity);
  return hidden ? 'WOULD_REVEAL' : null;
}

/**
 * The counts of each version as a viewer may see them, by the version's row id; what was not counted
 * is not there.
 * @param seesAll whether the viewer plans for the unit of a row, and so sees every count of it.
 */
export function protect<Row extends CountedRow>(
  rows: readonly Row[],
  protection: Protection,
  seesAll: (row: Row) => boolean,
): Map<number, ShownCount[]> {
  return new Map(
    rows.map((row) => {
      const open = seesAll(row);
      const shown = RECORD_KINDS[row.kind].quantities.flatMap((quantity): ShownCount[] => {
        const value = row.counts[quantity];
        if (value === undefined) return [];
        const withheld = open ? null : reasonFor(row, quantity, protection);
        return [{ quantity, value: withheld ? null : value, withheld }];
      });
      return [row.versionId, shown];
    }),
  );
}
