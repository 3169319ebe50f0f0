import { resolve } from 'node:path';
import { layoutOf } from '../../../src/database/embedded/layout.js';
import { readPostmasterFile } from '../../../src/database/embedded/postmaster-file.js';
import { isPostmaster } from '../../../src/database/embedded/process.js';
import { attachEmbeddedServer } from '../../../src/database/embedded/server.js';
import { endOneBackend, endTransactions } from './backends.js';
import { fault, type Fault } from './fault.js';

/** As many transactions as the pool has places, and some. */
const TRANSACTIONS = 20;
/** How long they are sought, in milliseconds. */
const SEEKING = 10_000;

/** The address of the server in a data folder. */
export async function embeddedUrl(directory: string): Promise<string> {
  const server = await attachEmbeddedServer({ directory });
  if (!server) throw new Error('the embedded PostgreSQL does not answer');
  return server.url;
}

/** Kills the server under the hub. */
export async function killPostmaster(directory: string): Promise<void> {
  const file = await readPostmasterFile(layoutOf(resolve(directory)).cluster);
  // The file outlives its server, and another program may have got the number.
  if (!file || !(await isPostmaster(file.pid, file.port)))
    throw new Error('there is no embedded PostgreSQL');
  process.kill(file.pid, 'SIGKILL');
}

export function postmasterKilled(directory: string): Fault {
  return fault('postmaster killed', () => killPostmaster(directory));
}

export function backendKilled(urlOf: () => Promise<string>): Fault {
  return fault('a backend killed', async () => endOneBackend(await urlOf()));
}

export function transactionsKilled(urlOf: () => Promise<string>): Fault {
  return fault(`${TRANSACTIONS} backends killed inside transactions`, async () => {
    const ended = await endTransactions(await urlOf(), TRANSACTIONS, SEEKING);
    return `${ended} were found in time`;
  });
}
