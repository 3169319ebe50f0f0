import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { dropRemindersBut, writeReminders } from '../mail/outbox.service.js';
import { roundsByIds } from '../rounds/round.queries.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { owingIn } from './owing.queries.js';
import { causesOf, remindersOf } from './reminder-mails.js';

/** The rounds that have opened and of which the mails of today are not written. */
export async function roundsToRemind(
  database: Database,
  today: LocalDate,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from reporting_round as round where opens_on <= ${today}::date and not exists (
      select from reminded_round as reminded
      where reminded.round_id = round.id and reminded.day in (${today}::date, ${addDays(today, 1)}::date))
    order by id limit ${limit}`.execute(database);
  return rows.map(({ id }) => id);
}

/**
 * Writes the mails of a day about a round, once over all hubs on the database, and drops what waits to
 * be said and is so no longer. What missed days would have said is said only as far as it is so today.
 */
export async function remindRound(
  em: EntityManager,
  roundId: number,
  today: LocalDate,
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    if (!(await takeDay(database, roundId, today))) return;
    const round = (await roundsByIds(database, [roundId])).get(roundId);
    if (!round) return;
    const owing = await owingIn(database, roundId, today);
    const name = { vi: round.nameVi, en: round.nameEn };
    const mails = remindersOf({ id: roundId, name }, owing, today);
    await dropRemindersBut(database, causesOf(roundId), mails);
    await writeReminders(database, mails);
  });
}

/** Whether the day is this hub's: another one waits here until the mails are written. */
async function takeDay(database: Database, roundId: number, today: LocalDate): Promise<boolean> {
  // The clocks of hubs differ. A day that is further ahead was that of a clock that was wrong.
  const { rows } = await sql`
    insert into reminded_round (round_id, day) values (${roundId}, ${today})
    on conflict (round_id) do update set day = excluded.day
      where reminded_round.day not in (excluded.day, excluded.day + 1)
    returning round_id`.execute(database);
  return rows.length > 0;
}
