import { describe, expect, test } from '@jest/globals';
import { likenesses, plainCode, plainName, type Described } from './likeness.js';

const place = { unitId: 1, from: null, to: null };
const school = (code: string, name: string, other: Partial<Described> = {}): Described => ({
  ...{ system: 'MOET', code, name, kind: 'PRIMARY_SCHOOL', places: [place] },
  ...other,
});

/** What the new institutions look like, by their codes. */
const alike = (fresh: Described[], recorded: Described[]) =>
  [...likenesses(fresh, recorded)].map(([{ code }, { by, other }]) => [code, by, other.code]);

describe('a code is alike', () => {
  test.each([
    ['with its zeros lost', '670100123'],
    ['with .0', '670100123.0'],
    ['with ,00', '0670100123,00'],
    ['with an apostrophe', "'0670100123"],
    ['with a curly apostrophe', '’0670100123'],
    ['with a back quote and an apostrophe', "`'0670100123"],
    ['with spaces', '0670 100 123'],
    ['with spaces that are kept', '0670\u00A0100\u00A0123\u200B'],
    ['in exponent form', '6.70100123E+08'],
    ['in exponent form with a comma', '6,70100123e8'],
    ['in exponent form without its last digits', '6,701E+08'],
    ['in exponent form, rounded up', '6.70100E+08'],
  ])('%s: %s', (_how, code) => {
    const known = school('0670100123', 'A', { places: [] });

    expect(alike([school(code, 'B')], [known])).toEqual([[code, 'CODE', '0670100123']]);
  });

  test('in other letter case, also in one file', () => {
    expect(alike([school('t03-a', 'A'), school('T03-A', 'B')], [])).toEqual([
      ['T03-A', 'CODE', 't03-a'],
    ]);
  });

  test.each([
    ['is another number', '0670100124'],
    ['has more zeros at its end', '06701001230'],
    ['has letters', 'A0670100123'],
    ['is another rounded number', '6,702E+08'],
    ['is rounded of a longer number', '6,701E+09'],
  ])('but not when it %s', (_how, code) => {
    expect(alike([school(code, 'B')], [school('0670100123', 'A')])).toEqual([]);
  });

  test('but not in another system', () => {
    expect(alike([school('123', 'B', { system: 'EMIS' })], [school('0123', 'A')])).toEqual([]);
  });

  test('but not when it is recorded exactly: it was given to another institution', () => {
    expect(alike([school('0123', 'A')], [school('123', 'B'), school('0123', 'A')])).toEqual([]);
  });

  test('with digits of full width is the same code', () => {
    expect(plainCode('０６７０')).toBe(plainCode('0670'));
  });

  test('with zeros before letters is another one', () => {
    expect(plainCode('0A1')).not.toBe(plainCode('A1'));
  });
});

describe('a name is alike', () => {
  test.each([
    ['Trường Tiểu học Võ Thị Sáu', 'TH Võ Thị Sáu'],
    ['Trường THCS Hoà Bình', 'TRƯỜNG THCS HÒA BÌNH'],
    ['Trường Trung học cơ sở Thuý Sơn', 'THCS  Thúy-Sơn'],
    ['THPT Lý Thường Kiệt', 'trường trung học phổ thông Lí Thường Kiệt'],
    ['Trường TH & THCS Quý Lộc', 'Trường Tiểu học và Trung học cơ sở Quí Lộc'],
    ["Trường Mầm non K'Nàng", 'MN K’Nàng'],
    ['Trường Tiểu học Đắk Mil', 'Trường Tiểu học Ðắk Mil'.normalize('NFD')],
  ])('%s is %s', (one, other) => {
    expect(plainName(one)).toBe(plainName(other));
    expect(alike([school('1', one)], [school('2', other)])).toEqual([['1', 'NAME', '2']]);
  });

  test.each([
    ['Trường Tiểu học Tân Lập', 'Trường Tiểu học Tân Lấp'],
    ['Trường Tiểu học Thúy', 'Trường Tiểu học Thúi'],
    ['Trường Tiểu học Võ Thị Sáu', 'Trường THCS Võ Thị Sáu'],
    ['Trường Tiểu học số 1', 'Trường Tiểu học số 2'],
  ])('%s is not %s', (one, other) => {
    expect(alike([school('1', one)], [school('2', other)])).toEqual([]);
  });

  const other = (places: Described['places'], kind = 'PRIMARY_SCHOOL') =>
    alike([school('1', 'A')], [school('2', 'A', { places, kind })]);

  test('only in one commune on the same days, and of one kind', () => {
    expect(other([place])).toHaveLength(1);
    expect(other([{ unitId: 2, from: null, to: null }])).toEqual([]);
    expect(other([place], 'PRESCHOOL')).toEqual([]);
    const later = { unitId: 1, from: '2020-01-01', to: null };
    const closed = { unitId: 1, from: null, to: '2019-12-31' };
    expect(
      alike([school('1', 'A', { places: [later] })], [school('2', 'A', { places: [closed] })]),
    ).toEqual([]);
  });

  test('in one file, too', () => {
    expect(alike([school('1', 'A'), school('2', 'A'), school('3', 'B')], [])).toEqual([
      ['2', 'NAME', '1'],
    ]);
  });
});
