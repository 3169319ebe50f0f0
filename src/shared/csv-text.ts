import { unreadable } from './csv-problem.js';
import { damageOf } from './damaged-text.js';
import type { Text } from './text.js';
import { utf8Text } from './utf8.js';

const UTF_16: Text = {
  vi: 'tệp ở dạng “Unicode Text” (UTF-16), không phải UTF-8; hãy mở tệp bằng Excel và lưu lại dưới dạng “CSV UTF-8”',
  en: 'the file is “Unicode Text” (UTF-16), not UTF-8; open it in Excel and save it as “CSV UTF-8”',
};

const WORKBOOK: Text = {
  vi: 'tệp là sổ tính Excel, không phải CSV; hãy mở tệp và lưu trang tính dưới dạng “CSV UTF-8”',
  en: 'the file is an Excel workbook, not CSV; open it and save the sheet as “CSV UTF-8”',
};

const OLD_FONT: Text = {
  vi: 'chữ trong tệp là TCVN3 hoặc VNI, không phải Unicode; hãy chuyển mã sang Unicode (chẳng hạn bằng UniKey, Ctrl+Shift+F6), rồi lưu lại dưới dạng “CSV UTF-8”',
  en: 'the text of the file is TCVN3 or VNI, not Unicode; convert it to Unicode (with UniKey’s Ctrl+Shift+F6, say), then save it as “CSV UTF-8”',
};

const NOT_UTF_8: Text = {
  vi: 'tệp không phải là văn bản UTF-8 (có lẽ là Windows-1258 hoặc ANSI); hãy mở tệp bằng Excel, xem chữ có dấu có đúng không, rồi lưu lại dưới dạng “CSV UTF-8”',
  en: 'the file is not UTF-8 text; save it as “CSV UTF-8”. It may be Windows-1258 or ANSI: open it in Excel and see that its letters are right before you save it',
};

/** The first bytes of files that are often taken for CSV. */
const BEGINNINGS: readonly { bytes: readonly number[]; text: Text }[] = [
  { bytes: [0xff, 0xfe], text: UTF_16 },
  { bytes: [0xfe, 0xff], text: UTF_16 },
  { bytes: [0x50, 0x4b, 0x03, 0x04], text: WORKBOOK },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], text: WORKBOOK },
];

/**
 * The text of a file in UTF-8, without its byte-order mark.
 * @throws ImportError when it is something else, with what to do.
 */
export function textOf(content: Uint8Array): string {
  const known = BEGINNINGS.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte));
  if (known) throw unreadable(1, known.text);
  const text = new TextDecoder('utf-8').decode(content);
  // UTF-16 may pass as UTF-8, but no text in the database contains this character.
  if (text.includes('\0')) throw unreadable(1, UTF_16);
  // A text that some program damaged and then saved as UTF-8 has this sign too.
  if (!text.includes('\uFFFD') || utf8Text(content) !== null) return text;
  const damage = damageOf(new TextDecoder('windows-1252').decode(content));
  const old = damage === 'TCVN3' || damage === 'VNI';
  throw unreadable(rowOf(text, text.indexOf('\uFFFD')), old ? OLD_FONT : NOT_UTF_8);
}

function rowOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n?|\n/).length;
}
