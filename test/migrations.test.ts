import { expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { migrate } from '../src/database/migrate.js';
import { migrations } from '../src/database/migrations/index.js';
import { relocateInstitutions } from '../src/institutions/relocation.service.js';
import { openOrm } from '../src/tables.js';
import { bringUpToDate } from '../src/start/bring-up-to-date.js';
import { referenceFramework } from '../seeds/reference/frameworks.js';
import { cloneDatabase } from './support/hub.js';
import { olderDemo } from './support/older-demo.js';

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

test('attributes of institutions become facts with days, and nothing that is known changes', async () => {
  const orm = await openOrm(await olderDemo());
  const em = orm.em.fork();
  const known = async () => [
    await em.execute('select * from progress_count order by 1, 2, 3, 4, 5'),
    await em.execute('select * from institution order by id'),
    await em.execute('select * from institution_period order by id'),
    await em.execute(
      `select institution_id, attribute, value, unit_id, valid_from, recorded_at from institution_fact
       order by institution_id, attribute, valid_from nulls first`,
    ),
  ];
  const before = await known();
  await orm.migrator.down({ to: '20261129300000-evidence-store-owner' });

  await migrate(orm);

  expect(await known()).toEqual(before);
  expect(before.map((rows) => rows.length > 300)).toEqual([true, true, true, true]);
  await bringUpToDate(orm, null);
  expect(await verifyCounts(em)).toEqual([]);
  const units = await em.execute<{ id: number }[]>('select id from administrative_unit');
  const all = units.map(({ id }) => id);
  expect(await relocateInstitutions(em, all, new Date())).toEqual({ moved: 0, unsettled: 0 });
  await orm.close(true);
});

test('frameworks become files that ask and decide the same, and no figure changes', async () => {
  const orm = await openOrm(await olderDemo());
  const em = orm.em.fork();
  const known = async () => [
    await em.execute('select * from progress_count order by 1, 2, 3, 4, 5'),
    await em.execute('select * from indicator_result order by 1, 2'),
    await em.execute('select * from framework_result order by 1, 2'),
    await em.execute('select * from status_update_entry order by 1, 2'),
    await em.execute('select code, valid_from, source, kinds, decides from framework order by id'),
    await em.execute(
      'select asked.id, asked.code, kinds, question.code as question, revision from criterion as asked join question on question.id = question_id order by 1',
    ),
  ];
  const before = await known();
  const at = migrations.findIndex(({ name }) => name === '20261130920000-frameworks-as-files');
  await orm.migrator.down({ to: migrations[at - 1]!.name });

  await migrate(orm);

  const [of, ...columns] = await known();
  expect(of!.length).toBeGreaterThan(100);
  expect([of, ...columns]).toEqual(before);
  await bringUpToDate(orm, null);
  expect(await verifyCounts(em)).toEqual([]);
  const [{ definition } = { definition: null }] = await em.execute(
    'select definition from framework',
  );
  const { criteria, indicators, sections } = await referenceFramework('four-pillar');
  expect(definition).toMatchObject({
    criteria: criteria.map(({ code, section, question, points }) => ({
      code,
      section,
      question,
      points,
    })),
    sections,
    indicators: indicators.map(({ indicator }) => ({ indicator })),
  });
  await orm.close(true);
});
