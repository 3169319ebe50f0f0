import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { MailKind } from './mail.enums.js';
import type { GivenFacts } from './mail-texts.js';

/** A mail to everybody who reports for an institution. */
export interface SchoolMail {
  kind: MailKind;
  cause: string;
  institutionId: number;
  roundId: number;
  facts: GivenFacts;
}

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
    join account on account.email is not null and account.disabled_at is null and exists (
      select from account_grant as held
      where held.account_id = account.id and held.role = 'SCHOOL_ADMIN'
        and held.institution_id = given.institution_id
        and coalesce(held.valid_from <= ${today}::date, true)
        and coalesce(held.valid_to >= ${today}::date, true))
    on conflict (account_id, kind, cause) do nothing`;
}

/** Drops what still waits about a cause that is no more. */
export async function dropMail(database: Database, cause: string): Promise<void> {
  await sql`
    update mail_message set state = 'DROPPED', settled_at = clock_timestamp(), version = version + 1
    where cause = ${cause} and state = 'WAITING'`.execute(database);
}
