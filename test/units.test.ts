import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
});
afterAll(() => hub.close());

test('a code names the unit that had it on the date, and null when none had', async () => {
  const { then, now, gone } = await hub.data(`{
    then: administrativeUnit(code: "24611", on: "2024-01-01") { name }
    now: administrativeUnit(code: "24611", on: "2026-01-01") { name }
    gone: administrativeUnit(code: "67", on: "2026-01-01") { name }
  }`);

  expect(then.name).toBe('Phường Nghĩa Đức');
  expect(now.name).toBe('Phường Bắc Gia Nghĩa');
  expect(gone).toBeNull();
});
