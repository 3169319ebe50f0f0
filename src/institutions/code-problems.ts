import type { Reason } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { listOf, useOf, type HeldCode, type NamedCode } from './codes.js';

/** Why a code cannot be recorded, with the column that says so. */
export interface CodeProblem extends Reason {
  column: 'code' | 'code_from' | 'replaces_code' | 'other_code';
}

export type NamingColumn = 'replaces_code' | 'other_code';

const systemColumn = (column: NamingColumn) =>
  column === 'replaces_code' ? 'replaces_system' : 'other_system';

/** @param system the one that the row names, or else its own. */
export function codeUnknown(
  column: NamingColumn,
  { system: named }: NamedCode,
  system: string,
): CodeProblem {
  const text = named
    ? { vi: `không có mã này trong hệ thống ${named}`, en: `is no code of the system ${named}` }
    : {
        vi: `không có mã này trong hệ thống ${system} cũng như trong các hệ thống khác`,
        en: `is no code of the system ${system}, nor of any other`,
      };
  return {
    column,
    code: 'CODE_UNKNOWN',
    text: {
      vi: `${text.vi}; hãy kiểm tra mã, hoặc để trống nếu là cơ sở mới`,
      en: `${text.en}; check it, or leave it empty for a new institution`,
    },
  };
}

export function codeNotInUse(
  column: NamingColumn,
  day: LocalDate | null,
  recorded: readonly HeldCode[],
): CodeProblem {
  const { vi, en } = listOf(recorded);
  const then = day === null ? { vi: 'khi ấy', en: 'then' } : { vi: `ngày ${day}`, en: `on ${day}` };
  return {
    column,
    code: 'CODE_NOT_IN_USE',
    text: {
      vi: `không được dùng ${then.vi}, mà là mã của ${vi}; hãy kiểm tra mã và code_from`,
      en: `was not in use ${then.en}, but is a code of ${en}; check it and code_from`,
    },
  };
}

export function codeAmbiguous(column: NamingColumn, found: readonly HeldCode[]): CodeProblem {
  const { vi, en } = listOf(found);
  return {
    column,
    code: 'CODE_AMBIGUOUS',
    text: {
      vi: `là mã trong nhiều hệ thống: ${vi}; hãy ghi hệ thống vào ${systemColumn(column)}`,
      en: `is a code in several systems: ${en}; name the system in ${systemColumn(column)}`,
    },
  };
}

export function codeTaken(holder: HeldCode): CodeProblem {
  const { vi, en } = listOf([holder]);
  return {
    column: 'code',
    code: 'CODE_TAKEN',
    text: {
      vi: `là mã của cơ sở khác: ${vi}; hãy sửa mã, hoặc ghi nhận trước ngày cơ sở ấy đóng cửa hay đổi mã`,
      en: `is the code of another institution: ${en}; correct it, or first record when that one closed or got another code`,
    },
  };
}

export function codeHeld(code: HeldCode): CodeProblem {
  const { vi, en } = listOf([code]);
  return {
    column: 'code_from',
    code: 'CODE_TAKEN',
    text: {
      vi: `cơ sở đã dùng mã này vào những ngày ấy: ${vi}; hãy ghi một ngày sau đó`,
      en: `lies in a time in which the institution has this code already: ${en}; give a day after it`,
    },
  };
}

export function codeNamesItself(column: NamingColumn): CodeProblem {
  return {
    column,
    code: 'CODE_NAMES_ITSELF',
    text: { vi: 'là chính mã của dòng này', en: 'is the code of this row itself' },
  };
}

export function codeTooEarly(replaced: HeldCode): CodeProblem {
  const { vi, en } = listOf([replaced]);
  return {
    column: 'code_from',
    code: 'CODE_NOT_IN_USE',
    text: {
      vi: `không sau ngày đầu của mã được thay, là mã của ${vi}`,
      en: `is not after the first day of the code that it replaces, which is of ${en}`,
    },
  };
}

export function codeUnused(code: HeldCode): CodeProblem {
  const { validTo } = useOf(code);
  return {
    column: 'code_from',
    code: 'CODE_NOT_IN_USE',
    text: {
      vi: `sau ngày cuối của cơ sở hoặc của mã: ${validTo}`,
      en: `lies after the last day of the institution or of the code: ${validTo}`,
    },
  };
}
