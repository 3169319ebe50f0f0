import { expect, test } from '@jest/globals';
import { Folded } from './folded.js';

test('records come back in their order, as often as they are asked for', () => {
  const folded = new Folded<{ row: number; name: string | null }>();
  const items = Array.from({ length: 1234 }, (_, row) => ({
    row,
    name: row % 7 === 0 ? null : `Trường Tiểu học “Nguyễn Du” số ${row} 🏫`,
  }));
  for (const item of items) folded.add(item);
  expect([...folded]).toEqual(items);
  expect([...folded]).toEqual(items);
});

test('nothing comes back where nothing was added', () => {
  expect([...new Folded()]).toEqual([]);
});
