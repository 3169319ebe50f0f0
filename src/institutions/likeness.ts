import type { LocalDate } from '../shared/dates.js';
import { tidy } from '../shared/text.js';

/** What is compared of an institution in a file, or of one that is recorded. */
export interface Described {
  system: string;
  code: string;
  name: string;
  kind: string;
  /** Where it is, and from when to when; null bounds are open. */
  places: readonly { unitId: number; from: LocalDate | null; to: LocalDate | null }[];
}

/** Two descriptions that may be of one institution: their codes, or their names and communes, are alike. */
export interface Likeness<Known extends Described> {
  by: 'CODE' | 'NAME';
  other: Known;
}

/**
 * Finds for new institutions what they look like. Schools of different kinds may have one name in one
 * commune, as a primary and a secondary school often do; they are not alike.
 * @param fresh those of the file whose code is not recorded, in its order.
 * @param recorded those that are recorded.
 */
export function likenesses<Known extends Described>(
  fresh: readonly Known[],
  recorded: readonly Known[],
): Map<Known, Likeness<Known>> {
  const byCode = Map.groupBy(recorded, codeKeyOf);
  const byName = Map.groupBy(recorded, nameKeyOf);
  const found = new Map<Known, Likeness<Known>>();
  for (const each of fresh) {
    const sameCode = byCode.get(codeKeyOf(each)) ?? [];
    // A code that is recorded was given again to another institution; it has not been mistyped.
    if (sameCode.some(({ code }) => code === each.code)) continue;
    const code = sameCode[0] ?? shortened(each, recorded) ?? shortened(each, fresh);
    const name = byName.get(nameKeyOf(each))?.find((other) => meet(each, other));
    if (code) found.set(each, { by: 'CODE', other: code });
    else if (name) found.set(each, { by: 'NAME', other: name });
    add(byCode, codeKeyOf(each), each);
    add(byName, nameKeyOf(each), each);
  }
  return found;
}

function add<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

const codeKeyOf = ({ system, code }: Described) => `${system}\n${plainCode(code)}`;
const nameKeyOf = ({ name, kind }: Described) => `${kind}\n${plainName(name)}`;

/** Whether two institutions are in one commune on some day. */
function meet(a: Described, b: Described): boolean {
  return a.places.some((one) =>
    b.places.some(
      (other) =>
        one.unitId === other.unitId &&
        (one.from === null || other.to === null || one.from <= other.to) &&
        (other.from === null || one.to === null || other.from <= one.to),
    ),
  );
}

/**
 * What remains of a code when spreadsheets have had it: without spaces and apostrophes, in small
 * letters of plain width, and as a number without zeros before it and without `.0` after it.
 */
export function plainCode(code: string): string {
  const bare = tidy(code)
    .normalize('NFKC')
    .replace(/[\s'’‘ʼ`´]/g, '')
    .toLowerCase();
  const exponent = exponentOf(bare);
  if (exponent && exponent.digits.length <= exponent.zeros + 1)
    return exponent.digits.padEnd(exponent.zeros + 1, '0');
  const [, number = bare] = /^0*(\d+)(?:[.,]0+)?$/.exec(bare) ?? [];
  return number;
}

/** A number in exponent form, 6.70100123E+08: its digits, and how many follow the first one. */
function exponentOf(bare: string): { digits: string; zeros: number } | null {
  const [, first, rest = '', zeros] = /^([1-9])(?:[.,](\d+))?e\+?(\d{1,2})$/.exec(bare) ?? [];
  return first === undefined ? null : { digits: first + rest, zeros: Number(zeros) };
}

/** Whether a code is a number that a spreadsheet wrote in exponent form. */
export function isShortened(code: string): boolean {
  return /^\d[.,]?\d*e\+\d+$/i.test(tidy(code));
}

/** The institution whose code, rounded, is the number in exponent form; it has lost its last digits. */
function shortened<Known extends Described>(
  { system, code }: Described,
  others: readonly Known[],
): Known | undefined {
  const number = exponentOf(tidy(code).toLowerCase());
  if (!number) return undefined;
  const { digits, zeros } = number;
  return others.find((other) => {
    const full = plainCode(other.code);
    if (other.system !== system || other.code === code || full.length !== zeros + 1) return false;
    return Math.round(Number(full) / 10 ** (full.length - digits.length)) === Number(digits);
  });
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What people shorten in the names of schools. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    th: 'tiểu học',
    thcs: 'trung học cơ sở',
    thpt: 'trung học phổ thông',
    ptcs: 'phổ thông cơ sở',
    ptdtbt: 'phổ thông dân tộc bán trú',
    ptdtnt: 'phổ thông dân tộc nội trú',
    mn: 'mầm non',
    mg: 'mẫu giáo',
    tt: 'trung tâm',
    gdtx: 'giáo dục thường xuyên',
    gdnn: 'giáo dục nghề nghiệp',
    cđ: 'cao đẳng',
    đh: 'đại học',
    tc: 'trung cấp',
  }).map(([short, long]) => [short, long.split(' ').map(syllable).join(' ')]),
);

const LEFT_OUT = ['trường', 'và'].map(syllable);

/**
 * What two writings of one name have in common: small letters, no punctuation, tones wherever they
 * stand in a syllable, i or y at its end, abbreviations written out, without the word for school.
 */
export function plainName(name: string): string {
  return tidy(name)
    .toLowerCase()
    .replaceAll('ð', 'đ')
    .replace(/['’‘ʼ`]/g, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ABBREVIATIONS.get(word) ?? syllable(word))
    .filter((word) => !LEFT_OUT.includes(word))
    .join(' ');
}

/** A syllable with its tone after its letters, so that hoà is hòa, and with i for a single y. */
function syllable(word: string): string {
  const letters = word.normalize('NFD');
  const tone = letters.match(TONES)?.join('') ?? '';
  return letters.replace(TONES, '').replace(/^(qu|[bcdđghklmnprstvx]+)y$/, '$1i') + tone;
}
