import { expect, test } from '@jest/globals';
import { LastErrors } from './last-errors.js';

const line = (more: object) => JSON.stringify({ level: 50, time: 0, ...more });

test('errors are kept as the log says them, the newest first', () => {
  const errors = new LastErrors();
  errors.note(line({ msg: 'a request failed', requestId: 'r-1', err: { message: 'away' } }));
  errors.note(line({ time: 1, msg: 'a stop' }));
  errors.note(line({ time: 2, err: { message: 'thrown bare' } }));

  expect(errors.all).toEqual([
    { at: new Date(2), message: 'thrown bare', reason: null, requestId: null },
    { at: new Date(1), message: 'a stop', reason: null, requestId: null },
    { at: new Date(0), message: 'a request failed', reason: 'away', requestId: 'r-1' },
  ]);
});

test('what is no error is not kept, and of many the last twenty are', () => {
  const errors = new LastErrors();
  errors.note(JSON.stringify({ level: 40, time: 0, msg: 'a warning about "level":50' }));
  for (let number = 1; number <= 25; number += 1)
    errors.note(line({ time: number, msg: `error ${number}` }));

  expect(errors.all).toHaveLength(20);
  expect(errors.all[0]!.message).toBe('error 25');
});
