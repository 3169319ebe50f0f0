import { expect, test } from '@jest/globals';
import { StatementWatch, withoutValues, type ToldStatement } from './statement-watch.js';

test('a statement is told without the values in it', () => {
  const text = `select "a1", t.b2 from t
    where name = 'Nguyễn ''Văn'' A' and id = 42 and share > 0.5 and code = $1 limit 10`;

  expect(withoutValues(text)).toBe(
    'select "a1", t.b2 from t where name = ? and id = ? and share > ? and code = $1 limit ?',
  );
  expect(withoutValues(`select ${'x, '.repeat(1000)}`)).toHaveLength(1000);
});

test('only what took long or waited in vain is told, and counted', () => {
  const told: ToldStatement[] = [];
  const watch = new StatementWatch(500, (statement) => told.push(statement));
  const hours = performance.now() - 3_600_000;

  watch.ended('select 1', performance.now(), null);
  watch.ended('select $1', hours, null);
  watch.ended('update t', performance.now(), '55P03');

  expect(told.map(({ kind, statement }) => [kind, statement])).toEqual([
    ['SLOW', 'select $1'],
    ['LOCKED', 'update t'],
  ]);
  expect(told[0]!.milliseconds).toBeGreaterThanOrEqual(3_600_000);
  expect([watch.slow, watch.locked]).toEqual([1, 1]);
});

test('without a limit nothing is slow', () => {
  const watch = new StatementWatch(0, () => {
    throw new Error('told');
  });

  watch.ended('select 1', -3_600_000, null);

  expect(watch.slow).toBe(0);
});
