import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { writeMail } from '../mail/outbox.service.js';
import { addDays, daysBetween, type LocalDate } from '../shared/dates.js';
import { roundStandings } from './standing.queries.js';

/** A Monday. */
const SOME_MONDAY: LocalDate = '2024-01-01';

function mondayOf(day: LocalDate): LocalDate {
  const since = daysBetween(SOME_MONDAY, day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** The week of a day if its digests are not written. */
export async function weekToDigest(database: Database, today: LocalDate): Promise<LocalDate[]> {
  const monday = mondayOf(today);
  const { rows } = await sql`
    select from digested_week where monday = ${monday}::date`.execute(database);
  return rows.length > 0 ? [] : [monday];
}

/**
 * Writes the digests of a week, once over all hubs on the database: one mail to each account that has
 * anything to hear of. It says how things stand today, also where the hub stood still on Monday.
 */
export async function writeDigests(
  em: EntityManager,
  monday: LocalDate,
  today: LocalDate,
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    // Another hub waits here until the mails are written.
    const taken = await sql`
      insert into digested_week (monday) values (${monday}) on conflict do nothing
      returning monday`.execute(database);
    if (taken.rows.length === 0) return;
    const byAccount = Map.groupBy(
      await roundStandings(database, today),
      ({ accountId }) => accountId,
    );
    await writeMail(
      database,
      [...byAccount].flatMap(([accountId, [first, ...more]]) => {
        if (!first) return [];
        const rounds = [first, ...more].map(
          ({ accountId: _account, address: _address, ...round }) => round,
        );
        return {
          ...{ accountId, address: first.address, kind: 'WEEKLY_DIGEST' as const },
          ...{ cause: `week ${monday}`, institutionId: null, facts: { on: today, rounds } },
        };
      }),
    );
  });
}
