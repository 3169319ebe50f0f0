import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { giveUpDueMail, sendMail, takeDueMail } from './mail-delivery.service.js';
import type { MailServer } from './mail-server.js';

/** The mails that a hub sends at once; more would make a server of a school's size refuse. */
const AT_ONCE = 4;

/** In milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Sends what the outbox holds while the hub runs. Several hubs on one database share the work.
 * @param options.secret of the hub, from which the codes in mails are derived.
 * @param server null without one: what is due is then marked as not sent.
 * @returns a function that stops it after what is under way is done or cut.
 */
export function startMail(
  orm: Orm,
  logger: Logger,
  server: MailServer | null,
  { secret, cut, every = LOOK_EVERY }: { secret: Uint8Array; cut?: AbortSignal; every?: number },
): () => Promise<void> {
  const database = () => databaseOf(orm.em.fork());
  const failures = { take: 'no mail could be taken', run: 'a mail could not be sent' };
  if (!server) {
    const take = async () => {
      await giveUpDueMail(database());
      return [];
    };
    return startTurns(logger, { atOnce: 1, every, take, run: async () => undefined, failures });
  }
  const domain = server.from.address.slice(server.from.address.lastIndexOf('@') + 1);
  return startTurns(logger, {
    atOnce: AT_ONCE,
    every,
    take: (limit) => takeDueMail(database(), domain, limit),
    run: async (mail) => {
      const { result, answer } = await sendMail(database(), mail, server, secret, cut);
      if (result !== 'SENT') logger.warn({ mail: mail.id, result, answer }, 'a mail was not sent');
    },
    failures,
  });
}
