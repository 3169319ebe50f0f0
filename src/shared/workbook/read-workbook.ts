import { readBook } from './book.js';
import { openContainer } from './container.js';
import { readSheet, type SheetContent, type SheetLimits } from './sheet.js';

export interface WorkbookContent {
  /** In the order of the workbook, hidden ones too; only those that are wanted have content. */
  sheets: { name: string; hidden: boolean; content: SheetContent | null }[];
}

/**
 * Reads the sheets that are wanted, part by part, so that a workbook takes little more than what is kept of it.
 * @throws WorkbookRefused for what is no workbook, is protected, runs programs, or is beyond the limits.
 */
export async function readWorkbookSheets(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limits: SheetLimits,
): Promise<WorkbookContent> {
  const container = await openContainer(bytes);
  const book = await readBook(container, limits.cells);
  const sheets: WorkbookContent['sheets'] = [];
  const left = { ...limits };
  for (const sheet of book.sheets)
    sheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      content: wanted(sheet.name) ? await readSheet(container, book, sheet, limits, left) : null,
    });
  return { sheets };
}
