import { z } from 'zod';
import { rowIdOf } from '../graphql/node.js';
import { namesIn } from '../shared/enumeration.js';
import type { Text } from '../shared/text.js';
import { WorkbookRefused } from '../shared/workbook/container.js';
import { readWorkbookSheets } from '../shared/workbook/read-workbook.js';
import type { Cell, SheetContent, SheetRow } from '../shared/workbook/sheet.js';
import { UNANSWERED, type FormAnswer } from './form-answers.js';
import { FORM_COLUMNS, FORM_FORMAT, IDENTITY_SHEET, type FormColumn } from './form-layout.js';

/** A workbook that is a form of the hub, not read any further. */
export interface OpenedForm {
  /** Row ids. */
  institutionId: number;
  roundId: number;
  institutionCode: string;
  roundCode: string;
  /** The editions of the criteria of which it was made. */
  editions: string;
  /** What stood in it when it was made, by the code of the question. */
  base: ReadonlyMap<string, FormAnswer>;
  sheet: string;
  /** The rows below the headers. */
  rows: readonly SheetRow[];
  /** The number of each column. */
  columns: Readonly<Record<FormColumn, number>>;
}

/** More than any form has. */
const LIMITS = { rows: 5_000, columns: 60, cells: 60_000, characters: 4_000_000 };

/** Opens a workbook as a form, or says why it is none. */
export async function openForm(bytes: Buffer): Promise<OpenedForm | { problem: Text }> {
  try {
    const { sheets } = await readWorkbookSheets(bytes, () => true, LIMITS);
    const contents = sheets.flatMap(({ content }) => content ?? []);
    const identity = contents.find(({ name }) => name === IDENTITY_SHEET);
    const known = identity && identityIn(identity);
    if (!known) return { problem: NO_FORM };
    const found = contents.flatMap((content) => headerIn(content) ?? [])[0];
    if (!found) return { problem: NO_HEADER };
    if (found.sheet.rowBeyond !== null) return { problem: TOO_LONG };
    const { sheet, row, columns } = found;
    const rows = sheet.rows.filter((each) => each.row > row);
    return { ...known, sheet: sheet.name, rows, columns };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { problem: error.text };
    throw error;
  }
}

const answer = z
  .object({
    value: z.number().nullable(),
    total: z.number().nullable(),
    choice: z.string().nullable(),
    text: z.string().nullable(),
    doesNotApply: z.string().nullable(),
    comment: z.string().nullable(),
  })
  .nullable();

function identityIn({ rows }: SheetContent) {
  const said = rows.map(({ cells }) => [1, 2, 3].map((column) => textOf(cells.get(column))));
  const field = (wanted: string) => said.find(([name]) => name === wanted)?.[1] ?? '';
  const institutionId = rowIdOf('Institution', field('institution'));
  const roundId = rowIdOf('ReportingRound', field('round'));
  if (field('format') !== FORM_FORMAT || institutionId === null || roundId === null) return null;
  const base = new Map<string, FormAnswer>();
  for (const [name, code = '', json = ''] of said) {
    if (name !== 'question') continue;
    const read = answer.safeParse(parsed(json));
    if (!read.success) return null;
    base.set(code, read.data ?? UNANSWERED);
  }
  return {
    institutionId,
    roundId,
    institutionCode: field('institution code'),
    roundCode: field('round code'),
    editions: field('frameworks'),
    base,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What a cell says in words, as far as it says any. */
export function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'TEXT'
    ? cell.text.normalize('NFC').trim()
    : cell?.kind === 'NUMBER'
      ? String(cell.number)
      : '';
}

/** Words as they are compared: without case, and with single spaces. */
export function compared(words: string): string {
  return words.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Finds the row of the headers, in either language; columns may have been moved. */
function headerIn(sheet: SheetContent) {
  for (const { row, cells } of sheet.rows) {
    const columns = columnsIn(cells);
    if (isWhole(columns)) return { sheet, row, columns };
  }
  return null;
}

type FoundColumns = Partial<Record<FormColumn, number>>;

const NAMES = namesIn(FORM_COLUMNS);

function columnsIn(cells: SheetRow['cells']): FoundColumns {
  const found: FoundColumns = {};
  for (const [column, cell] of cells) {
    const said = compared(textOf(cell));
    const isSaid = (name: FormColumn) =>
      Object.values(FORM_COLUMNS[name].header).some((header) => compared(header) === said);
    const name = NAMES.find(isSaid);
    if (name) found[name] = column;
  }
  return found;
}

function isWhole(found: FoundColumns): found is Record<FormColumn, number> {
  return NAMES.every((name) => found[name] !== undefined);
}

const NO_FORM: Text = {
  vi: 'Tệp này không phải phiếu báo cáo tải từ hệ thống: thiếu trang ẩn “edu-dx-hub”, hoặc trang này đã bị sửa. Hãy tải phiếu về và điền vào chính tệp đó.',
  en: 'This file is no form that was downloaded from the hub: its hidden sheet “edu-dx-hub” is missing or was changed. Download the form and fill in that very file.',
};

const NO_HEADER: Text = {
  vi: `Không tìm thấy dòng tiêu đề với đủ các cột: ${headers('vi')}. Hãy để nguyên dòng tiêu đề.`,
  en: `There is no header row with all columns: ${headers('en')}. Leave the header row as it is.`,
};

const TOO_LONG: Text = {
  vi: 'Trang phiếu có quá nhiều dòng. Hãy xoá các dòng đã thêm ở dưới.',
  en: 'The sheet has too many rows. Delete those that were added below.',
};

function headers(language: keyof Text): string {
  return Object.values(FORM_COLUMNS)
    .map(({ header }) => header[language])
    .join(', ');
}
