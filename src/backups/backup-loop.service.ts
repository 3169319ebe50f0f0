import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { messageOf } from '../shared/errors.js';
import { keepNewest, placeFor, removeUnfinished } from './backup-folder.js';
import {
  giveTurnBack,
  noteDone,
  noteFailure,
  renewTurn,
  RENEWED,
  takeDueBackup,
} from './backup-turn.service.js';
import { backupStanding, backupWarning } from './standing.queries.js';

/** In milliseconds. */
const LOOK_EVERY = 60_000;

/** Where backups are put, how often they are made, in milliseconds, and how many are kept. */
export interface BackupSchedule {
  folder: string;
  every: number;
  keep: number;
}

/**
 * Makes a backup, and looks through what it wrote.
 * @param cut ends it when it aborts.
 * @throws Error whose message is for operators and has no secrets in it.
 */
export type MakeBackup = (
  file: string,
  cut: AbortSignal,
) => Promise<{ bytes: number; missing: number }>;

/**
 * Makes the backups that are due while the hub runs. Several hubs on one database share the work: one of
 * them makes each, in its own folder.
 * @returns a function that breaks off the backup that is being made, for the next hub to begin.
 */
export function startBackups(
  orm: Orm,
  logger: Logger,
  schedule: BackupSchedule & { make: MakeBackup },
  { now = () => new Date(), lookEvery = LOOK_EVERY } = {},
): () => Promise<void> {
  const { folder, every, keep, make } = schedule;
  const database = () => databaseOf(orm.em.fork());
  const stopping = new AbortController();
  const run = async (dueAt: Date) => {
    const renewing = setInterval(() => {
      renewTurn(database(), dueAt, now()).catch(() => undefined);
    }, RENEWED).unref();
    let file: string | null = null;
    try {
      file = await placeFor(folder, now());
      const { bytes, missing } = await make(file, stopping.signal);
      await noteDone(database(), dueAt, { file, bytes }, now());
      logger.info({ file, bytes }, 'a backup was made');
      if (missing > 0)
        logger.warn({ file, missing }, 'files of evidence are missing in the store and the backup');
      await keepNewest(folder, keep, now());
    } catch (error) {
      if (file) await removeUnfinished(folder, file).catch(() => undefined);
      if (stopping.signal.aborted) return await giveTurnBack(database(), dueAt, now());
      const reason = messageOf(error);
      logger.error({ reason }, 'a backup failed');
      await noteFailure(database(), dueAt, { reason, every }, now());
    } finally {
      clearInterval(renewing);
    }
  };
  const look = async (): Promise<Date[]> => {
    const due = await takeDueBackup(database(), every, now());
    await tellOverdue();
    return due;
  };
  let told: string | null = null;
  const tellOverdue = async () => {
    const standing = await backupStanding(database(), every, now());
    const since = standing.overdueSince?.toISOString() ?? null;
    if (since !== null && since !== told)
      logger.error({ warning: backupWarning(standing) }, 'a backup is overdue');
    told = since;
  };
  const stop = startTurns(logger, {
    atOnce: 1,
    every: lookEvery,
    take: look,
    run,
    failures: {
      take: 'the backups that are due could not be looked up',
      run: 'what became of a backup could not be noted',
    },
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
