import type { Text } from '../../shared/text.js';

/** How a cell says its value; `cell-values.ts` reads and `cell-texts.ts` writes each. */
export type Form =
  | 'CODE'
  | 'CODES'
  | 'TEXT'
  | 'NUMBER'
  | 'FLAG'
  | 'DAY'
  /** One of a closed set of names. */
  | 'NAME'
  | 'NAMES'
  | 'BANDS'
  | 'REQUIREMENT';

export interface Column {
  /** Where its value stands in the file, within the object of the row. */
  path: string;
  /** Its header in both languages. */
  header: Text;
  form: Form;
  /** The names that a closed set has. */
  names?: readonly string[];
  /** Whether a sheet without it is refused. */
  needed?: boolean;
  /** Whether `none` is told apart from an empty cell. */
  mayBeNone?: boolean;
  /** What stands in it, for whoever fills it in. */
  note: Text;
}

/** A sheet whose rows are objects of the file. */
export interface SheetForm {
  /** Its name in both languages; the English one is written. */
  name: Text;
  /** What its rows are. */
  note: Text;
  columns: readonly Column[];
}

export function text(vi: string, en: string): Text {
  return { vi, en };
}

/** What most sheets have. */
export const CODE = text('mã', 'code');
export const NAME = text('tên', 'name');
export const needed = { needed: true };

type Details = Partial<Pick<Column, 'names' | 'needed' | 'mayBeNone'>>;

export function column(
  path: string,
  form: Form,
  header: Text,
  note: Text,
  details: Details = {},
): Column {
  return { path, form, header, note, ...details };
}

/** The two columns of a pair of texts. */
export function pair(path: string, header: Text, note: Text, details: Details = {}): Column[] {
  return [
    column(
      `${path}.vi`,
      'TEXT',
      text(`${header.vi} (tiếng Việt)`, `${header.en} (Vietnamese)`),
      text(`${note.vi}, bằng tiếng Việt`, `${note.en}, in Vietnamese`),
      details,
    ),
    column(
      `${path}.en`,
      'TEXT',
      text(`${header.vi} (tiếng Anh)`, `${header.en} (English)`),
      text(`${note.vi}, bằng tiếng Anh`, `${note.en}, in English`),
      details,
    ),
  ];
}

/** A header or a name of a sheet in the form that is compared: without case, spaces or underscores at its ends. */
export function compared(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/**
 * Whether a header or the name of a sheet is this one, in either language. Older workbooks call an
 * indicator “chỉ tiêu”, which is a target.
 */
export function isNamed(name: Text, written: string): boolean {
  const found = compared(written).replaceAll('chỉ tiêu', 'chỉ số đo');
  return found === compared(name.vi) || found === compared(name.en);
}

/** Columns and sheets that whoever fills the workbook keeps beside the data, and that are not read. */
export function isRemark(written: string): boolean {
  return /^(ghi chú|note|remark|giải thích|explanation)/.test(compared(written));
}
