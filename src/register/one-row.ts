import type { Refusal } from '../graphql/user-error.js';
import { csvFields } from '../shared/csv-line.js';
import type { Problem } from '../shared/csv.js';
import type { Text } from '../shared/text.js';

/** The cells of a row by column; an empty one empties, and a column that is left out says nothing. */
export type Cells = Readonly<Record<string, string | null | undefined>>;

/**
 * A file of one row. A change in the register is read, checked and recorded as an imported row is, so
 * that both know the same rules.
 */
export function fileOf(cells: Cells): Uint8Array {
  const said = Object.entries(cells).filter(([, value]) => value !== undefined);
  const header = csvFields(said.map(([column]) => column));
  const values = csvFields(said.map(([, value]) => value ?? ''));
  return new TextEncoder().encode(`${header}\n${values}\n`);
}

/** What a column is called in a sentence, and the field of the inputs that says it. */
const COLUMNS: Readonly<Record<string, Text & { field: string }>> = {
  system: { vi: 'hệ thống mã', en: 'the code system', field: 'system' },
  code: { vi: 'mã', en: 'the code', field: 'code' },
  code_from: { vi: 'ngày bắt đầu dùng mã', en: 'the first day of the code', field: 'from' },
  replaces_code: { vi: 'mã bị thay', en: 'the replaced code', field: 'replaces' },
  replaces_system: { vi: 'hệ thống của mã bị thay', en: 'its system', field: 'replaces' },
  other_code: { vi: 'mã đang dùng', en: 'the code in use', field: 'code' },
  other_system: { vi: 'hệ thống của mã đang dùng', en: 'its system', field: 'code' },
  name: { vi: 'tên', en: 'the name', field: 'name' },
  kind: { vi: 'loại', en: 'the kind', field: 'kind' },
  levels: { vi: 'cấp học', en: 'the levels', field: 'levels' },
  ownership: { vi: 'loại hình', en: 'the ownership', field: 'ownership' },
  special_status: { vi: 'quy chế riêng', en: 'the special status', field: 'specialStatus' },
  unit_code: { vi: 'đơn vị', en: 'the unit', field: 'unit' },
  unit_kind: { vi: 'cấp của đơn vị', en: 'the kind of the unit', field: 'unit' },
  changed_on: { vi: 'ngày thay đổi', en: 'the day of the change', field: 'from' },
  located_from: { vi: 'ngày thay đổi', en: 'the day of the change', field: 'from' },
  opened_on: { vi: 'ngày thành lập', en: 'the opening day', field: 'openedOn' },
  closed_on: { vi: 'ngày cuối', en: 'the last day', field: 'lastDay' },
  source_status: { vi: 'mức xác thực', en: 'the source status', field: 'sourceStatus' },
  valid_from: { vi: 'ngày đầu tiên', en: 'the first day', field: 'from' },
  valid_to: { vi: 'ngày cuối', en: 'the last day', field: 'lastDay' },
  institution_code: { vi: 'mã của cơ sở', en: 'the code of the institution', field: 'id' },
  predecessor_code: { vi: 'cơ sở cũ', en: 'the predecessor', field: 'predecessor' },
  successor_code: { vi: 'cơ sở tiếp nhận', en: 'the successor', field: 'successor' },
  effective_on: { vi: 'ngày hiệu lực', en: 'the effective day', field: 'effectiveOn' },
  legal_document: { vi: 'văn bản', en: 'the document', field: 'legalDocument' },
};

/** Words of files and of the command line, as people say them. */
const KINDS: ReadonlyMap<string, Text> = new Map([
  ['COMMUNE', { vi: 'xã', en: 'commune' }],
  ['DISTRICT', { vi: 'huyện', en: 'district' }],
  ['PROVINCE', { vi: 'tỉnh', en: 'province' }],
]);

/** What a file would be asked about is asked of a form: it has a box to tick, and no other columns. */
const LIKELY_DUPLICATE: Text = {
  vi: 'nếu là cùng một cơ sở, hãy sửa hoặc thêm mã ở trang của cơ sở ấy; nếu là cơ sở khác, hãy xác nhận điều đó',
  en: 'if it is the same institution, change it or add the code on its own page; if it is another one, confirm that',
};

/** A problem of the row as one of the input, in a sentence without names of columns. */
export function refusalOf({ column, value, code, text }: Problem): Refusal {
  const about = column === null ? undefined : COLUMNS[column];
  const sentence = (language: 'vi' | 'en') => {
    const said =
      code === 'LIKELY_DUPLICATE'
        ? `${text[language].split(';')[0]}; ${LIKELY_DUPLICATE[language]}`
        : spoken(text[language], language);
    const name = about?.[language] ?? { vi: 'điều đã nhập', en: 'what was given' }[language];
    const shown = value && !isName(value) ? ` “${value}”` : '';
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}${shown} ${said}.`;
  };
  const field = about ? [about.field] : null;
  return { code, field, text: { vi: sentence('vi'), en: sentence('en') } };
}

/** A value of an enumeration is shown by nobody who speaks to people. */
const isName = (value: string) => /^[A-Z]+(?:_[A-Z]+)*$/.test(value);

function spoken(text: string, language: 'vi' | 'en'): string {
  return text
    .replace(/ \([a-z]+_[a-z]+\)/g, '')
    .replace(/\b[a-z]+_[a-z]+\b/g, (name) => COLUMNS[name]?.[language] ?? name)
    .replace(/\b[A-Z]{4,}\b/g, (name) => KINDS.get(name)?.[language] ?? name);
}
