import { seedDemoAccounts } from '../../seeds/demo/accounts.js';
import type { EntityManager } from '../../src/database/orm.js';
import type { Page } from 'playwright-core';
import { DAY, enter, signInLeadingTo, type ConsoleHub } from './browser.js';

/** What every account of the demo has as its password in tests. */
export const PASSWORD = 'a password of the demo, for tests';

/** The demo's accounts, one of each role: school@, reviewer@, planner@ and operator@demo.example. */
export async function addDemoAccounts(em: EntityManager): Promise<void> {
  await seedDemoAccounts(em, PASSWORD, DAY);
}

/** Signs in one of them in a browser of its own, and opens a page of the console. */
export async function openSignedIn(
  { open }: ConsoleHub,
  who: string,
  to: string,
  options?: Parameters<ConsoleHub['open']>[1],
): Promise<Page> {
  const page = await open(signInLeadingTo(to), options);
  await enter(page, `${who}@demo.example`, PASSWORD);
  return page;
}
