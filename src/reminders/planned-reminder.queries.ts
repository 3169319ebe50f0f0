import { sql } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/orm.js';
import { holdsAt } from '../institutions/place-rights.queries.js';
import type { ReminderMail } from '../mail/outbox.service.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { isAmong, type ReminderAudience } from './audience.js';
import { owingIn, type OwingInstitution } from './owing.queries.js';
import { causesOf } from './reminder-mails.js';

/** What somebody wants to send about a round. */
export interface WantedReminder {
  round: RoundRow;
  /** The unit of the round, or one under it. */
  unitId: number;
  audience: readonly ReminderAudience[];
  note: string | null;
}

export interface PlannedReminder {
  mails: ReminderMail[];
  /** The institutions that the mails are about. */
  institutions: number;
  /** Those that nobody reports for who has an e-mail and takes reminders. */
  unreachable: number;
  /** Those that were reminded today already. */
  remindedToday: number;
}

/** What would be sent: one mail to each account for each of its institutions, once a day at most. */
export async function planReminder(
  { database, viewer, today }: { database: Database; viewer: Viewer | null; today: LocalDate },
  { round, unitId, audience, note }: WantedReminder,
): Promise<PlannedReminder> {
  const own = mayOperate(viewer) ? sql`true` : holdsAt(viewer, ['PLANNER'], 'place');
  const within = sql`place_then.path @> array[${unitId}::int] and ${own}`;
  const owing = await owingIn(database, round.id, today, within);
  const chosen = owing
    .filter((each) => isAmong(each, audience, today))
    .map(({ accounts, ...each }) => ({
      ...each,
      accounts: accounts.filter(({ declined }) => !declined.includes('REMINDER')),
    }));
  const reminded = await remindedOn(database, round.id, today);
  const open = chosen.filter(({ id }) => !reminded.has(id));
  const reachable = open.filter(({ accounts }) => accounts.length > 0);
  const sender = { name: viewer?.name ?? '', note: note?.trim() || null };
  return {
    mails: reachable.flatMap((each) => mailsOf(round, each, today, sender)),
    institutions: reachable.length,
    unreachable: open.length - reachable.length,
    remindedToday: chosen.length - open.length,
  };
}

const causesOfDay = (roundId: number, day: LocalDate) => `${causesOf(roundId)}${day}:`;

/** The institutions that somebody reminded on a day, by row id. */
async function remindedOn(
  database: Database,
  roundId: number,
  day: LocalDate,
): Promise<ReadonlySet<number | null>> {
  const { rows } = await sql<{ id: number | null }>`
    select distinct institution_id as id from mail_message
    where kind = 'REMINDER' and starts_with(cause, ${causesOfDay(roundId, day)})`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

function mailsOf(
  round: RoundRow,
  { id, name, accounts, opensOn, dueOn, closesOn }: OwingInstitution,
  today: LocalDate,
  sender: { name: string; note: string | null },
): ReminderMail[] {
  return accounts.map(({ id: accountId, address }) => ({
    accountId,
    address,
    kind: 'REMINDER',
    cause: `${causesOfDay(round.id, today)}${id}`,
    facts: {
      roundId: round.id,
      round: { vi: round.nameVi, en: round.nameEn },
      institutions: [{ id, name }],
      ...{ opensOn, dueOn, closesOn, on: today, sender },
    },
  }));
}
