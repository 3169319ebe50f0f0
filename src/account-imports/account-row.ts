import { accountProblems, normalIdentification } from '../accounts/account-input.js';
import { Role, ROLE_LABELS } from '../accounts/account.enums.js';
import { grantProblems, type GrantFacts } from '../accounts/grant.js';
import { ROLE_BEYOND, SCHOOL_BEYOND } from '../accounts/beyond-rights.js';
import { mayOperate, mayPlan } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Refusal } from '../graphql/user-error.js';
import type { CodeLookup } from '../institutions/code-lookup.js';
import type { Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { noSuchUnit } from '../units/unit-code.js';
import type { UnitIndex } from '../units/unit-index.queries.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { KIND_LABELS, UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

/** What a row says: who somebody is, and a duty of theirs. */
export interface AccountDraft {
  row: Row;
  name: string;
  email: string | null;
  signInName: string | null;
  duty: GrantFacts;
}

/** What rows are read with. */
export interface AccountReading {
  viewer: Viewer | null;
  today: LocalDate;
  lookup: CodeLookup;
  units: UnitIndex;
  /** The units of institutions, from the highest down, by row id. */
  pathOf: (institutionId: number) => readonly number[];
}

/** What a row says; null when it cannot be read, so that no false problems follow. */
export function readAccount(row: Row, reading: AccountReading): AccountDraft | null {
  const before = row.problems.length;
  const name = row.required('name');
  const who = identificationOf(row);
  if (who.email === null && who.signInName === null) row.refuse('email', NOTHING_TO_SIGN_IN);
  else {
    const problems = accountProblems({ name, ...who, password: null });
    refuse(
      row,
      problems.filter(({ code }) => code !== 'TEXT_MISSING'),
    );
  }
  const duty = readDuty(row, reading);
  return duty && row.problems.length === before ? { row, name, ...who, duty } : null;
}

function readDuty(row: Row, reading: AccountReading): GrantFacts | null {
  const before = row.problems.length;
  const role = row.oneOf('role', Role, ROLE_LABELS);
  const institutionId = readInstitution(row, reading);
  const unitId = readUnit(row, reading);
  const kinds =
    row.optional('kinds') === null ? null : row.someOf('kinds', InstitutionKind, KIND_LABELS);
  const validFrom = row.date('valid_from');
  const validTo = row.date('valid_to');
  if (row.problems.length > before) return null;
  const duty = { role, unitId, institutionId, kinds, validFrom, validTo };
  refuse(row, [...grantProblems(duty), ...beyond(duty, reading)]);
  return duty;
}

/** Schools without an e-mail sign in with their code. */
function identificationOf(row: Row) {
  const email = row.optional('email');
  const own = row.optional('sign_in_name');
  const signInName = own ?? (email === null ? row.optional('institution_code') : null);
  return normalIdentification({ email, signInName });
}

function readInstitution(row: Row, { lookup, today }: AccountReading): number | null {
  const code = row.optional('institution_code');
  if (code === null) return null;
  const found = lookup.find(row.optional('institution_system'), code, today, 'LAST_UNTIL');
  if ('problem' in found) {
    row.refuse('institution_code', found.problem);
    return null;
  }
  const { closedOn, institutionId } = found;
  if (closedOn !== null && closedOn < today) row.refuse('institution_code', closedSince(closedOn));
  return institutionId;
}

function readUnit(row: Row, { units, today }: AccountReading): number | null {
  const code = row.optional('unit_code');
  if (code === null) {
    if (row.optional('unit_kind') !== null) row.required('unit_code');
    return null;
  }
  const before = row.problems.length;
  const kind = row.oneOf('unit_kind', UnitKind, UNIT_KIND_LABELS);
  if (row.problems.length > before) return null;
  const [unit] = units.named(code, today, kind);
  if (!unit)
    row.refuse('unit_code', noSuchUnit(units, { code, kind, on: today, column: 'unit_code' }));
  return unit?.id ?? null;
}

function beyond({ role, institutionId }: GrantFacts, { viewer, pathOf }: AccountReading) {
  if (mayOperate(viewer)) return [];
  if (role !== 'SCHOOL_ADMIN') return [ROLE_BEYOND];
  return institutionId !== null && !mayPlan(viewer, pathOf(institutionId)) ? [SCHOOL_BEYOND] : [];
}

const COLUMN_OF: Record<string, string> = {
  name: 'name',
  email: 'email',
  signInName: 'sign_in_name',
  role: 'role',
  institution: 'institution_code',
  unit: 'unit_code',
  kinds: 'kinds',
  validFrom: 'valid_from',
  validTo: 'valid_to',
};

/** Whole sentences, which name the value themselves. */
export function refuse({ number: row, findings }: Row, refusals: readonly Refusal[]): void {
  for (const { code, field, text } of refusals)
    findings.problems.push({
      row,
      column: COLUMN_OF[field?.[0] ?? ''] ?? null,
      value: null,
      code,
      text,
    });
}

const NOTHING_TO_SIGN_IN = {
  code: 'TEXT_MISSING',
  text: {
    vi: 'còn trống; hãy ghi e-mail, hoặc tên đăng nhập ở cột sign_in_name',
    en: 'is empty; write an e-mail, or a name to sign in with in the column sign_in_name',
  },
};

const closedSince = (closedOn: LocalDate) => ({
  code: 'INSTITUTION_CLOSED',
  text: {
    vi: `là mã của cơ sở đã đóng sau ngày ${closedOn}; hãy bỏ dòng này, hoặc ghi mã của cơ sở đang hoạt động`,
    en: `is the code of an institution that closed after ${closedOn}; leave the row out, or write the code of one that operates`,
  },
});
