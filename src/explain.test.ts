import { expect, test } from '@jest/globals';
import { busy, outcomeUnknown, readably, unavailable } from './database/refusals.js';
import { explain } from './explain.js';

test('a command tells what became of the database, in its words', () => {
  const gone = new Error('Connection terminated unexpectedly');

  expect(explain(unavailable(gone))).toMatch(
    /^DATABASE_LOST: The database went away: Connection terminated unexpectedly\. What was begun/,
  );
  expect(explain(outcomeUnknown(gone))).toMatch(/^DATABASE_OUTCOME_UNKNOWN: /);
  const lock = { code: '55P03', severity: 'ERROR', message: 'canceling statement' };
  expect(explain(readably(Object.assign(new Error(lock.message), lock)))).toMatch(
    /^DATABASE_BUSY: Others are changing the data: canceling statement\./,
  );
  expect(explain(busy(new Error('no turn')))).toMatch(/^DATABASE_BUSY: /);
});

test('what the statement did wrong stays as the database says it', () => {
  const wrong = Object.assign(new Error('division by zero'), { code: '22012', severity: 'ERROR' });

  expect(readably(wrong)).toBe(wrong);
});
