import { RECORD_KINDS, type Subject } from './record-kinds.js';
import { PEOPLE, type Quantity, type WithheldReason } from './workforce.enums.js';

/** Counts of people below this, and above none, are not for the public: they could tell who it is. */
export const SMALL = 5;

/** The counts of one version of a record, as they were counted. */
export interface CountedRow extends Subject {
  versionId: number;
  recordId: number;
  unitId: number;
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
 * The counts of each version as a viewer may see them, by the version's row id; what was not counted
 * is not there.
 * @param seesAll whether the viewer plans for the unit of a row, and so sees every count of it.
 */
export function protect<Row extends CountedRow>(
  rows: readonly Row[],
  seesAll: (row: Row) => boolean,
): Map<number, ShownCount[]> {
  return new Map(
    rows.map((row) => {
      const open = seesAll(row);
      const shown = RECORD_KINDS[row.kind].quantities.flatMap((quantity): ShownCount[] => {
        const value = row.counts[quantity];
        if (value === undefined) return [];
        const small = PEOPLE.includes(quantity) && value > 0 && value < SMALL;
        return small && !open
          ? [{ quantity, value: null, withheld: 'SMALL_COUNT' }]
          : [{ quantity, value, withheld: null }];
      });
      return [row.versionId, shown];
    }),
  );
}
