import { sql } from 'kysely';
import { databaseOf, type Database, type Orm } from '../database/orm.js';
import type { Check } from '../health/readiness.js';
import { firstOf } from '../shared/required.js';
import { overdueSince } from './due.js';

/** How it is with the backups that the hub makes by itself. */
export interface BackupStanding {
  /** The newest that succeeded; null for none. Its rows are those of about `begunAt`. */
  lastGood: { begunAt: Date; doneAt: Date; file: string; bytes: number } | null;
  /** The last failure after it, with the reason in one or more sentences for operators; null for none. */
  lastFailure: { failedAt: Date; reason: string } | null;
  /** How many that were due failed since then, and were not made up for. */
  failed: number;
  /** Since when one is overdue; null while none is. */
  overdueSince: Date | null;
}

/** @param every how often backups are made, in milliseconds. */
export async function backupStanding(
  database: Database,
  every: number,
  now: Date,
): Promise<BackupStanding> {
  const { rows } = await sql<{
    good: { due_at: string; begun_at: string; done_at: string; file: string; bytes: number } | null;
    failed: { failed_at: string; failure: string } | null;
    failures: number;
    first: string | null;
  }>`
    select
      (select to_jsonb(backup) from backup where done_at is not null
        order by due_at desc limit 1) as good,
      (select to_jsonb(backup) from backup where failed_at is not null and not exists (
        select from backup as good where good.done_at >= backup.failed_at)
        order by failed_at desc limit 1) as failed,
      (select count(*)::int from backup where failed_at is not null and done_at is null and not exists (
        select from backup as good where good.done_at >= backup.failed_at)) as failures,
      -- One that is being made for the first time is not missed yet.
      (select min(due_at) from backup where failed_at is not null or not_before <= ${now}) as first`.execute(
    database,
  );
  const { good, failed, failures, first } = firstOf(rows);
  const known = {
    lastDone: good && new Date(good.due_at),
    first: first === null ? null : new Date(first),
  };
  return {
    lastGood: good && {
      begunAt: new Date(good.begun_at),
      doneAt: new Date(good.done_at),
      file: good.file,
      bytes: good.bytes,
    },
    lastFailure: failed && { failedAt: new Date(failed.failed_at), reason: failed.failure },
    failed: failures,
    overdueSince: overdueSince(known, every, now),
  };
}

/** The check of `/health/ready`; a database that does not answer is told there by another. */
export function backupWarningOf(orm: Orm, { every }: { every: number }): Check {
  return () =>
    backupStanding(databaseOf(orm.em.fork()), every, new Date()).then(backupWarning, () => null);
}

/** A sentence that everybody may read: why is in the log. Null when all is well. */
export function backupWarning(standing: BackupStanding): string | null {
  const { overdueSince: since, lastGood, lastFailure } = standing;
  const last = lastGood ? `the last one is of ${lastGood.begunAt.toISOString()}` : 'there is none';
  if (since) return `a backup is overdue since ${since.toISOString()}: ${last}; the log says why`;
  if (lastFailure)
    return `the backup failed at ${lastFailure.failedAt.toISOString()} and is tried again: ${last}; the log says why`;
  return null;
}
