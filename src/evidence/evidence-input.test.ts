import { describe, expect, test } from '@jest/globals';
import { fileNameProblems, nameProblems } from './evidence-input.js';

describe('a name', () => {
  const codes = (name: string) => nameProblems(name, 'name').map(({ code }) => code);

  test.each([['a'], ['Quyết định số 12'], ['ă'.repeat(200)], ['ă'.normalize('NFD').repeat(200)]])(
    '%j is taken',
    (name) => {
      expect(codes(name)).toEqual([]);
    },
  );

  test.each([
    ['', 'TEXT_MISSING'],
    ['  ', 'TEXT_MISSING'],
    ['a'.repeat(201), 'TEXT_TOO_LONG'],
    ['a\nb', 'NAME_UNFIT'],
    ['a\u0000b', 'NAME_UNFIT'],
    ['fdp.\u202Egnp.exe', 'NAME_UNFIT'],
  ])('%j is not: %s', (name, code) => {
    expect(codes(name)).toEqual([code]);
  });
});

describe('the name of a file', () => {
  const codes = (name: string) => fileNameProblems(name, 'fileName').map(({ code }) => code);

  test.each([['a.pdf'], ['Ảnh.JPEG'], ['a.b.docx'], ['.odt']])('%j is taken', (name) => {
    expect(codes(name)).toEqual([]);
  });

  test.each([
    ['a.exe', ['FILE_TYPE_UNSUPPORTED']],
    ['pdf', ['FILE_TYPE_UNSUPPORTED']],
    ['a.pdf.', ['FILE_TYPE_UNSUPPORTED']],
    ['../../a.pdf', ['NAME_UNFIT']],
    ['C:\\a.exe', ['NAME_UNFIT', 'FILE_TYPE_UNSUPPORTED']],
  ])('%j is not: %j', (name, expected) => {
    expect(codes(name)).toEqual(expected);
  });
});
