import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { isMailingHour } from '../mail/mailing-hour.js';
import { dateInVietnam } from '../shared/dates.js';
import { remindRound, roundsToRemind } from './remind-round.service.js';

/** In milliseconds. */
const LOOK_EVERY = 5000;

/**
 * Writes the mails of each day about rounds while the hub runs: in the morning in Vietnam,
 * after a stop, and when a round is opened by day. Several hubs on one database share the work.
 * @returns a function that stops it after what is under way is done.
 */
export function startReminders(
  orm: Orm,
  logger: Logger,
  { now = () => new Date(), every = LOOK_EVERY }: { now?: () => Date; every?: number } = {},
): () => Promise<void> {
  return startTurns(logger, {
    atOnce: 1,
    every,
    take: async (limit) =>
      isMailingHour(now())
        ? roundsToRemind(databaseOf(orm.em.fork()), dateInVietnam(now()), limit)
        : [],
    run: (roundId) => remindRound(orm.em.fork(), roundId, dateInVietnam(now())),
    failures: {
      take: 'the rounds of the day could not be read',
      run: 'the mails about a round could not be written',
    },
  });
}
