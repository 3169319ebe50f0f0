import { readFile } from 'node:fs/promises';
import { readConfig } from '../config.js';
import { openDatabase, type OpenDatabase } from '../database/connect.js';
import type { EntityManager } from '../database/orm.js';
import { inTurn } from '../database/one-program.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { asHub } from '../shared/who-asks.js';
import { bringUpToDate } from '../start/bring-up-to-date.js';
import { tables } from '../tables.js';

/** Results go to standard output, everything else to standard error. */
export const output = {
  result: (line: string) => process.stdout.write(`${line}\n`),
  note: (line: string) => process.stderr.write(`${line}\n`),
};

/** @throws OperatorError FILE_UNREADABLE */
export function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new OperatorError('FILE_UNREADABLE', `${file} cannot be read: ${messageOf(error)}.`);
  });
}

/** Runs a command on an up-to-date database, which is closed again even after an error. */
export async function withDatabase(
  work: (em: EntityManager, database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(readConfig(), tables, 'command', output.note);
  try {
    await inTurn(database.orm, output.note, () =>
      bringUpToDate(database.orm, database.serviceRole),
    );
    await asHub(() => work(database.orm.em.fork(), database));
  } finally {
    await database.close();
  }
}
