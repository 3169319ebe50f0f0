import { expect, test } from '@jest/globals';
import { OnceAMinute } from './once-a-minute.js';

test('the first is due, and the next one a minute later', () => {
  let now = 5000;
  const line = new OnceAMinute(() => now);

  expect(line.isDue()).toBe(true);
  expect(line.isDue()).toBe(false);
  now += 59_999;
  expect(line.isDue()).toBe(false);
  now += 1;
  expect(line.isDue()).toBe(true);
  expect(line.isDue()).toBe(false);
});
