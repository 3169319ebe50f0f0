import { expect, test } from '@jest/globals';
import { attachment } from './attachment.js';

test.each([
  ['a b.pdf', `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
  [
    'Quyết định.pdf',
    `attachment; filename="Quyet dinh.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf`,
  ],
  [
    `a"b\\c;d'(e)*.png`,
    `attachment; filename="a_b_c_d__e__.png"; filename*=UTF-8''a%22b%5Cc%3Bd%27%28e%29%2A.png`,
  ],
  ['学校.odt', `attachment; filename="__.odt"; filename*=UTF-8''%E5%AD%A6%E6%A0%A1.odt`],
])('the name %j is sent as %s', (name, header) => {
  expect(attachment(name)).toBe(header);
});
