import { seedDemoAccounts } from '../../../seeds/demo/accounts.js';
import { openOrm } from '../../../src/database/orm.js';
import { PASSWORD } from '../people.js';

/** Gives a database with the demo its accounts. @returns their password. */
export async function seedAccounts(databaseUrl: string): Promise<string> {
  const orm = await openOrm(databaseUrl);
  try {
    await seedDemoAccounts(orm.em.fork(), PASSWORD, new Date());
  } finally {
    await orm.close(true);
  }
  return PASSWORD;
}
