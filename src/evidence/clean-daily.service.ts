import type { Logger } from 'pino';
import type { Author } from '../changes/change.service.js';
import type { Orm } from '../database/orm.js';
import { cleanEvidence } from './clean.service.js';
import { repeat } from '../shared/repeat.js';
import { asHub } from '../shared/who-asks.js';
import type { EvidenceStore } from './evidence-store.js';
import { KEPT_DAYS } from './kept-days.js';
import { ownsStore } from './store-owner.service.js';

const THE_HUB: Author = { accountId: null, name: 'hub', address: null };

/** The delay of the first cleaning and the time between two, in milliseconds. */
const TIMES = { first: 10 * 60_000, every: 24 * 60 * 60_000 };

const NOT_CLEANED = 'evidence could not be cleaned';

/**
 * Cleans evidence once a day while the hub runs. Several hubs on one database take turns, and the
 * later ones find nothing left to do.
 * @returns a function that stops the cleaning after the removal that is running.
 */
export function startCleaning(
  orm: Orm,
  store: EvidenceStore,
  logger: Logger,
  times = TIMES,
): () => Promise<void> {
  // An empty store is claimed before anything is uploaded; what fails is tried again by a cleaning.
  const claimed = asHub(() => ownsStore(orm.em.fork(), store)).catch(() => undefined);
  const clean = async (signal: AbortSignal) => {
    await claimed;
    const em = orm.em.fork();
    const cleaning = { author: THE_HUB, now: new Date(), olderThan: KEPT_DAYS, dryRun: false };
    const done = await cleanEvidence(em, store, { ...cleaning, signal });
    for (const error of done?.failures ?? []) logger.error({ err: error }, NOT_CLEANED);
    if (done?.foreign)
      logger.warn(
        'the store of evidence belongs to another database: contents that this one does not know were kept',
      );
    if (done && done.contents.length > 0)
      logger.info({ contents: done.contents.length }, 'evidence that nothing names was removed');
  };
  const { stop } = repeat(clean, times, (error) => logger.error({ err: error }, NOT_CLEANED));
  return async () => {
    await Promise.all([stop(), claimed]);
  };
}
