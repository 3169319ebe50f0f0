import type { Reason, Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import type { KnownUnit, UnitIndex } from '../units/unit-index.queries.js';
import { LAST_DAY_FIRST, unitUnknown } from '../units/unit-problems.js';
import type { Columns } from '../vocabulary/imported-row.js';
import type { CampusRow } from './campus.queries.js';
import type { CodeHolder, CodeLookup } from './code-lookup.js';
import { codeKey, listOf, overlap, type HeldCode, type Span } from './codes.js';

export const CAMPUS_COLUMNS = {
  required: ['institution_code', 'code'],
  optional: ['institution_system', 'system', 'name', 'unit_code', 'valid_from', 'valid_to'],
} as const;

export const CAMPUS_COLUMN_HELP: Record<string, string> = {
  institution_code: 'a code of the institution that the campus belongs to',
  code: 'the code of the campus',
  institution_system: 'the system of institution_code; needed only where several systems have it',
  system: 'the system of code; empty for that of the institution’s code',
  name: 'the Vietnamese name of the campus; needed for a new one',
  unit_code:
    'the commune that had this code on valid_from, or today where valid_from is empty; needed for a new campus',
  valid_from: 'the first day; empty says nothing, and for a new campus since before our records',
  valid_to: 'the last day; empty while the campus exists',
};

/** A campus as a row of a file describes it; what the file leaves out is as it is recorded. */
export interface CampusDraft extends Span {
  row: Row;
  institution: CodeHolder;
  system: string;
  code: string;
  name: string;
  unit: KnownUnit;
  stored: CampusRow | null;
}

export interface CampusReading {
  lookup: CodeLookup;
  units: UnitIndex;
  recorded: readonly CampusRow[];
  today: LocalDate;
}

/** Null when the row is refused. */
export function readCampus(row: Row, reading: CampusReading): CampusDraft | null {
  const { lookup, recorded, today } = reading;
  const institutionCode = row.required('institution_code');
  const code = row.required('code');
  const from = row.date('valid_from');
  const to = row.date('valid_to');
  if (institutionCode === '' || code === '') return null;
  const day = from ?? to ?? today;
  const system = row.optional('institution_system');
  const institution = lookup.find(system, institutionCode, day, 'LAST_UNTIL');
  if ('problem' in institution) {
    row.refuse('institution_code', institution.problem);
    return null;
  }
  const own = { system: row.optional('system') ?? institution.system, code };
  const stored =
    recorded.find(
      (campus) =>
        campus.institutionId === institution.institutionId && codeKey(campus) === codeKey(own),
    ) ?? null;
  const validFrom = from ?? stored?.validFrom ?? null;
  const validTo = row.says('valid_to') ? to : (stored?.validTo ?? null);
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    row.refuse('valid_to', LAST_DAY_FIRST);
  const { openedOn, closedOn } = institution;
  if (closedOn !== null && (validFrom ?? '') > closedOn)
    row.refuse('valid_from', outside(closedOn));
  if (openedOn !== null && validTo !== null && validTo < openedOn)
    row.refuse('valid_to', outside(openedOn));
  const name = stored && !row.says('name') ? stored.name : row.required('name');
  const unit = readUnit(row, stored, validFrom ?? day, reading.units);
  return unit && { row, institution, ...own, name, unit, validFrom, validTo, stored };
}

function readUnit(
  row: Row,
  stored: CampusRow | null,
  day: LocalDate,
  units: UnitIndex,
): KnownUnit | null {
  const known = stored && units.unit(stored.unitId);
  if (known && (!row.says('unit_code') || row.optional('unit_code') === known.code)) return known;
  const code = row.required('unit_code');
  if (code === '') return null;
  const [unit] = units.named(code, day, 'COMMUNE');
  if (!unit) row.refuse('unit_code', unitUnknown('COMMUNE', day));
  return unit ?? null;
}

export function columnsOf(draft: CampusDraft): Columns {
  const { name, unit, validFrom, validTo } = draft;
  return { name, unit_code: unit.code, valid_from: validFrom, valid_to: validTo };
}

/**
 * Refuses rows about one campus, and codes that another institution or its campus has on some of the
 * same days.
 * @param others the codes of institutions by these names.
 */
export function refuseTakenCodes(
  drafts: readonly CampusDraft[],
  others: readonly HeldCode[],
): void {
  const seen = new Map<string, CampusDraft[]>();
  for (const draft of drafts) {
    const { row, institution, validFrom, validTo } = draft;
    const same = seen.get(codeKey(draft)) ?? [];
    seen.set(codeKey(draft), [...same, draft]);
    const twin = same.find((each) => each.institution.institutionId === institution.institutionId);
    if (twin) row.refuse('code', standsIn(twin.row));
    const rival = [...same.map(heldBy), ...others].find(
      (held) =>
        codeKey(held) === codeKey(draft) &&
        held.institutionId !== institution.institutionId &&
        overlap(usedBy(held), usedBy({ ...institution, validFrom, validTo })),
    );
    if (rival) row.refuse('code', taken(rival));
  }
}

function heldBy({ institution, code, system, validFrom, validTo }: CampusDraft): HeldCode {
  return { ...institution, code, system, validFrom, validTo };
}

function usedBy(held: HeldCode): Span {
  const { validFrom, validTo, openedOn, closedOn } = held;
  return {
    validFrom: validFrom ?? openedOn,
    validTo: validTo === null ? closedOn : validTo,
  };
}

function outside(day: LocalDate): Reason {
  return {
    code: 'OUTSIDE_INSTITUTION',
    text: {
      vi: `ngoài thời gian hoạt động của cơ sở: ${day}; hãy sửa ngày này, hoặc nhập ngày đúng của cơ sở trước`,
      en: `lies outside of the days of the institution: ${day}; correct it, or first import the right day of the institution`,
    },
  };
}

function standsIn(row: Row): Reason {
  return {
    code: 'CODE_TWICE',
    text: {
      vi: `dòng ${row.number} đã ghi phân hiệu này; hãy giữ một dòng`,
      en: `row ${row.number} has this campus already; keep one of them`,
    },
  };
}

function taken(holder: HeldCode): Reason {
  const { vi, en } = listOf([holder]);
  return {
    code: 'CODE_TAKEN',
    text: {
      vi: `là mã của cơ sở khác: ${vi}; hãy sửa mã`,
      en: `is the code of another institution: ${en}; correct it`,
    },
  };
}
