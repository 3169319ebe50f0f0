import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { deliver, takeDue } from './delivery.service.js';
import type { Sender } from './send.js';

/** The webhooks to which a hub sends at once; one that hangs keeps its place for ten seconds. */
const AT_ONCE = 16;

/** In milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Sends publications to webhooks while the hub runs. Several hubs on one database share the work:
 * each webhook has its turn with one of them.
 * @returns a function that stops it after the running deliveries are done or cut.
 */
export function startDeliveries(
  orm: Orm,
  logger: Logger,
  sender: Sender,
  every = LOOK_EVERY,
): () => Promise<void> {
  const database = () => databaseOf(orm.em.fork());
  return startTurns(logger, {
    atOnce: AT_ONCE,
    every,
    take: (limit) => takeDue(database(), limit),
    run: async (delivery) => {
      const failure = await deliver(database(), delivery, sender);
      if (failure) logger.info({ webhook: delivery.webhookId, failure }, 'a delivery failed');
    },
    failures: { take: 'no webhook could be taken', run: 'a delivery could not be made' },
  });
}
