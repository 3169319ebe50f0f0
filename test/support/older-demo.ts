import { seedDemo } from '../../seeds/demo/demo.js';
import { migrations } from '../../src/database/migrations/index.js';
import { roleOf } from '../../src/database/service-role.js';
import { bringUpToDate } from '../../src/start/bring-up-to-date.js';
import { openOrm } from '../../src/tables.js';
import { cloneDatabase, serviceUrlOf, type TestHub } from './hub.js';
import { TODAY } from './reporting.js';

/**
 * The URL of a database with the demo that asks the four pillars alone: older hubs had no place for
 * several frameworks in a round, so their tables can hold nothing more.
 */
export async function olderDemo(): Promise<string> {
  const url = await cloneDatabase('empty');
  const orm = await openOrm(url);
  await seedDemo(orm.em.fork(), TODAY, ['four-pillar']);
  await orm.close(true);
  return url;
}

/** Takes the database of a hub back to before a migration, and brings it up to date again. */
export async function migrateAgain(
  { databaseUrl }: Pick<TestHub, 'databaseUrl'>,
  migration: string,
): Promise<void> {
  const orm = await openOrm(databaseUrl);
  const position = migrations.findIndex(({ name }) => name === migration);
  await orm.migrator.down({ to: migrations[position - 1]!.name });
  await bringUpToDate(orm, roleOf(serviceUrlOf(databaseUrl)));
  await orm.close(true);
}
