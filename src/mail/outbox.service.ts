import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import {
  StepKind,
  type ChosenMailKind,
  type CodeMailKind,
  type DecisionKind,
  type ReminderKind,
} from './mail.enums.js';
import type { GivenFacts } from './decision-text.js';
import type { KeptMail } from './mail-texts.js';
import type { ReminderFacts } from './reminder-text.js';

/** A mail to everybody who reports for an institution. */
export interface SchoolMail {
  kind: DecisionKind;
  cause: string;
  institutionId: number;
  roundId: number;
  facts: GivenFacts;
}

/**
 * The SQL condition that `account` can be written to, and reports for an institution today.
 * @param institutionId an SQL expression.
 */
export function reportsFor(institutionId: ReturnType<typeof sql>, today: LocalDate) {
  return sql<boolean>`account.email is not null and account.disabled_at is null and exists (
    select from account_grant as held
    where held.account_id = account.id and held.role = 'SCHOOL_ADMIN'
      and held.institution_id = ${institutionId}
      and coalesce(held.valid_from <= ${today}::date, true)
      and coalesce(held.valid_to >= ${today}::date, true))`;
}

/** The SQL of the kinds of mails that `account` does without. */
export const DECLINED = sql<ChosenMailKind[]>`coalesce((
  select declined from mail_preference where account_id = account.id), '{}')`;

/**
 * The SQL that writes mails into the outbox: one for each account with an e-mail that reports for the
 * institution today. It belongs into the transaction of the cause, or into its statement, so that there is
 * no mail of what did not happen.
 * @param delaySeconds how long they wait, so that they can still be dropped.
 */
export function writeSchoolMail(
  mails: readonly SchoolMail[],
  today: LocalDate,
  delaySeconds: number,
) {
  const given = mails.map(({ facts, ...mail }) => ({ ...mail, facts: JSON.stringify(facts) }));
  return sql`
    insert into mail_message (account_id, address, kind, cause, institution_id, facts, state,
      next_attempt_at, created_at)
    select account.id, account.email, given.kind, given.cause, given.institution_id,
      given.facts || jsonb_build_object(
        'place', json_build_object('institution', given.institution_id, 'round', round.id),
        'round', json_build_object('vi', round.name_vi, 'en', round.name_en)),
      'WAITING', clock_timestamp() + make_interval(secs => ${delaySeconds}), clock_timestamp()
    from unnest(${given.map(({ kind }) => kind)}::text[], ${given.map(({ cause }) => cause)}::text[],
      ${given.map(({ institutionId }) => institutionId)}::int[],
      ${given.map(({ roundId }) => roundId)}::int[], ${given.map(({ facts }) => facts)}::jsonb[])
      as given(kind, cause, institution_id, round_id, facts)
    join reporting_round as round on round.id = given.round_id
    join account on ${reportsFor(sql`given.institution_id`, today)}
    where not given.kind = any(${DECLINED})
    on conflict (account_id, kind, cause) do nothing`;
}

/** A mail to one account. */
type AccountMail = {
  accountId: number;
  address: string;
  cause: string;
  /** What it is about; null for none, or several. */
  institutionId: number | null;
} & Exclude<KeptMail, { kind: CodeMailKind }>;

/**
 * Writes mails into the outbox, each once for its account, kind and cause.
 * @returns the causes of those that were not there yet, one for each mail.
 */
export async function writeMail(
  database: Database,
  mails: readonly AccountMail[],
): Promise<string[]> {
  const { rows } = await sql<{ cause: string }>`
    insert into mail_message (account_id, address, kind, cause, institution_id, facts, state,
      next_attempt_at, created_at)
    select given.*, 'WAITING', clock_timestamp(), clock_timestamp()
    from unnest(${mails.map(({ accountId }) => accountId)}::int[],
      ${mails.map(({ address }) => address)}::text[], ${mails.map(({ kind }) => kind)}::text[],
      ${mails.map(({ cause }) => cause)}::text[],
      ${mails.map(({ institutionId }) => institutionId)}::int[],
      ${mails.map(({ facts }) => JSON.stringify(facts))}::jsonb[]) as given
    on conflict (account_id, kind, cause) do nothing
    returning cause`.execute(database);
  return rows.map(({ cause }) => cause);
}

/** A mail about a round to one account. */
export interface ReminderMail {
  accountId: number;
  address: string;
  kind: ReminderKind;
  cause: string;
  facts: ReminderFacts;
}

/** Writes mails about rounds as {@link writeMail} does. */
export function writeReminders(
  database: Database,
  mails: readonly ReminderMail[],
): Promise<string[]> {
  return writeMail(
    database,
    mails.map((mail) => {
      const [only, ...others] = mail.facts.institutions;
      return { ...mail, institutionId: only && others.length === 0 ? only.id : null };
    }),
  );
}

/**
 * Drops what still waits to be said about a round and is so no longer.
 * @param causes begin with this, and name the round.
 * @param holding what is so.
 */
export async function dropRemindersBut(
  database: Database,
  causes: string,
  holding: readonly ReminderMail[],
): Promise<void> {
  await sql`
    update mail_message set state = 'DROPPED', settled_at = clock_timestamp(), version = version + 1
    where state = 'WAITING' and kind = any(${Object.keys(StepKind)}::text[])
      and starts_with(cause, ${causes}) and (account_id, kind, cause) not in (
        select * from unnest(${holding.map(({ accountId }) => accountId)}::int[],
          ${holding.map(({ kind }) => kind)}::text[], ${holding.map(({ cause }) => cause)}::text[]))`.execute(
    database,
  );
}

/** Drops what still waits about a cause that is no more. */
export async function dropMail(database: Database, cause: string): Promise<void> {
  await sql`
    update mail_message set state = 'DROPPED', settled_at = clock_timestamp(), version = version + 1
    where cause = ${cause} and state = 'WAITING'`.execute(database);
}
