import { Role } from '../accounts/account.enums.js';
import { csvLine } from '../shared/csv-line.js';
import type { Columns } from '../shared/csv-header.js';
import type { Text } from '../shared/text.js';
import { EXPLANATIONS } from '../shared/workbook/sheet-as-csv.js';
import { writeWorkbook, type WrittenSheet } from '../shared/workbook/write-workbook.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

export interface AccountColumn {
  name: string;
  required: boolean;
  meaning: Text;
  /** All possible values; empty when they cannot be listed. */
  values: readonly string[];
  example: string;
}

const column = (
  name: string,
  meaning: Text,
  { required = false, values = {}, example = '' } = {},
): AccountColumn => ({ name, required, meaning, values: Object.keys(values), example });

/** The columns of a file of accounts; a row is an account with one duty. */
export const ACCOUNT_COLUMNS: readonly AccountColumn[] = [
  column(
    'name',
    { vi: 'họ tên của người dùng tài khoản', en: 'the name of the person' },
    { required: true, example: 'Trần Thị Hoa' },
  ),
  column(
    'role',
    {
      vi: 'vai trò: SCHOOL_ADMIN quản trị trường, REVIEWER thẩm định, PLANNER lập kế hoạch, OPERATOR vận hành. Một người có nhiều vai trò thì ghi nhiều dòng, cùng họ tên và e-mail',
      en: 'the role. Somebody with several roles has several rows, with the same name and e-mail',
    },
    { required: true, values: Role, example: 'SCHOOL_ADMIN' },
  ),
  column(
    'email',
    {
      vi: 'e-mail để đăng nhập và nhận lời mời; để trống nếu không có',
      en: 'the e-mail to sign in with and to be invited at; empty for somebody who has none',
    },
    { example: 'hoa@truong.edu.vn' },
  ),
  column(
    'sign_in_name',
    {
      vi: 'tên đăng nhập của người không có e-mail; để trống thì quản trị trường đăng nhập bằng mã cơ sở',
      en: 'the name to sign in with for somebody without an e-mail; empty means the code of the institution',
    },
    { example: '' },
  ),
  column(
    'institution_code',
    {
      vi: 'mã cơ sở giáo dục; bắt buộc với SCHOOL_ADMIN, các vai trò khác để trống',
      en: 'the code of the institution; needed for SCHOOL_ADMIN, empty for other roles',
    },
    { example: 'DN-THPT-01' },
  ),
  column('institution_system', {
    vi: 'hệ thống của mã cơ sở; chỉ cần khi nhiều cơ sở có cùng mã',
    en: 'the system of institution_code; needed only where several institutions have the code',
  }),
  column(
    'unit_kind',
    {
      vi: 'loại đơn vị hành chính của REVIEWER hoặc PLANNER; các vai trò khác để trống',
      en: 'the kind of the administrative unit of a REVIEWER or PLANNER; empty for other roles',
    },
    { values: UnitKind },
  ),
  column('unit_code', {
    vi: 'mã hiện nay của đơn vị hành chính của REVIEWER hoặc PLANNER; các vai trò khác để trống',
    en: 'the present code of the administrative unit of a REVIEWER or PLANNER; empty for other roles',
  }),
  column(
    'kinds',
    {
      vi: 'chỉ với REVIEWER: các loại hình cơ sở được thẩm định, cách nhau bằng dấu |; để trống là mọi loại hình',
      en: 'for a REVIEWER only: the kinds of institution, separated by |; empty means all kinds',
    },
    { values: InstitutionKind },
  ),
  column('valid_from', {
    vi: 'ngày đầu của vai trò, ghi 2026-09-01 hoặc 01/09/2026; để trống là từ hôm nhập tệp',
    en: 'the first day of the role, written 2026-09-01 or 01/09/2026; empty means the day of the import',
  }),
  column('valid_to', {
    vi: 'ngày cuối của vai trò; để trống là không thời hạn',
    en: 'the last day of the role; empty means without end',
  }),
];

export const COLUMNS_OF_FILE: Columns = {
  required: ACCOUNT_COLUMNS.filter(({ required }) => required).map(({ name }) => name),
  optional: ACCOUNT_COLUMNS.filter(({ required }) => !required).map(({ name }) => name),
};

const NAMES = ACCOUNT_COLUMNS.map(({ name }) => name);

/** The header, which spreadsheets know as UTF-8 by its mark. */
export function accountTemplate(): string {
  return `\uFEFF${csvLine(NAMES)}`;
}

/** An empty workbook with drop-downs, and a sheet that explains its columns. */
export function accountWorkbook(): Promise<Buffer> {
  return writeWorkbook([
    {
      name: 'accounts',
      headers: 1,
      rows: [[...NAMES]],
      columns: ACCOUNT_COLUMNS.map(({ name, values }) => ({
        width: name === 'name' || name === 'email' ? 30 : 20,
        isText: true,
        // Several kinds may stand in one cell, of which no drop-down makes a choice.
        ...(name !== 'kinds' && { choices: values }),
      })),
    },
    explanations(),
  ]);
}

function explanations(): WrittenSheet {
  return {
    name: EXPLANATIONS,
    headers: 1,
    rows: [
      ['column / cột', 'needed / bắt buộc', 'giải thích', 'meaning', 'values / giá trị', 'ví dụ'],
      ...ACCOUNT_COLUMNS.map(({ name, required, meaning, values, example }) => [
        ...[name, required ? 'yes / có' : 'no / không', meaning.vi, meaning.en],
        ...[values.join(', '), example],
      ]),
    ],
    columns: [18, 18, 60, 60, 40, 24].map((width) => ({ width })),
  };
}
