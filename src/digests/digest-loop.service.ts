import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { isMailingHour } from '../mail/mailing-hour.js';
import { dateInVietnam } from '../shared/dates.js';
import { weekToDigest, writeDigests } from './write-digests.service.js';

/** In milliseconds. */
const LOOK_EVERY = 60_000;

/**
 * Writes the digests of each week while the hub runs: on the morning of Monday in Vietnam, or later in
 * the week after a stop. Several hubs on one database share the work.
 * @returns a function that stops it after what is under way is done.
 */
export function startDigests(
  orm: Orm,
  logger: Logger,
  { now = () => new Date(), every = LOOK_EVERY }: { now?: () => Date; every?: number } = {},
): () => Promise<void> {
  return startTurns(logger, {
    atOnce: 1,
    every,
    take: async () =>
      isMailingHour(now()) ? weekToDigest(databaseOf(orm.em.fork()), dateInVietnam(now())) : [],
    run: (monday) => writeDigests(orm.em.fork(), monday, dateInVietnam(now())),
    failures: {
      take: 'the digests of the week could not be looked up',
      run: 'the digests of the week could not be written',
    },
  });
}
