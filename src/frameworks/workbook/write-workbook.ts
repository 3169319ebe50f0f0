import {
  writeWorkbook,
  type WrittenCell,
  type WrittenColumn,
  type WrittenSheet,
} from '../../shared/workbook/write-workbook.js';
import { FRAMEWORK_FORMAT, type FrameworkFile } from '../framework-file.js';
import type { Column, SheetForm } from './columns.js';
import { explanations } from './explanations.js';
import { HEAD, LEVEL_WHEN } from './head-sheet.js';
import { FIELD_HEADER, VALUE_HEADER } from './read-head.js';
import { SHEETS } from './sheets.js';
import { headOf, rowsOf, type FlatRow } from './workbook-rows.js';

/** A framework as an XLSX workbook; `readWorkbook` reads the same framework from it. */
export function workbookOf(file: FrameworkFile): Promise<Buffer> {
  const { fields, levels } = headOf(file);
  return writeWorkbook([headSheet(fields, levels), ...listSheets(rowsOf(file)), explanations()]);
}

/** An empty workbook with its explanations, for whoever begins a framework. */
export function templateWorkbook(): Promise<Buffer> {
  const levels = [3, 2].map((level) => ({ level, when: '' }));
  return writeWorkbook([
    headSheet({ format: FRAMEWORK_FORMAT }, levels),
    ...listSheets({}),
    explanations(),
  ]);
}

function headSheet(fields: FlatRow, levels: { level: number; when: string }[]): WrittenSheet {
  const rows = HEAD.columns.map(({ header, note, ...column }) => [
    header.en,
    cellFor(fields[column.path], { header, note, ...column }),
    header.vi,
    `${note.en} / ${note.vi}`,
  ]);
  const when = levels.map(({ level, when: requirement }) => {
    const { vi, en } = LEVEL_WHEN.header(level);
    return [en, requirement || null, vi, `${LEVEL_WHEN.note.en} / ${LEVEL_WHEN.note.vi}`];
  });
  return {
    name: HEAD.name.en,
    headers: 1,
    rows: [[FIELD_HEADER.en, VALUE_HEADER.en, FIELD_HEADER.vi, 'note / ghi chú'], ...rows, ...when],
    columns: [{ width: 24 }, { width: 44 }, { width: 28 }, { width: 80 }],
  };
}

function listSheets(rows: Partial<Record<string, FlatRow[]>>): WrittenSheet[] {
  return Object.entries(SHEETS)
    .filter(([key]) => key !== 'framework')
    .map(([key, form]) => listSheet(form, rows[key] ?? []));
}

function listSheet({ name, columns }: SheetForm, rows: readonly FlatRow[]): WrittenSheet {
  return {
    name: name.en,
    headers: 2,
    rows: [
      columns.map(({ header }) => header.en),
      columns.map(({ header }) => header.vi),
      ...rows.map((row) => columns.map((column) => cellFor(row[column.path], column))),
    ],
    columns: columns.map(writtenColumn),
  };
}

function writtenColumn({ form, names, header }: Column): WrittenColumn {
  const width = { TEXT: 40, REQUIREMENT: 50, NAMES: 30, BANDS: 26 }[String(form)] ?? 16;
  const isFlag = form === 'FLAG';
  return {
    width: Math.max(width, header.vi.length + 2),
    isText: form !== 'NUMBER' && !isFlag,
    ...(form === 'NAME' && names && { choices: names }),
    ...(isFlag && { choices: ['yes', 'no'] }),
  };
}

/** A value as its cell says it; nothing for one that is left out. */
function cellFor(value: unknown, { mayBeNone, form }: Column): WrittenCell {
  if (value === null && mayBeNone) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join('; ');
  if (form === 'DAY' && typeof value === 'string') return value;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
