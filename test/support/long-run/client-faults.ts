import {
  ABORTS,
  halfReadDownloads,
  halfSentBodies,
  halfSentFiles,
  leftStreams,
  unreadAnswers,
} from './client-aborts.js';
import { fault, type Fault } from './fault.js';
import type { KeepAliveClient } from './keep-alive-client.js';

/** More than the hub makes or keeps open at a time. */
const DOWNLOADS = 12;
const STREAMS = 45;
const FILES = 40;

/** The hub owes everybody else good answers all the while. */
const NO_EXCUSE = { excuses: false };

/** Clients that give up what they have begun, of each kind. */
export function clientAborts(
  port: number,
  unit: string,
  uploadAddress: () => Promise<string>,
): Record<'bodies' | 'answers' | 'others', Fault> {
  return {
    bodies: fault(`${ABORTS} half-sent bodies`, () => halfSentBodies(port), NO_EXCUSE),
    answers: fault(`${ABORTS} unread answers`, () => unreadAnswers(port), NO_EXCUSE),
    others: fault(
      'half-read downloads, left streams, half-sent files',
      async () => {
        await halfReadDownloads(port, DOWNLOADS);
        await leftStreams(port, unit, STREAMS);
        await halfSentFiles(port, await uploadAddress(), FILES);
      },
      NO_EXCUSE,
    ),
  };
}

/** Resets every connection of the clients, whatever is under way on it. */
export function clientResets(clients: readonly KeepAliveClient[]): Fault {
  return fault('connections of clients reset', async () =>
    clients.forEach((client) => client.reset()),
  );
}
