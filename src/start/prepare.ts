import { isEmpty } from '../../seeds/demo/demo.js';
import { demoAccounts, loadDemo } from '../../seeds/demo/load.js';
import type { Config } from '../config.js';
import type { OpenDatabase } from '../database/connect.js';
import { inTurn } from '../database/one-program.js';
import { asHub } from '../shared/who-asks.js';
import { bringUpToDate } from './bring-up-to-date.js';
import { firstOperatorCode } from './first-operator.service.js';

/**
 * Prepares the database for a hub: its tables and, if wanted, the demo data in an empty database.
 * Each step is done as a whole or not at all, so a start that breaks off leaves nothing half done.
 * @param stopping leaves what is under way when it aborts; closing the database undoes it.
 * @returns the text about the demo accounts, and the code for the first operator; null when there are none.
 */
export async function prepareDatabase(
  database: OpenDatabase,
  config: Config,
  secret: Uint8Array,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<{ accounts: string | null; firstOperator: string | null }> {
  const work = async () => {
    await bringUpToDate(database.orm, database.serviceRole);
    const em = database.orm.em.fork();
    if (config.seedDemo && (await isEmpty(em))) {
      say('The database is empty: loading the demo of Đắk Nông …');
      await loadDemo(em, config);
    }
    const accounts = await demoAccounts(em, config);
    return { accounts, firstOperator: await firstOperatorCode(em, secret, new Date()) };
  };
  stopping.throwIfAborted();
  const prepared = asHub(() => inTurn(database.orm, say, work, stopping));
  const stopped = new Promise<void>((resolve) => {
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([prepared, stopped]);
  stopping.throwIfAborted();
  return prepared;
}
