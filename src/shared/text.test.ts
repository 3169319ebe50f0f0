import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languageOf, searchable } from './text.js';

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
