import { dateProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Role } from './account.enums.js';

export interface GrantFacts {
  role: Role;
  unitId: number | null;
  institutionId: number | null;
  /** Null means all kinds. */
  kinds: readonly InstitutionKind[] | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/**
 * The problems in the form of a grant.
 * @param path the path to the grant in the input.
 */
export function grantProblems(grant: GrantFacts, path: string[] = []): Refusal[] {
  const { role, unitId, institutionId, kinds, validFrom, validTo } = grant;
  const problems: Refusal[] = [];
  const refuse = (code: string, field: string, vi: string, en: string) =>
    problems.push({ code, field: [...path, field], text: { vi, en } });
  const misfit = (field: string) =>
    refuse(
      'NOT_FOR_ROLE',
      field,
      `Vai trò ${role} không nhận ${field}. Hãy bỏ trường này.`,
      `The role ${role} takes no ${field}. Leave it out.`,
    );

  const ofUnit = role === 'PLANNER' || role === 'REVIEWER';
  if (ofUnit && unitId === null)
    refuse(
      'UNIT_MISSING',
      'unit',
      `Vai trò ${role} cần đơn vị hành chính mà nó có hiệu lực.`,
      `The role ${role} needs the administrative unit that it holds in.`,
    );
  if (!ofUnit && unitId !== null) misfit('unit');
  if (role === 'SCHOOL_ADMIN' && institutionId === null)
    refuse(
      'INSTITUTION_MISSING',
      'institution',
      `Vai trò ${role} cần cơ sở giáo dục mà nó có hiệu lực.`,
      `The role ${role} needs the institution that it holds for.`,
    );
  if (role !== 'SCHOOL_ADMIN' && institutionId !== null) misfit('institution');
  if (kinds !== null && role !== 'REVIEWER') misfit('kinds');
  else if (kinds?.length === 0)
    refuse(
      'LIST_EMPTY',
      'kinds',
      'Danh sách loại hình đang trống. Hãy nêu ít nhất một loại hình, hoặc bỏ trường này để nhận mọi loại hình.',
      'The list of kinds is empty. Name at least one, or leave it out for all kinds.',
    );
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    refuse(
      'DATES_OUT_OF_ORDER',
      'validTo',
      `Ngày cuối ${validTo} ở trước ngày đầu ${validFrom}.`,
      `The last day ${validTo} lies before the first day ${validFrom}.`,
    );
  for (const field of ['validFrom', 'validTo'] as const)
    if (grant[field] !== null)
      problems.push(...dateProblems(grant[field], field).map((problem) => under(problem, path)));
  return problems;
}

/** The refusal with its path extended for a nested input. */
export function under(refusal: Refusal, path: readonly string[]): Refusal {
  return { ...refusal, field: [...path, ...(refusal.field ?? [])] };
}

/** Whether two grants give the same rights on at least one common day. */
export function sameOnSomeDay(one: GrantFacts, other: GrantFacts): boolean {
  return (
    one.role === other.role &&
    one.unitId === other.unitId &&
    one.institutionId === other.institutionId &&
    kindsKey(one) === kindsKey(other) &&
    startsInTime(one, other) &&
    startsInTime(other, one)
  );
}

function startsInTime(one: GrantFacts, other: GrantFacts): boolean {
  return one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo;
}

export function grantTwice(path: string[]): Refusal {
  return {
    code: 'GRANT_TWICE',
    field: path.length > 0 ? path : null,
    text: {
      vi: 'Tài khoản đã có vai trò này ở cùng nơi, cho cùng loại hình, trong một số ngày trùng nhau. Hãy đổi ngày, hoặc kết thúc vai trò cũ trước.',
      en: 'The account has this role at the same place, for the same kinds, on some of the same days. Change the dates, or end the other grant first.',
    },
  };
}

function kindsKey({ kinds }: GrantFacts): string {
  return kinds === null ? '' : [...new Set(kinds)].sort().join(' ');
}
