import type { Row } from '../shared/csv.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { Columns } from '../vocabulary/imported-row.js';
import { EXTENT_LABELS, UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';
import type { KnownUnit, UnitIndex } from './unit-index.queries.js';
import { endsOnOtherDay, PART_EACH, successionTwice, unitUnknown } from './unit-problems.js';

export const SUCCESSION_COLUMNS = {
  required: ['kind', 'predecessor_code', 'successor_code', 'effective_on'],
  optional: ['extent', 'legal_document'],
} as const;

/** A succession as a row of a file describes it; what the file leaves out is as it is recorded. */
export interface Draft {
  row: Row;
  predecessor: KnownUnit | null;
  successor: KnownUnit | null;
  effectiveOn: LocalDate;
  extent: SuccessionExtent;
  legalDocument: string | null;
  stored: Stored | null;
}

/** A succession as it is recorded. */
export interface Stored {
  id: number;
  predecessorId: number;
  successorId: number;
  effectiveOn: LocalDate;
  extent: SuccessionExtent;
  legalDocument: string | null;
}

/** A succession of units that there are. */
export type Placed = Draft & { predecessor: KnownUnit; successor: KnownUnit };

/** A row without both of its units was refused. */
export function isPlaced(draft: Draft): draft is Placed {
  return draft.predecessor !== null && draft.successor !== null;
}

/** @param recorded the recorded successions by their pair of units. */
export function readDraft(
  row: Row,
  units: UnitIndex,
  recorded: ReadonlyMap<string, Stored>,
): Draft {
  const kind = row.oneOf('kind', UnitKind, UNIT_KIND_LABELS);
  const effectiveOn = row.requiredDate('effective_on');
  const find = (column: string, on: LocalDate): KnownUnit | null => {
    const code = row.required(column);
    if (code === '' || effectiveOn === '') return null;
    const [unit] = units.named(code, on, kind);
    if (!unit) row.refuse(column, unitUnknown(kind, on));
    return unit ?? null;
  };
  const dayBefore = effectiveOn === '' ? '' : addDays(effectiveOn, -1);
  const predecessor = find('predecessor_code', dayBefore);
  if (predecessor && predecessor.validTo !== dayBefore)
    row.refuse('predecessor_code', endsOnOtherDay(predecessor.name, dayBefore));
  const successor = find('successor_code', effectiveOn);
  const stored = recorded.get(pairKey(predecessor?.id, successor?.id)) ?? null;
  return {
    ...{ row, predecessor, successor, effectiveOn, stored },
    extent:
      stored && !row.says('extent')
        ? stored.extent
        : row.oneOf('extent', SuccessionExtent, EXTENT_LABELS),
    legalDocument:
      stored && !row.says('legal_document') ? stored.legalDocument : row.optional('legal_document'),
  };
}

export function pairKey(predecessorId?: number, successorId?: number): string {
  return `${predecessorId} ${successorId}`;
}

/** The columns that may change. */
export function columnsOf({ extent, legalDocument }: Draft | Stored): Columns {
  return { extent, legal_document: legalDocument };
}

/** A pair may appear only once, and a whole predecessor has only one successor. */
export function refuseContradictions(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const known = drafts.filter(isPlaced);
  const pairs = Map.groupBy(known, ({ predecessor, successor }) =>
    pairKey(predecessor.id, successor.id),
  );
  for (const same of pairs.values())
    for (const { row } of same.slice(1))
      row.refuse('successor_code', successionTwice(firstOf(same).row.number));
  const others = stored.filter(
    ({ predecessorId, successorId }) => !pairs.has(pairKey(predecessorId, successorId)),
  );
  const othersOf = Map.groupBy(others, ({ predecessorId }) => predecessorId);
  for (const [predecessorId, siblings] of Map.groupBy(known, (draft) => draft.predecessor.id)) {
    const recorded = othersOf.get(predecessorId) ?? [];
    const extents = [...siblings, ...recorded].map(({ extent }) => extent);
    if (extents.length < 2 || !extents.includes(SuccessionExtent.WHOLE)) continue;
    for (const { row } of siblings) row.refuse('extent', PART_EACH);
  }
}
