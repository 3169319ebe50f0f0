import type { Reason } from './csv-problem.js';
import type { Text } from './text.js';

/** How a text lost its letters in programs that took it for another kind of text. */
export type Damage = 'REPLACED' | 'BROKEN' | 'QUESTION_MARKS' | 'MISREAD' | 'TCVN3' | 'VNI';

/**
 * Finds a text whose letters were lost or misread. Only what no text really has is a sign of it, so
 * that names in French or Ê Đê, quotations and addresses are taken as they are.
 * @param options.sentences whether the text may ask something, as a note does.
 */
export function damageOf(text: string, { sentences = false } = {}): Damage | null {
  if (text.includes('\uFFFD')) return 'REPLACED';
  if (text.includes('\0') || !text.isWellFormed()) return 'BROKEN';
  if (isMisread(text)) return 'MISREAD';
  if (hasLostLetters(text, sentences)) return 'QUESTION_MARKS';
  // The old fonts used the codes of Latin-1, so a text with other letters is not written in them.
  if (/[^\p{ASCII}\u0080-\u00FF]/u.test(text)) return null;
  if (TCVN3.test(text)) return 'TCVN3';
  return VNI.test(text) ? 'VNI' : null;
}

/** A question mark in a word or at its beginning; where nothing is asked, also at its end. */
function hasLostLetters(text: string, sentences: boolean): boolean {
  const words = text.replace(/\S+/g, (word) => (ADDRESS.test(word) ? ' ' : word));
  return /\?\p{L}|^\?[?\s]+$/u.test(words) || (!sentences && /\p{L}\?|\?\?/u.test(words));
}

/** What only addresses have; it is looked for word by word, so that a long text takes no longer than its length. */
const ADDRESS = /:\/\/|www\.|=/i;

/**
 * What UTF-8 becomes when it is read as Windows-1252 or 1258, ISO 8859-1 or Macintosh, once or
 * several times, and what no language writes.
 */
const NEVER_WRITTEN = new RegExp(
  [
    // ạ to ỹ, ơ and ư, ă and đ, ĩ and ũ
    'áº|á»(?![\\s.,;:)]|$)|Æ[°¡¯\u00A0]|Ä[‘ƒ‚\u0082\u0083\u0090\u0091]|Ä©|Å©',
    // À to ý
    '[ÃĂ][¡-¦¨©«-\u00AD¯±´-¶¸¼-¿€‚ƒ„†‡ˆ‰Š‹ŒŽšœžŸ\u0080-\u009F]|[ÃĂ][ª²³¹º]\\p{Ll}|[ÃĂ]…Â',
    // quotation marks and dashes, and accents that stand alone
    'â€|Ì[€‚ƒ†‰£\u0080-\u009F]',
    // all of them on a Macintosh
    '·[∫ª]|∆[∞°Ø†]|ƒ[ëêÉÇ]|\\p{L}√[^\\s\\d]',
  ].join('|'),
  'u',
);

/** Such letters that could also be the end of XÃ, before a quotation mark or a space that is kept. */
const PERHAPS_MISREAD = /[ÃĂ][ª²³¹º’“”•™]|[ÃĂ]\u00A0(?![\p{Lu}\p{N}])/gu;

function isMisread(text: string): boolean {
  if (NEVER_WRITTEN.test(text)) return true;
  const rest = text.replace(PERHAPS_MISREAD, '');
  // Where it was misread nothing else is left; and in capitals à would not come after XÃ.
  if (rest === text || /[^\p{ASCII}]/u.test(rest)) return false;
  return /\p{Ll}/u.test(rest) || /[ÃĂ][^\u00A0]/u.test(text);
}

const CONSONANTS = 'B-DF-HJ-NP-TV-Xb-df-hj-np-tv-x';

/** Signs of TCVN3 (ABC) and of Windows-1258 where they were read as Latin-1. */
const TCVN3 = new RegExp(
  [
    // a symbol inside a word: T«n, H­ng
    '\\p{L}[¡-©ª«¬®µ¶¸¹¼-¾×÷]\\p{L}|\\p{L}»\\p{Ll}|\\p{Ll}·\\p{Ll}',
    `[${CONSONANTS}®]\u00AD(?:[êëìíî¬ui]|ng)`,
    // one at its beginning or its end: §inh, X·, H¹ Long
    '(?<![\\p{L}\\p{N}])(?:[®§]\\p{L}|[¢-¦]\\p{Ll})',
    '\\p{L}[µ¶¸·ª«¬¨](?![\\p{L}\\p{N}])|\\p{L}¹\\s+\\p{L}',
    // several together, capitals inside a word, and ß after a consonant: §¹i, TiÓu, TØnh, Hßa
    `[§¨©ª«¬®µ¶·¸¹]{2}|\\p{Ll}[À-ÖØ-Þ]|\\p{L}[ÄÅÆÇËÎÏÑÖØÜÞ]\\p{Ll}|[${CONSONANTS}]ß`,
    // Windows-1258: Quâòn, Trýng
    `[âêôõý][ìò]|[${CONSONANTS}]ý[nou]`,
  ].join('|'),
  'u',
);

/** Vowels and the letters that VNI writes after them as their marks: öô, aù, eå. */
const VNI =
  /[aeouyôö][øå]|[aeuyôö]ù|[aeouyôö]õ|[aeuyôö]û|[ôö]ï|öô|[aeo]â|[ae][áàã]|[aeo]ä|où\p{L}|ænh|ñò/iu;

const SAVE_AGAIN: [string, string] = [
  'hãy lấy lại từ tệp gốc và lưu dưới dạng UTF-8 (trong Excel: “CSV UTF-8”)',
  'take it from the original file again, and save that as UTF-8 (in Excel “CSV UTF-8”)',
];

const TO_UNICODE: [string, string] = [
  'hãy chuyển mã sang Unicode, chẳng hạn bằng UniKey (Ctrl+Shift+F6), rồi nhập lại',
  'convert it to Unicode, with UniKey (Ctrl+Shift+F6), say, and import it again',
];

function damaged(vi: string, en: string, [viRemedy, enRemedy]: [string, string]): Reason {
  return { code: 'TEXT_DAMAGED', text: { vi: `${vi}; ${viRemedy}`, en: `${en}; ${enRemedy}` } };
}

/** What to tell the author of a damaged text. */
export const DAMAGES: Readonly<Record<Damage, Reason>> = {
  REPLACED: damaged(
    'có ký tự � thay cho chữ đã mất',
    'has the sign � instead of letters that were lost',
    SAVE_AGAIN,
  ),
  BROKEN: damaged(
    'có ký tự không phải chữ (mã 0, hoặc nửa ký tự)',
    'has signs that are no letters (code 0, or half a sign)',
    SAVE_AGAIN,
  ),
  QUESTION_MARKS: damaged(
    'có dấu ? thay cho chữ có dấu đã mất',
    'has question marks instead of letters that were lost',
    SAVE_AGAIN,
  ),
  MISREAD: damaged(
    'là chữ UTF-8 đã bị đọc nhầm bằng bảng mã khác',
    'is UTF-8 that was read as if it were another encoding',
    SAVE_AGAIN,
  ),
  TCVN3: damaged('là chữ TCVN3 (phông .Vn…)', 'is written in TCVN3 (a .Vn… font)', TO_UNICODE),
  VNI: damaged('là chữ VNI (phông VNI-…)', 'is written in VNI (a VNI-… font)', TO_UNICODE),
};

/**
 * The damaged texts in what was read from JSON, each with its place, such as `components.0.name.vi`; only
 * what is a name asks nothing.
 */
export function damagesIn(
  value: unknown,
  path: readonly string[] = [],
): { path: string; text: Text }[] {
  if (typeof value === 'string') {
    const damage = damageOf(value, { sentences: !path.includes('name') });
    return damage ? [{ path: path.join('.'), text: DAMAGES[damage].text }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => damagesIn(each, [...path, key]));
}
