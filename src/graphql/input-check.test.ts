import { describe, expect, test } from '@jest/globals';
import { urlProblems } from './input-check.js';

describe('a web address', () => {
  const codes = (url: string) => urlProblems(url, 'url').map(({ code }) => code);

  test.each([['https://truong.edu.vn/quyết-định?số=1'], ['HTTP://Example.edu.vn']])(
    '%j is one',
    (url) => {
      expect(codes(url)).toEqual([]);
    },
  );

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['ftp://example.edu.vn/'],
    ['//example.edu.vn/'],
    ['example.edu.vn'],
    ['https://'],
    [''],
    ['https://user:secret@example.edu.vn/'],
    [`https://example.edu.vn/${'a'.repeat(2000)}`],
  ])('%j is none', (url) => {
    expect(codes(url)).toEqual(['URL_UNFIT']);
  });
});
