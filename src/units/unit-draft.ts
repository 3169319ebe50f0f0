import type { Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import {
  LAST_DAY_FIRST,
  PARENT_MISSING,
  PROVINCE_IS_HIGHEST,
  SEVERAL_SPANS,
} from './unit-problems.js';

export const UNIT_COLUMNS = {
  required: ['kind', 'code'],
  optional: ['name', 'name_en', 'parent_code', 'valid_from', 'valid_to', 'legal_document'],
} as const;

/** The days that a unit exists. */
export interface Span {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** A unit as a row of a file describes it; what the file leaves out is as it is recorded. */
export interface Draft extends Span {
  row: Row;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
  /** Null without a unit above, and where the recorded one stays. */
  parentCode: string | null;
  legalDocument: string | null;
  stored: Stored | null;
  parent: Draft | Stored | null;
}

/** A unit as it is recorded. */
export interface Stored extends Span {
  id: number;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
  parentId: number | null;
  path: number[];
  legalDocument: string | null;
}

/** The kinds of units from the highest tier to the lowest. */
export const TIERS = [UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE];

/**
 * Reads a row of a file; what is wrong with it by itself is noted in the row.
 * @param recorded the recorded units by kind and code.
 */
export function readDraft(row: Row, recorded: ReadonlyMap<string, readonly Stored[]>): Draft {
  const kind = row.oneOf('kind', UnitKind, UNIT_KIND_LABELS);
  const code = row.required('code');
  const validFrom = row.date('valid_from');
  const stored = storedAs(row, validFrom, recorded.get(namesakesKey({ kind, code })) ?? []);
  const kept = <Value>(column: string, read: (column: string) => Value, old?: Value) =>
    stored && old !== undefined && !row.says(column) ? old : read(column);
  const optional = (column: string) => row.optional(column);
  const draft: Draft = {
    ...{ row, kind, code, stored, parent: null },
    name: kept('name', (column) => row.required(column), stored?.name),
    nameEn: kept('name_en', optional, stored?.nameEn),
    parentCode: row.optional('parent_code'),
    validFrom: row.says('valid_from') ? validFrom : (stored?.validFrom ?? null),
    validTo: kept('valid_to', (column) => row.date(column), stored?.validTo),
    legalDocument: kept('legal_document', optional, stored?.legalDocument),
  };
  if (draft.validFrom && draft.validTo && draft.validFrom > draft.validTo)
    row.refuse('valid_to', LAST_DAY_FIRST);
  if (kind === UnitKind.PROVINCE && draft.parentCode !== null)
    row.refuse('parent_code', PROVINCE_IS_HIGHEST);
  if (kind !== UnitKind.PROVINCE && draft.parentCode === null && !keepsParent(draft))
    row.refuse('parent_code', PARENT_MISSING);
  return draft;
}

export function namesakesKey({ kind, code }: { kind: UnitKind; code: string }): string {
  return `${kind} ${code}`;
}

/** Whether the row leaves the unit above as it is recorded. */
export function keepsParent({ row, stored }: Draft): boolean {
  return stored !== null && !row.says('parent_code');
}

/** The recorded unit that the row means: by its first day, or the only one where no day is said. */
function storedAs(
  row: Row,
  validFrom: LocalDate | null,
  namesakes: readonly Stored[],
): Stored | null {
  if (row.says('valid_from')) return namesakes.find((unit) => unit.validFrom === validFrom) ?? null;
  if (namesakes.length > 1) row.refuse('code', SEVERAL_SPANS);
  return namesakes[0] ?? null;
}
