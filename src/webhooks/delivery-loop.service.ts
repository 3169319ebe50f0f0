import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { refusalIn } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { repeat } from '../shared/repeat.js';
import { deliver, takeDue, type Delivery } from './delivery.service.js';
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
  const under = new Set<Promise<void>>();
  const database = () => databaseOf(orm.em.fork());

  const failed = (error: unknown, what: string) => {
    const refusal = refusalIn(error);
    if (refusal) tellRefusal(logger, refusal);
    else logger.error({ err: error }, what);
  };
  const run = async (delivery: Delivery) => {
    const failure = await deliver(database(), delivery, sender);
    if (failure) logger.info({ webhook: delivery.webhookId, failure }, 'a delivery failed');
  };
  const look = async () => {
    if (under.size >= AT_ONCE) return;
    for (const delivery of await takeDue(database(), AT_ONCE - under.size)) {
      const running: Promise<void> = run(delivery)
        .catch((error: unknown) => failed(error, 'a delivery could not be made'))
        .finally(() => {
          under.delete(running);
          // There may be more to send, and there is room again.
          wake();
        });
      under.add(running);
    }
  };
  const { wake, stop } = repeat(look, { first: 0, every }, (error) =>
    failed(error, 'no webhook could be taken'),
  );
  return async () => {
    await stop();
    await Promise.all(under);
  };
}
