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

test('the addresses of the trail are known after the update, and older hubs still sign people in', async () => {
  const orm = await openOrm(await cloneDatabase('empty'));
  const em = orm.em.fork();
  const before = migrations.findIndex(({ name }) => name === '20261129200000-sign-ins');
  await orm.migrator.down({ to: migrations[before - 1]!.name });
  await em.execute(
    `insert into account (id, name, email, password_hash, failed_attempts, locked_until, created_at)
     values (1, 'Một', '1@example.edu.vn', 'x', 5, now(), now())`,
  );
  const entries: [account: number | null, address: string | null, age: string][] = [
    [1, '192.0.2.1', '2 days'],
    [1, '192.0.2.1', '1 day'],
    [1, '::ffff:192.0.2.2', '1 day'],
    [1, '192.0.2.3', '2 years'],
    [1, '2001:db8::1', '1 day'],
    [1, 'unknown', '1 day'],
    [1, null, '1 day'],
    [null, '192.0.2.4', '1 day'],
  ];
  for (const entry of entries)
    await em.execute(
      `insert into audit_event (account_id, account_name, address, action, subject_type, subject_id, at)
       values (?, '', ?, '', '', 1, now() - ?::interval)`,
      entry,
    );

  await migrate(orm);

  const known = await em.execute(
    `select address, round(extract(epoch from now() - signed_in_at) / 86400)::int as days
     from account_address order by address`,
  );
  const accounts = await em.execute(
    'select failed_attempts as failed, locked_until as locked from account',
  );
  expect(known).toEqual([
    { address: '192.0.2.1', days: 1 },
    { address: '192.0.2.2', days: 1 },
  ]);
  expect(accounts).toEqual([{ failed: 5, locked: null }]);
  await orm.close(true);
});
