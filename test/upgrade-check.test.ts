import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { command } from './support/command.js';
import { cloneDatabase } from './support/hub.js';

let folder: string;
let version: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-upgrade-'));
  ({ version } = JSON.parse(await readFile('package.json', 'utf8')));
});
afterAll(() => rm(folder, { recursive: true }));

const check = (url: string) =>
  command(['upgrade', '--check'], { DATABASE_URL: url, HUB_DATA_DIR: folder });

/** A database of a hub, and what changes it as if another version had been there. */
async function databaseOf(statement: string): Promise<{ url: string; client: pg.Client }> {
  const url = await cloneDatabase('empty');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  return { url, client };
}

test('a database that is up to date needs nothing', async () => {
  const { status, out } = await check(await cloneDatabase('empty'));

  expect(out).toContain(`This is version ${version}; the tables were changed last by version`);
  expect(out).toContain('The tables are up to date; its start changes nothing of them.');
  expect([status, out.trim().split('\n').at(-1)]).toEqual([0, 'Nothing has to be done first.']);
});

test('an older one is told what a start would do and what has to be done first, and stays as it was', async () => {
  const { url, client } = await databaseOf(
    `delete from mikro_orm_migrations where name = (select max(name) from mikro_orm_migrations)`,
  );
  const migrations = async () =>
    (await client.query('select name from mikro_orm_migrations order by id')).rows;
  const before = await migrations();

  const { status, out } = await check(url);

  expect(status).toBe(2);
  expect(out).toMatch(/Its start changes the tables with 1 migration\(s\), all or none: \d{14}-/);
  expect(out).toMatch(/First: Make a backup .* the hub has made none by itself/);
  // It is this test that is connected.
  expect(out).toMatch(/First: Stop every hub of the version before: 1 connection/);
  expect(await migrations()).toEqual(before);
  await client.end();
});

test('one that a newer hub has migrated is refused', async () => {
  const { url, client } = await databaseOf(
    `insert into mikro_orm_migrations (name, hub_version) values ('20991231000000-later', '7.8.9')`,
  );
  await client.end();

  const { status, out } = await check(url);

  expect(status).toBe(2);
  expect(out).toContain('First: A newer hub has migrated the database (20991231000000-later)');
});

test('without a database there is nothing to upgrade, and none is made', async () => {
  const place = join(folder, 'new');

  const finished = await command(['upgrade', '--check'], { HUB_DATA_DIR: place });

  expect(finished).toMatchObject({ status: 0, err: '' });
  await expect(readFile(place)).rejects.toMatchObject({ code: 'ENOENT' });
});
