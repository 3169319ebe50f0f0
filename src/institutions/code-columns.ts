import type { Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import type { CodeRecord, NamedCode } from './codes.js';

/** The columns of an institution's code, and their meaning. */
export const CODE_COLUMN_HELP = {
  system:
    'who gives the code, such as MOET; where codes are unique only inside a province, name it too: ADMISSIONS-67',
  code: 'the code in that system; with its dates the hub knows the institution again. Empty for an institution without a code: it gets one of the system HUB, and is known again by name, commune and opening day',
  code_from: 'since when the code is in use; needed with replaces_code',
  replaces_code:
    'the code that this one takes over from, in the same system or else in any other; it ends the day before code_from',
  replaces_system: 'the system of replaces_code; needed only where several systems have that code',
  other_code:
    'a code that the institution has in another system and keeps: this row’s code stands beside it',
  other_system: 'the system of other_code; needed only where several systems have that code',
} as const;

/** The code of a row; null when the institution has none. */
export function readCode(row: Row, closedOn: LocalDate | null): CodeRecord | null {
  const from = row.date('code_from');
  const replaces = named(row, 'replaces_code', 'replaces_system');
  const beside = named(row, 'other_code', 'other_system');
  if (replaces && from === null)
    row.refuse('code_from', {
      code: 'DATE_MISSING',
      text: {
        vi: 'còn trống; hãy ghi mã này thay mã kia từ ngày nào',
        en: 'is empty; say since when the code replaces the other',
      },
    });
  if (replaces && beside)
    row.refuse('other_code', {
      code: 'CODE_NAMED_TWICE',
      text: {
        vi: 'chỉ ghi replaces_code hoặc other_code: một mã hoặc bị thay, hoặc vẫn được dùng',
        en: 'give either replaces_code or other_code: a code is either replaced or kept',
      },
    });
  if (from && closedOn && from > closedOn)
    row.refuse('code_from', {
      code: 'AFTER_CLOSING',
      text: { vi: 'sau ngày đóng cửa (closed_on)', en: 'lies after closed_on' },
    });
  const code = row.optional('code');
  if (code !== null) return { system: row.required('system'), code, from, replaces, beside };
  if (from ?? replaces ?? beside)
    row.refuse('code', {
      code: 'TEXT_MISSING',
      text: {
        vi: 'còn trống; code_from, replaces_code và other_code nói về mã này',
        en: 'is empty; code_from, replaces_code and other_code are about it',
      },
    });
  return null;
}

function named(
  row: Row,
  column: 'replaces_code' | 'other_code',
  systemColumn: 'replaces_system' | 'other_system',
): NamedCode | null {
  const code = row.optional(column);
  const system = row.optional(systemColumn);
  if (code !== null) return { system, code };
  if (system !== null)
    row.refuse(systemColumn, {
      code: 'TEXT_MISSING',
      text: {
        vi: `${column} còn trống; hãy ghi mã trong hệ thống này`,
        en: `${column} is empty; name the code in this system`,
      },
    });
  return null;
}
