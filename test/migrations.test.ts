import { expect, test } from '@jest/globals';
import { migrate } from '../src/database/migrate.js';
import { migrations } from '../src/database/migrations/index.js';
import { openOrm } from '../src/tables.js';
import { cloneDatabase } from './support/hub.js';

test('the migrations make exactly the tables that the entities describe', async () => {
  const orm = await openOrm(await cloneDatabase('empty'));

  const missing = await orm.schema.getUpdateSchemaSQL({ wrap: false });

  expect(missing.trim()).toBe('');
  await orm.close(true);
});

test('two hubs that start at once on one database migrate it once', async () => {
  const url = await cloneDatabase('empty');
  const first = await openOrm(url);
  const second = await openOrm(url);
  await first.em.fork().execute('drop schema public cascade; create schema public');

  await Promise.all([migrate(first), migrate(second)]);

  const rows = await first.em.fork().execute('select name from mikro_orm_migrations');
  expect(rows).toEqual(migrations.map(({ name }) => ({ name })));
  await Promise.all([first.close(true), second.close(true)]);
});
