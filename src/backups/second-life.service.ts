import { sql } from 'kysely';
import { recordCommand } from '../changes/command.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { readPublication } from '../database/publish.js';
import { tellFiguresEverywhere } from '../database/tell-figures.js';
import { isMailingHour } from '../mail/mailing-hour.js';
import { addDays, dateInVietnam } from '../shared/dates.js';
import type { Header } from './archive.js';

/** More changes than were made since any backup; ids and revisions have room for two thousand of such leaps. */
const LEAP = 1_000_000;

/** Stands in the list of mails, for operators. */
const PERHAPS = 'restored from a backup: it may have been sent before';

/**
 * Makes a copy of what was into what goes on from now. What was done after the backup is lost here, and
 * others know of it: so no number is given a second time, followers are told to read everything again, and
 * nothing is sent of which nobody knows whether it was sent already.
 */
export async function beginSecondLife(
  em: EntityManager,
  { takenAt, hubVersion, revision }: Header,
  now: Date,
): Promise<void> {
  const database = databaseOf(em);
  await sql`
    update publication set revision = revision + ${LEAP}, published_at = greatest(
      date_trunc('milliseconds', clock_timestamp()), published_at + interval '1 millisecond')`.execute(
    database,
  );
  await sql`
    select setval(sequence, nextval(sequence) + ${LEAP})
    from (select pg_get_serial_sequence('published_change', 'id')::regclass as sequence) as named`.execute(
    database,
  );
  await sql`
    update webhook set position = coalesce((select max(id) from published_change), position),
      pending_to = null, taken_until = null, turn = turn + 1, next_attempt_at = clock_timestamp()`.execute(
    database,
  );
  await tellFiguresEverywhere(em);
  await sql`
    update mail_message set state = 'PERHAPS_SENT', answer = ${PERHAPS}, taken_until = null,
      settled_at = clock_timestamp(), version = version + 1
    where state in ('WAITING', 'SENDING')`.execute(database);
  await noteWritten(em, now);
  // A token that was used after the backup would be good again.
  await sql`delete from account_session`.execute(database);
  // That of the backup itself had not ended.
  await sql`delete from backup where done_at is null`.execute(database);
  const state = await readPublication(database);
  await recordCommand(em, 'restore', state, { takenAt, hubVersion, revision });
}

/** What was due by the morning before has been written, by the hub that is no more. */
async function noteWritten(em: EntityManager, now: Date): Promise<void> {
  const today = dateInVietnam(now);
  const day = isMailingHour(now) ? today : addDays(today, -1);
  await sql`
    insert into reminded_round (round_id, day)
    select id, ${day}::date from reporting_round where opens_on <= ${day}::date
    on conflict (round_id) do update set day = greatest(reminded_round.day, excluded.day)`.execute(
    databaseOf(em),
  );
  await sql`
    insert into digested_week (monday) values (date_trunc('week', ${day}::date)::date)
    on conflict do nothing`.execute(databaseOf(em));
}
