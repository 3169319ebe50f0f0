import { describe, expect, test } from '@jest/globals';
import { damageOf, DAMAGES, type Damage } from './damaged-text.js';

/** Names that have in them what could be taken for damage. */
const REAL = [
  [
    'of schools',
    'Trường THPT Ngô Quyền',
    'Trường PTDTBT THCS A Mú Sung',
    'Trường TH Số 1 (cơ sở 2)',
  ],
  [
    'with quotation marks',
    'Trường “Ươm mầm”',
    'Trường "Hoa Mai"',
    'UBND “XÃ”',
    '«Nhà lá» Má',
    '“LÊ LÊ”',
  ],
  [
    'with apostrophes',
    "Đạ K'Nàng",
    "Đắk R'Măng",
    "Ea H'leo",
    "Xã Ia H' Drai",
    'N’Trang Lơng',
    "B'Lao",
  ],
  [
    'of Ê Đê, Gia Rai, Ba Na, Cơ Ho',
    'Čư M’gar',
    'Buôn Ƀuôr',
    'Ŏ Č̆ư̆ Ñ',
    'Êđê Krông Búk',
    'Pơ̆ng Drang',
  ],
  [
    'in capitals',
    'XÃ TÂN LẬP',
    'XÃ\u00A0TAM GIANG',
    'THỊ XÃ',
    'XÃ – PHƯỜNG',
    'TRÀ ÔN',
    'XÃ',
    'BÀ RÁ',
  ],
  [
    'with spaces that are kept',
    'XÃ\u00A0AN BÌNH',
    'NGÔ\u00A0QUYỀN',
    'TRÀ\u00A0VINH',
    'xã\u00A0Hà\u00A0Tiên',
  ],
  [
    'in French',
    'Lycée français de Hanoï',
    'École Saint-Benoît, août où Noël',
    'Cœur Île Haïti aérien',
  ],
  ['in German', 'Straße München Österreich', 'Goethe-Institut Größe'],
  ['in English', 'British Vietnamese International School', 'Reigate Grammar School – “R.G.S.”'],
  ['with hidden characters', 'Tr\u00ADường', 'Lâm\u00ADHà', 'Trường\u200B Một', 'Thôn\u00ADBa'],
  [
    'with signs',
    'Điều 5 § 2',
    'Microsoft®',
    '© 2025 Bộ',
    'A·B TH·THCS',
    '30 m²',
    '3×4',
    '5 £',
    '±1',
    'A¹',
  ],
  [
    'with letters of one code',
    'Hà Nam',
    'Tân An',
    'Quỳ',
    'Lý Sơn',
    'Cần Giờ',
    'giò',
    'quì',
    'Ngoã',
    'khoẻ',
  ],
  ['with numbers', '202/2025/QH15', '1.234,5 (*)', 'Quận 1', 'A & B', 'N.T Phong Hải'],
  ['that are addresses', 'https://moet.gov.vn/tra?ma=1', 'www.vnedu.vn/a?b', 'moet.gov.vn/tim?q=a'],
].flatMap(([what, ...texts]) => texts.map((text) => [what!, text] as const));

const bytesOf = (text: string) => new TextEncoder().encode(text);
const readAs = (encoding: string) => (text: string) =>
  new TextDecoder(encoding).decode(bytesOf(text));
const inLatin1 = (text: string) =>
  [...bytesOf(text)].map((byte) => String.fromCharCode(byte)).join('');
const twice = (read: (text: string) => string) => (text: string) => read(read(text));

const VIETNAMESE = [
  'Trường Tiểu học Võ Thị Sáu',
  'Trường THCS Nguyễn Bá Ngọc',
  'TRƯỜNG THPT NGÔ QUYỀN',
  'Hà Nam',
  'Lâm Hà',
  'Sóc Trăng',
  'Xã Lũng Cú',
  'Đà Nẵng',
  'Quyết định số 12/QĐ-UBND',
];

test.each(REAL)('a real text %s is taken as it is: %s', (_what, text) => {
  for (const written of [text, text.normalize('NFD')]) expect(damageOf(written)).toBeNull();
});

describe('a text is damaged', () => {
  test.each<[string, (text: string) => string]>([
    ['Windows-1252', readAs('windows-1252')],
    ['Windows-1258', readAs('windows-1258')],
    ['ISO 8859-1', inLatin1],
    ['a Macintosh', readAs('macintosh')],
    ['Windows-1252 twice', twice(readAs('windows-1252'))],
    ['Windows-1258 twice', twice(readAs('windows-1258'))],
    ['Windows-1252, with its accents apart', (text) => inLatin1(text.normalize('NFD'))],
  ])('when UTF-8 was read as %s', (_encoding, misread) => {
    for (const text of VIETNAMESE)
      expect([text, damageOf(misread(text))]).toEqual([text, 'MISREAD']);
  });

  test.each<[Damage, string]>([
    ['REPLACED', 'TrÆ°á»\uFFFDng Tiá»ƒu há»\uFFFDc'],
    ['REPLACED', 'Tr\uFFFDng Ti\uFFFDu h\uFFFDc'],
    ['BROKEN', 'Tr\u0000\u01B0ng'],
    ['BROKEN', 'Trường \uD83D'],
    ['QUESTION_MARKS', 'Tr??ng Ti?u h?c'],
    ['QUESTION_MARKS', 'Võ Th? Sáu'],
    ['QUESTION_MARKS', 'Xã Yên M?'],
    ['QUESTION_MARKS', '?inh Tiên Hoàng'],
    ['QUESTION_MARKS', "Xã ?? M'Rong"],
    ['QUESTION_MARKS', '???'],
    ['TCVN3', 'Tr\u00ADêng TiÓu häc Vâ ThÞ S¸u'],
    ['TCVN3', 'X· T©n LËp'],
    ['TCVN3', '§inh Tiªn Hoµng'],
    ['TCVN3', 'H¹ Long'],
    ['TCVN3', 'TØnh Thanh Hãa'],
    ['TCVN3', 'Trýõng Quâòn'],
    ['VNI', 'Tröôøng Tieåu hoïc Nguyeãn Baù Ngoïc'],
    ['VNI', 'TRÖÔØNG TIEÅU HOÏC'],
    ['VNI', 'Tænh Kon Tum'],
    ['VNI', 'Thanh Hoùa'],
  ])('in the way %s: %s', (damage, text) => {
    expect(damageOf(text)).toBe(damage);
  });
});

test('a sentence may ask something, and is damaged only where no question can be', () => {
  const asked = 'Vì sao chưa đếm? Chưa rõ. Có đúng không?';

  expect(damageOf(asked, { sentences: true })).toBeNull();
  expect(damageOf(asked)).toBe('QUESTION_MARKS');
  expect(damageOf('Ch?a ?ếm', { sentences: true })).toBe('QUESTION_MARKS');
});

test('each damage is told in both languages, with what to do', () => {
  for (const { code, text } of Object.values(DAMAGES)) {
    expect(code).toBe('TEXT_DAMAGED');
    expect(text.vi).toMatch(/; hãy .*(CSV UTF-8|UniKey)/);
    expect(text.en).toMatch(/; (take|convert) .*(CSV UTF-8|UniKey)/);
  }
});

test('a text of a million letters without a space takes no longer than it is long', () => {
  const begun = performance.now();

  for (const letter of ['a', 'ô', '·', 'w', '?a'])
    damageOf(letter.repeat(1_000_000), { sentences: true });

  expect(performance.now() - begun).toBeLessThan(10_000);
});
