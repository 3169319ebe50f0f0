import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languageOf, paragraphs, searchable, searchPattern, tidy } from './text.js';

describe('what search compares', () => {
  test.each([
    ['Đắk Lắk', 'dak lak'],
    ['Đăk Lăk', 'dak lak'],
    ['dak lak', 'dak lak'],
    ['ĐẮK LẮK', 'dak lak'],
    ['Hoà Bình', 'hoa binh'],
    ['Hòa Bình', 'hoa binh'],
    ['Quảng Hoà', 'quang hoa'],
    ["N'Trang Lơng", 'ntrang long'],
    ['N’Trang Lơng', 'ntrang long'],
    ['NʼTrang Lơng', 'ntrang long'],
    ['N`Trang Lơng', 'ntrang long'],
    ["Đắk R'Lấp", 'dak rlap'],
    ['Tiểu học – THCS (cơ sở 2)', 'tieu hoc thcs co so 2'],
    ['  hai   khoảng\ttrắng ', 'hai khoang trang'],
    ['Nguyễn Thị Định', 'nguyen thi dinh'],
    ['Ưu, Ữ, ơ, ặ, ỹ', 'uu u o a y'],
    ['Tr\u00ADường\u200B Một', 'truong mot'],
    ['Ðắk Lắk with the letter eth', 'dak lak with the letter eth'],
    ['%_\\', ''],
    ['', ''],
  ])('of “%s” is “%s”', (name, expected) => {
    expect(searchable(name)).toBe(expected);
  });

  test('is the same for composed and decomposed letters', () => {
    for (const name of ['Đắk Nông', 'Hoà Bình', 'Nghĩa Thành'])
      expect(searchable(name.normalize('NFD'))).toBe(searchable(name.normalize('NFC')));
  });

  test('is only letters and digits between single spaces, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = searchable(text);

        expect(once).not.toMatch(/^ | $| {2}|[%_\\'’]/u);
        expect(searchable(once)).toBe(once);
      }),
    );
  });
});

test.each([
  [['hoà bình', 'hòa bình', 'HÒA BÌNH', 'hoa binh'], 'hoa binh'],
  [['Thuý', 'Thúy'], 'thuy'],
  [['Lý Thường Kiệt', 'Lí Thường Kiệt'], 'l[iy] thuong kiet'],
  [['Quý', 'Quí', 'quy'], 'qu[iy]'],
  [['Mỹ Thuỷ', 'Mĩ Thủy'], 'm[iy] thuy'],
  [['Thị Nghĩa'], 'th[iy] nghia'],
  [['Thúi', 'Duy Yên ý'], null],
])('a search for any of %j looks for the same', (texts, pattern) => {
  const patterns = texts.flatMap((text) => [text, text.normalize('NFD')]).map(searchPattern);

  if (pattern === null) expect(patterns.join()).not.toContain('[');
  else expect(new Set(patterns)).toEqual(new Set([pattern]));
});

test('a name is stored composed, visible, with single spaces; sentences keep their lines', () => {
  expect(tidy(' \uFEFFHo\u0300a\u00A0\u2003 Bi\u0300\u200Bnh\n')).toBe('Hòa Bình');
  expect(paragraphs('\u00A0One  two\r\n three \r\n')).toBe('One two\nthree');
});

describe('the language', () => {
  test.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['vi', 'vi'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en-US,en;q=0.9,vi;q=0.8', 'en'],
    ['en;q=0.5, vi;q=0.7', 'vi'],
    ['vi;q=0.5, en;q=0.7', 'en'],
    ['vi;q=0.5, en;q=0.5', 'vi'],
    ['en;q=0, vi;q=0.1', 'vi'],
    ['en;q=0', 'vi'],
    ['fr, en;q=0.1', 'en'],
    ['fr', 'vi'],
    ['*', 'vi'],
    ['eng', 'vi'],
    ['en ; q=0.2, vi;q=0.1', 'en'],
    ['en;q=nonsense, vi', 'vi'],
    [',;,;q=', 'vi'],
  ])('that “%s” prefers is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
