import { seedDemo } from '../../seeds/demo/demo.js';
import { openOrm } from '../../src/tables.js';
import { cloneDatabase } from './hub.js';
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
