import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Author } from '../changes/change.service.js';
import type { EntityManager, Orm } from '../database/orm.js';
import { cleanEvidence } from './clean.service.js';
import type { EvidenceStore } from './evidence-store.js';
import { KEPT_DAYS } from './kept-days.js';

/** What a hub does by itself. */
const THE_HUB: Author = { accountId: null, name: 'hub', address: null };

/** When a hub cleans for the first time, and how often then, in milliseconds. */
const TIMES = { first: 10 * 60_000, every: 24 * 60 * 60_000 };

/**
 * Cleans evidence once a day, for as long as the hub runs; of several hubs on one database one does it
 * at a time, and those that come after it find nothing.
 * @returns stops it, once a removal under way is through.
 */
export function startCleaning(
  orm: Orm,
  store: EvidenceStore,
  logger: Logger,
  times = TIMES,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const clean = async () => {
    const em = orm.em.fork() as EntityManager;
    const cleaning = { author: THE_HUB, now: new Date(), olderThan: KEPT_DAYS, dryRun: false };
    const gone = await cleanEvidence(em, store, { ...cleaning, signal });
    if (gone && gone.length > 0)
      logger.info({ contents: gone.length }, 'evidence that nothing names was removed');
  };
  const loop = async () => {
    for (let wait = times.first; !signal.aborted; wait = times.every) {
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await clean().catch((error: unknown) =>
        logger.error({ err: error }, 'evidence could not be cleaned'),
      );
    }
  };
  const looping = loop();
  return async () => {
    stopping.abort();
    await looping;
  };
}
