import type { Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

/** The days that a unit exists. */
export interface Span {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** A unit as a row of a file describes it. */
export interface Draft extends Span {
  row: Row;
  kind: UnitKind;
  code: string;
  name: string;
  nameEn: string | null;
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

/** Reads a row of a file; what is wrong with it by itself is noted in the row. */
export function readDraft(row: Row): Draft {
  const draft: Draft = {
    row,
    kind: row.oneOf('kind', UnitKind),
    code: row.required('code'),
    name: row.required('name'),
    nameEn: row.optional('name_en'),
    parentCode: row.optional('parent_code'),
    validFrom: row.date('valid_from'),
    validTo: row.date('valid_to'),
    legalDocument: row.optional('legal_document'),
    stored: null,
    parent: null,
  };
  if (draft.validFrom && draft.validTo && draft.validFrom > draft.validTo)
    row.refuse('valid_to', 'lies before valid_from');
  if (draft.kind === UnitKind.PROVINCE && draft.parentCode !== null)
    row.refuse('parent_code', 'a province has no unit above it; leave it empty');
  if (draft.kind !== UnitKind.PROVINCE && draft.parentCode === null)
    row.refuse('parent_code', 'is empty; name the unit directly above');
  return draft;
}
