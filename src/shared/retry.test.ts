import { expect, test } from '@jest/globals';
import { waitAfter } from './retry.js';

test.each([
  [1, 0, 500],
  [1, 0.5, 750],
  [2, 0, 1000],
  [5, 0, 8000],
  [12, 0, 1_024_000],
  [13, 0, 1_800_000],
  [2000, 0.5, 2_700_000],
])('after %i failures and by chance %f it waits %i ms', (failures, random, wait) => {
  expect(waitAfter(failures, random)).toBe(wait);
});
