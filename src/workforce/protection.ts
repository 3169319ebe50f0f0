import { RECORD_KINDS, SUMS, type Subject } from './record-kinds.js';
import { PEOPLE, type Quantity, type RecordKind, type WithheldReason } from './workforce.enums.js';

/** Counts of people below this, and above none, are not for the public: they could tell who it is. */
export const SMALL = 5;

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

/**
 * The counts that can be played off against each other: those of one kind in all units under the same
 * one, whatever their dates, versions, tiers and audiences. A unit under none stands alone.
 */
export function familyOf({
  unitPath,
  kind,
}: {
  unitPath: readonly number[];
  kind: RecordKind;
}): string {
  return `${unitPath.at(-2) ?? -unitPath.at(-1)!} ${kind}`;
}

/** Where small counts are, by family: the quantities that have one in any unit, on any date. */
export type SmallCounts = ReadonlyMap<string, ReadonlySet<Quantity>>;

/**
 * The quantities of a family that the public does not see. All or nothing: were some of them shown, the
 * sum of the unit above, a total beside its parts, or another date would tell one that is not.
 */
export function hiddenIn(family: string, small: SmallCounts): ReadonlySet<Quantity> {
  const hidden = new Set(small.get(family));
  for (const { parts, total } of SUMS)
    if (hidden.has(total) || parts.some((part) => hidden.has(part)))
      parts.forEach((part) => hidden.add(part));
  return hidden;
}

/** Why a count is not for the public; null when it is. */
export function reasonFor(
  row: Pick<CountedRow, 'unitPath' | 'kind' | 'counts'>,
  quantity: Quantity,
  small: SmallCounts,
): WithheldReason | null {
  const value = row.counts[quantity];
  if (value === undefined || !hiddenIn(familyOf(row), small).has(quantity)) return null;
  return isSmall(quantity, value) ? 'SMALL_COUNT' : 'WOULD_REVEAL';
}

function isSmall(quantity: Quantity, value: number): boolean {
  return PEOPLE.includes(quantity) && value > 0 && value < SMALL;
}

/**
 * The counts of each version as a viewer may see them, by the version's row id; what was not counted
 * is not there.
 * @param seesAll whether the viewer plans for the unit of a row, and so sees every count of it.
 */
export function protect<Row extends CountedRow>(
  rows: readonly Row[],
  small: SmallCounts,
  seesAll: (row: Row) => boolean,
): Map<number, ShownCount[]> {
  return new Map(
    rows.map((row) => {
      const open = seesAll(row);
      const shown = RECORD_KINDS[row.kind].quantities.flatMap((quantity): ShownCount[] => {
        const value = row.counts[quantity];
        if (value === undefined) return [];
        const withheld = open ? null : reasonFor(row, quantity, small);
        return [{ quantity, value: withheld ? null : value, withheld }];
      });
      return [row.versionId, shown];
    }),
  );
}
