import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre';
import type { FrameworkFile } from '../../src/frameworks/framework-file.js';
import { readFramework } from '../../src/frameworks/read-framework.js';
import { workbookOf } from '../../src/frameworks/workbook/write-workbook.js';

/** The framework of an example of the documentation. */
export function exampleFramework(name: string): FrameworkFile {
  const { file, problems } = readFramework(
    readFileSync(`docs/examples/framework-${name}.json`, 'utf8'),
  );
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

/** A workbook that can be changed anywhere, as people do. */
export class OpenWorkbook {
  constructor(public sheets: WriteSheet[]) {}

  sheet(name: string): WriteSheet {
    const found = this.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  }

  /** Sets a cell such as E7. */
  set(sheet: string, cell: string, value: CellValue): void {
    const [row, column] = placeOf(cell);
    const rows = this.rows(sheet);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  }

  /** Puts a formula, a format or a comment on a cell. */
  put(sheet: string, cell: string, details: Partial<Cell>): void {
    const [row, column] = placeOf(cell);
    this.sheet(sheet).cells ??= new Map();
    this.sheet(sheet).cells?.set(`${row},${column}`, details);
  }

  rows(sheet: string): CellValue[][] {
    return this.sheet(sheet).rows ?? [];
  }

  async bytes(options: Omit<Parameters<typeof writeXlsx>[0], 'sheets'> = {}): Promise<Buffer> {
    return Buffer.from(await writeXlsx({ ...options, sheets: this.sheets }));
  }
}

/** An example as a workbook that was saved by another program. */
export async function openExample(name = 'two-groups'): Promise<OpenWorkbook> {
  const { sheets } = await readXlsx(await workbookOf(exampleFramework(name)));
  return new OpenWorkbook(sheets.map(({ name: sheet, rows }) => ({ name: sheet, rows })));
}

function placeOf(cell: string): [row: number, column: number] {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return [Number(row) - 1, letter.charCodeAt(0) - 65];
}
