import { expect, test } from '@jest/globals';
import { isAmong, ReminderAudience } from './audience.js';

const TODAY = '2026-11-20';

test.each([
  [null, '2026-11-20', ['NOT_BEGUN']],
  [null, '2026-11-19', ['NOT_BEGUN', 'OVERDUE']],
  ['DRAFT', '2026-11-20', ['DRAFT']],
  ['WITHDRAWN', '2026-11-20', ['DRAFT']],
  ['RETURNED', '2026-11-19', ['RETURNED', 'OVERDUE']],
] as const)('a report in the state %s that is due on %s is among %j', (state, dueOn, expected) => {
  const among = Object.values(ReminderAudience).filter((each) =>
    isAmong({ state, dueOn }, [each], TODAY),
  );
  expect(among).toEqual(expected);
});

test('of several who are chosen one is enough, and of none nobody is among them', () => {
  const institution = { state: null, dueOn: '2026-11-01' };
  expect(isAmong(institution, ['DRAFT', 'OVERDUE'], TODAY)).toBe(true);
  expect(isAmong(institution, [], TODAY)).toBe(false);
});
