import { WorkbookRefused } from '../../shared/workbook/container.js';
import { readWorkbookSheets, type WorkbookContent } from '../../shared/workbook/read-workbook.js';
import type { SheetContent } from '../../shared/workbook/sheet.js';
import { frameworkProblems } from '../framework-check.js';
import type { FileProblem, FrameworkFile } from '../framework-file.js';
import { formOf } from '../read-framework.js';
import type { KnownIndicator } from '../requirement-check.js';
import { Assembly, isLoose, type Loose } from './assemble.js';
import { isNamed, isRemark, text } from './columns.js';
import { Findings } from './findings.js';
import { codeOf, headRows, readHead } from './read-head.js';
import {
  readIndicators,
  readOptions,
  readRows,
  readScales,
  tellWithoutOptions,
} from './read-lists.js';
import { NEEDED, SHEETS, type SheetKey } from './sheets.js';
import { tableOf, type Table } from './table.js';

/** More than any set of criteria has, and little enough to be read at once. */
const LIMITS = { rows: 2_000, columns: 60, cells: 40_000, characters: 2_000_000 };

type Read = { file: FrameworkFile; problems: [] } | { file: null; problems: FileProblem[] };

/**
 * Reads a framework from an XLSX workbook, with all of its problems at once; see `docs/frameworks.md`.
 * @param hub the indicators that the hub has besides the pillars.
 */
export async function readWorkbook(
  bytes: Buffer,
  hub: readonly KnownIndicator[] = [],
): Promise<Read> {
  try {
    const sheets = await readWorkbookSheets(bytes, (name) => keyOf(name) !== null, LIMITS);
    return frameworkOf(sheets, hub);
  } catch (error) {
    if (error instanceof WorkbookRefused)
      return { file: null, problems: [{ path: '', text: error.text }] };
    throw error;
  }
}

function keyOf(name: string): SheetKey | null {
  const found = Object.entries(SHEETS).find(([, form]) => isNamed(form.name, name));
  return found && isKey(found[0]) ? found[0] : null;
}

function isKey(name: string): name is SheetKey {
  return Object.hasOwn(SHEETS, name);
}

function frameworkOf(workbook: WorkbookContent, hub: readonly KnownIndicator[]): Read {
  const findings = new Findings();
  const contents = contentsOf(workbook, findings);
  const value = valueOf(contents, findings);
  const form = formOf(value);
  const problems = findings.all(
    [
      ...form.problems,
      // What is left out would be missed by the rules, too.
      ...(form.file && !findings.isPartial ? frameworkProblems(form.file, hub) : []),
    ],
    workbook.sheets.map(({ name }) => name),
  );
  return form.file && problems.length === 0
    ? { file: form.file, problems: [] }
    : { file: null, problems };
}

/** The sheets by what they are, with what is wrong with their names. */
function contentsOf({ sheets }: WorkbookContent, findings: Findings): Map<SheetKey, SheetContent> {
  const contents = new Map<SheetKey, SheetContent>();
  for (const { name, hidden, content } of sheets) {
    const key = keyOf(name);
    if (isRemark(name)) continue;
    if (hidden) findings.tell({ sheet: name }, HIDDEN);
    if (!key || !content) findings.tell({ sheet: name }, UNKNOWN);
    else if (contents.has(key)) findings.tell({ sheet: name }, TWICE);
    else contents.set(key, content);
  }
  for (const key of NEEDED)
    if (!contents.has(key)) findings.tellCut({ sheet: SHEETS[key].name.en }, missing(key));
  return contents;
}

function valueOf(contents: ReadonlyMap<SheetKey, SheetContent>, findings: Findings): Loose {
  const head = contents.get('framework');
  const rows = head && headRows(head, findings);
  const assembly = new Assembly(findings, rows ? codeOf(rows) : '');
  const tables = new Map<SheetKey, Table>();
  for (const [key, content] of contents)
    if (key !== 'framework') tables.set(key, tableOf(content, SHEETS[key], findings));
  const value: Loose = rows ? readHead(rows, assembly, findings) : {};
  for (const key of ['sections', 'questions', 'criteria'] as const) {
    const table = tables.get(key);
    if (!table) findings.hush(key);
    else if (table.rows.length === 0) findings.tellOf(key, EMPTY, { sheet: table.sheet, row: 2 });
    else value[key] = readRows(assembly, table, key);
  }
  if (!rows) for (const { path } of SHEETS.framework.columns) findings.hush(path);
  const levels = tables.get('levels');
  if (levels) value['scales'] = readScales(assembly, levels, findings);
  const questions = listIn(value['questions']);
  const options = tables.get('options');
  if (options && tables.has('questions')) readOptions(assembly, options, questions, findings);
  tellWithoutOptions(questions, findings);
  const indicators = tables.get('indicators');
  return { ...value, ...(indicators ? readIndicators(assembly, indicators) : {}) };
}

function listIn(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

function missing(key: SheetKey) {
  const { name } = SHEETS[key];
  return text(
    `Thiếu trang tính “${name.en}” (hoặc “${name.vi}”).`,
    `The sheet “${name.en}” is missing.`,
  );
}

const names = Object.values(SHEETS).map(({ name }) => name);

const UNKNOWN = text(
  `Không có trang tính nào tên như vậy. Các trang: ${names.map(({ vi, en }) => `${en} (${vi})`).join(', ')}; trang ghi chú có tên bắt đầu bằng “ghi chú”.`,
  `There is no sheet of this name. The sheets: ${names.map(({ en }) => en).join(', ')}; the name of a sheet of remarks begins with “note”.`,
);
const TWICE = text('Trang tính này có hai lần.', 'This sheet stands twice.');
const HIDDEN = text(
  'Trang tính này bị ẩn. Hãy cho hiện, hoặc xoá.',
  'This sheet is hidden. Show it, or delete it.',
);
const EMPTY = text('Trang này chưa có dòng nào.', 'This sheet has no rows yet.');
