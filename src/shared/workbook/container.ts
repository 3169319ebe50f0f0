import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { messageOf } from '../errors.js';
import type { Text } from '../text.js';

/** A workbook cannot be read at all, or no further. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';

  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** What may be read of one workbook, so that no file takes more than seconds and some ten megabytes. */
export const WORKBOOK_LIMITS = {
  /** Bytes of the file. */
  file: 10_000_000,
  /** Bytes of the parts that are read, unpacked. */
  unpacked: 40_000_000,
  /** Parts in the file. */
  parts: 2_000,
};

/** How the files of older Office programs, and of encrypted ones, begin. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Whether a file is meant as a workbook, by its name or by how it begins. */
export function isWorkbook(name: string, bytes: Buffer): boolean {
  return (
    /\.(xls[a-z]?|ods)$/i.test(name) || bytes.subarray(0, 2).toString() === 'PK' || isOle(bytes)
  );
}

function isOle(bytes: Buffer): boolean {
  return bytes.subarray(0, OLE.length).equals(OLE);
}

/** The parts of a workbook: XML files in a zip. */
export interface Container {
  has: (part: string) => boolean;
  /** The text of a part, piece by piece, within the limits of the workbook. */
  read: (part: string) => AsyncGenerator<string>;
}

/** @throws WorkbookRefused for whatever is no workbook, is protected, or runs programs. */
export async function openContainer(bytes: Buffer, limits = WORKBOOK_LIMITS): Promise<Container> {
  const tooLarge = new WorkbookRefused(tooLargeText(limits));
  if (bytes.length > limits.file) throw tooLarge;
  if (isOle(bytes)) {
    const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new WorkbookRefused(encrypted ? ENCRYPTED : OLD_FORM);
  }
  const { zip, entries } = await entriesOf(bytes, limits);
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name)))
    throw new WorkbookRefused(MACROS);
  if (!entries.has('xl/workbook.xml'))
    throw new WorkbookRefused(entries.has('xl/workbook.bin') ? OLD_FORM : NO_WORKBOOK);
  let left = limits.unpacked;
  return {
    has: (part) => entries.has(part),
    async *read(part) {
      const entry = entries.get(part);
      if (!entry) throw new WorkbookRefused(damaged(part));
      const decoder = new TextDecoder();
      for await (const piece of contentOf(zip, entry)) {
        left -= piece.length;
        if (left < 0) throw tooLarge;
        yield decoder.decode(piece, { stream: true });
      }
      yield decoder.decode();
    },
  };
}

async function entriesOf(
  bytes: Buffer,
  limits: typeof WORKBOOK_LIMITS,
): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
    if (zip.entryCount > limits.parts) throw new WorkbookRefused(tooLargeText(limits));
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new WorkbookRefused(ENCRYPTED);
      entries.set(entry.fileName, entry);
    }
    return { zip, entries };
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused({
      vi: `Tệp không phải sổ tính .xlsx, hoặc đã hỏng (${messageOf(error)}). Hãy mở tệp trong Excel hay LibreOffice và lưu lại dưới dạng “Excel Workbook (.xlsx)”.`,
      en: `The file is no .xlsx workbook, or it is damaged (${messageOf(error)}). Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.`,
    });
  }
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) if (Buffer.isBuffer(piece)) yield piece;
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused(damaged(`${entry.fileName}: ${messageOf(error)}`));
  }
}

/** @param where the part of the workbook, with what was found. */
export function damaged(where: string): Text {
  return {
    vi: `Sổ tính đã hỏng (${where}). Hãy mở trong Excel hay LibreOffice và lưu lại.`,
    en: `The workbook is damaged (${where}). Open it in Excel or LibreOffice and save it again.`,
  };
}

function tooLargeText({ file, unpacked }: typeof WORKBOOK_LIMITS): Text {
  return {
    vi: `Sổ tính quá lớn: tệp được nhiều nhất ${file / 1e6} MB, giải nén nhiều nhất ${unpacked / 1e6} MB. Hãy xoá hình ảnh, các trang tính không dùng và các dòng trống đã định dạng.`,
    en: `The workbook is too large: at most ${file / 1e6} MB as a file and ${unpacked / 1e6} MB unpacked. Delete pictures, sheets that are not used, and empty rows that are formatted.`,
  };
}

export const TOO_LARGE: Text = tooLargeText(WORKBOOK_LIMITS);

const ENCRYPTED: Text = {
  vi: 'Sổ tính được bảo vệ bằng mật khẩu. Hãy mở, bỏ mật khẩu mở tệp và lưu lại.',
  en: 'The workbook is protected by a password. Open it, remove the password to open, and save it again.',
};

const OLD_FORM: Text = {
  vi: 'Đây là sổ tính kiểu cũ hoặc kiểu nhị phân. Hãy lưu lại dưới dạng “Excel Workbook (.xlsx)”.',
  en: 'This is a workbook of an older or binary form. Save it as “Excel Workbook (.xlsx)”.',
};

const MACROS: Text = {
  vi: 'Sổ tính chứa macro. Hãy lưu lại dưới dạng “Excel Workbook (.xlsx)”, không có macro.',
  en: 'The workbook contains macros. Save it as “Excel Workbook (.xlsx)”, which has none.',
};

const NO_WORKBOOK: Text = {
  vi: 'Tệp nén này không phải sổ tính Excel (.xlsx). Hãy lưu lại dưới dạng “Excel Workbook (.xlsx)”.',
  en: 'This zip file is no Excel workbook (.xlsx). Save it as “Excel Workbook (.xlsx)”.',
};
