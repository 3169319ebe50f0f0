import type { SheetContent, SheetRow } from '../../shared/workbook/sheet.js';
import { put, putField, type Assembly, type Loose } from './assemble.js';
import { column, compared, isNamed, isRemark, text, type Column } from './columns.js';
import type { Findings } from './findings.js';
import { HEAD, LEVEL_WHEN } from './head-sheet.js';
import { tellShape, type Table } from './table.js';

/** The columns of the head: the name of a field, and its value; what stands beside them is for people. */
const [FIELD, VALUE] = [1, 2];

/** The names that the header of the head may have. */
export const FIELD_HEADER = text('mục', 'field');
export const VALUE_HEADER = text('giá trị', 'value');

export interface HeadRows {
  content: SheetContent;
  fields: Map<Column, SheetRow>;
  levels: { level: number; row: SheetRow }[];
}

/** Finds the rows of the head by the names of their fields. */
export function headRows(content: SheetContent, findings: Findings): HeadRows {
  tellShape(content, findings);
  const { name: sheet } = content;
  const fields: HeadRows['fields'] = new Map();
  const levels: HeadRows['levels'] = [];
  for (const row of content.rows) {
    const cell = row.cells.get(FIELD);
    const written = cell?.kind === 'TEXT' ? cell.text : '';
    if (isNamed(FIELD_HEADER, written) || isRemark(written)) continue;
    const place = { sheet, row: row.row, column: FIELD };
    const field = HEAD.columns.find(({ header }) => isNamed(header, written));
    const level = LEVEL_WHEN.pattern.exec(compared(written))?.[1];
    if (level !== undefined) levels.push({ level: Number(level), row });
    else if (!field) findings.tell(place, unknownField(written));
    else if (fields.has(field)) findings.tell(place, TWICE);
    else fields.set(field, row);
  }
  for (const field of HEAD.columns)
    if (field.needed && !fields.has(field)) {
      findings.tellOf(field.path, missingField(field), { sheet, row: 1, column: FIELD });
      findings.hush(field.path.split('.', 1).join());
    }
  return { content, fields, levels };
}

/** The code of the framework, before everything else, because requirements may leave it out. */
export function codeOf({ fields }: HeadRows): string {
  const field = HEAD.columns.find(({ path }) => path === 'code');
  const cell = field && fields.get(field)?.cells.get(VALUE);
  return cell?.kind === 'TEXT'
    ? cell.text.trim()
    : cell?.kind === 'NUMBER'
      ? String(cell.number)
      : '';
}

export function readHead(
  { content: { name: sheet }, fields, levels }: HeadRows,
  assembly: Assembly,
  findings: Findings,
): Loose {
  const head: Loose = {};
  const one = (field: Column): Table => ({ sheet, rows: [], columns: new Map([[field, VALUE]]) });
  for (const [field, row] of fields)
    putField(head, field, assembly.value(one(field), row, field, field.path));
  const when = levels
    .filter(({ row }) => row.cells.has(VALUE))
    .map(({ level, row }, index) => {
      const path = `level.levels.${index}.when`;
      const field = column(path, 'REQUIREMENT', LEVEL_WHEN.header(level), LEVEL_WHEN.note);
      const entry: Loose = { level };
      put(entry, 'when', assembly.value(one(field), row, field, path));
      return entry;
    });
  const level = head['level'];
  delete head['level'];
  const given: Loose = typeof level === 'object' && level !== null ? { ...level } : {};
  const { sections, otherwise } = given;
  if (sections !== undefined && (otherwise !== undefined || when.length > 0))
    findings.tellOf('level.sections', TWO_RULES);
  else if (sections !== undefined) head['level'] = { rule: 'LOWEST_SECTION', sections };
  else if (otherwise !== undefined || when.length > 0)
    head['level'] = { rule: 'COMBINATION', levels: when, ...given };
  return head;
}

function unknownField(written: string) {
  return text(
    `Không có mục “${written.trim()}”. Các mục: ${HEAD.columns.map(({ header }) => header.vi).join(', ')}, mức … khi.`,
    `There is no field “${written.trim()}”. The fields: ${HEAD.columns.map(({ header }) => header.en).join(', ')}, level … when.`,
  );
}

function missingField({ header }: Column) {
  return text(
    `Thiếu dòng “${header.vi}” (“${header.en}”). Hãy thêm.`,
    `The row “${header.en}” is missing. Add it.`,
  );
}

const TWICE = text('Mục này có hai lần.', 'This field stands twice.');

const TWO_RULES = text(
  'Mức của bộ tiêu chí chỉ theo một cách: theo nhóm thấp nhất, hoặc theo các điều kiện.',
  'The level of a framework follows one rule only: the lowest section, or requirements.',
);
