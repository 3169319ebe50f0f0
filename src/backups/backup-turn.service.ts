import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { lastDue, pauseAfterFailure } from './due.js';

/** So long a backup belongs to the hub that makes it, unless the hub says again that it does. */
const LEASE = 60_000;

/** How often it says so. */
export const RENEWED = LEASE / 4;

/** A backup that is due for this hub alone: no other begins it. Nothing when none is. */
export async function takeDueBackup(database: Database, every: number, now: Date): Promise<Date[]> {
  const dueAt = lastDue(now, every);
  const { rows } = await sql`
    insert into backup (due_at, begun_at, not_before) values (${dueAt}, ${now}, ${after(now, LEASE)})
    on conflict (due_at) do update set begun_at = excluded.begun_at, not_before = excluded.not_before
      where backup.done_at is null and backup.not_before <= excluded.begun_at
    returning due_at`.execute(database);
  return rows.length > 0 ? [dueAt] : [];
}

export async function renewTurn(database: Database, dueAt: Date, now: Date): Promise<void> {
  await sql`
    update backup set not_before = ${after(now, LEASE)}
    where due_at = ${dueAt} and done_at is null`.execute(database);
}

/** The next hub may begin it at once. */
export async function giveTurnBack(database: Database, dueAt: Date, now: Date): Promise<void> {
  await sql`
    update backup set not_before = ${now} where due_at = ${dueAt} and done_at is null`.execute(
    database,
  );
}

export async function noteDone(
  database: Database,
  dueAt: Date,
  { file, bytes }: { file: string; bytes: number },
  now: Date,
): Promise<void> {
  await sql`
    update backup set done_at = ${now}, file = ${file}, bytes = ${bytes}
    where due_at = ${dueAt}`.execute(database);
}

/** @param reason for operators; it has no secrets in it. */
export async function noteFailure(
  database: Database,
  dueAt: Date,
  { reason, every }: { reason: string; every: number },
  now: Date,
): Promise<void> {
  await sql`
    update backup set failure = ${reason}, failed_at = ${now},
      not_before = ${after(now, pauseAfterFailure(every))}
    where due_at = ${dueAt} and done_at is null`.execute(database);
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
