import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import type { EntityManager } from '../../src/database/orm.js';
import { dateInVietnam } from '../../src/shared/dates.js';
import { messageOf, OperatorError } from '../../src/shared/errors.js';
import { keptSecret } from '../../src/shared/kept-secret.js';
import { demoAccountsText, seedDemoAccounts } from './accounts.js';
import { isEmpty, seedDemo } from './demo.js';

type Place = Pick<Config, 'databaseUrl' | 'dataDirectory'>;

/**
 * Loads the demo. On the embedded server a password for its accounts is made first, so that they come
 * even when the start breaks off in between; a server of somebody's own never gets any.
 * @throws OperatorError DATABASE_NOT_EMPTY, DEMO_PASSWORD_UNAVAILABLE.
 */
export async function loadDemo(em: EntityManager, place: Place): Promise<void> {
  if (!place.databaseUrl && (await isEmpty(em)))
    await inFile(place, (file) => keptSecret(file, 18));
  await seedDemo(em, dateInVietnam(new Date()));
}

/**
 * Makes sure that the accounts of the demo are there, on the embedded server with the demo.
 * @returns what to tell of them; null where there are none.
 * @throws OperatorError DEMO_PASSWORD_UNAVAILABLE.
 */
export async function demoAccounts(em: EntityManager, place: Place): Promise<string | null> {
  if (place.databaseUrl) return null;
  const password = await inFile(place, (file) =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
  );
  if (password === null || !(await seedDemoAccounts(em, password, new Date()))) return null;
  return demoAccountsText(password);
}

/** The password lies in the data folder alone; the database keeps what is derived from it. */
async function inFile<Value>(
  { dataDirectory }: Place,
  use: (file: string) => Promise<Value>,
): Promise<Value> {
  const file = join(dataDirectory, 'demo-password');
  return use(file).catch((error: unknown) => {
    throw new OperatorError(
      'DEMO_PASSWORD_UNAVAILABLE',
      `The password of the demo accounts cannot be kept in ${file}: ${messageOf(error)}. Set HUB_DATA_DIR to a folder that can be written.`,
      { cause: error },
    );
  });
}
