import { seedDemoAccounts } from '../../seeds/demo/accounts.js';
import type { EntityManager } from '../../src/database/orm.js';
import { DAY } from './browser.js';

/** What every account of the demo has as its password in tests. */
export const PASSWORD = 'a password of the demo, for tests';

/** The demo's accounts, one of each role: school@, reviewer@, planner@ and operator@demo.example. */
export async function addDemoAccounts(em: EntityManager): Promise<void> {
  await seedDemoAccounts(em, PASSWORD, DAY);
}
