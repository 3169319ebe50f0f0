/** A file whose text could be read. */
interface CsvFile {
  name: string;
  content: string;
}

/** A file as it was chosen: its text, or why it has none. */
export type ChosenFile =
  CsvFile | { name: string; unfit: 'spreadsheet' | 'not-utf-8' | 'unreadable' };

/** Reads a CSV file in UTF-8, with or without a byte-order mark. */
export async function readCsv(file: File): Promise<ChosenFile> {
  const { name } = file;
  // A folder that was dropped, or a file that is gone by now.
  const read = await file.arrayBuffer().catch(() => null);
  if (!read) return { name, unfit: 'unreadable' };
  const bytes = new Uint8Array(read);
  if (isSpreadsheet(name, bytes)) return { name, unfit: 'spreadsheet' };
  try {
    return { name, content: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, unfit: 'not-utf-8' };
  }
}

/** Whatever its name says: XLSX and ODS are archives, which begin with PK. */
function isSpreadsheet(name: string, [first, second]: Uint8Array): boolean {
  return /\.(xlsx?|xlsm|ods|numbers)$/i.test(name) || (first === 0x50 && second === 0x4b);
}
