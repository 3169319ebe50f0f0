import { sql } from 'kysely';
import type { OpenedCode } from '../accounts/account-code.service.js';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { CodeMailKind } from './mail.enums.js';

/**
 * Writes a mail into the outbox for each code whose account has an e-mail, in the transaction that makes
 * the codes. The row holds what the code is derived from, so that who reads rows or lists of mails cannot
 * use it.
 * @param by the name of the person who invites; null for who asked for it themselves.
 * @returns the accounts that get a mail.
 */
export async function writeCodeMail(
  database: Database,
  codes: readonly OpenedCode[],
  { kind, by, today }: { kind: CodeMailKind; by: string | null; today: LocalDate },
): Promise<Set<number>> {
  const { rows } = await sql<{ accountId: number }>`
    insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at, created_at)
    select account.id, account.email, ${kind}, 'code ' || code.id,
      jsonb_build_object('seed', code.seed, 'name', account.name, 'signInName', account.email,
        'by', ${by}::text, 'expiresAt', code.expires_at, 'places', ${placesOf(today)}),
      'WAITING', clock_timestamp(), clock_timestamp()
    from account_code as code join account on account.id = code.account_id
    where code.id = any(${codes.map(({ id }) => id)}::int[]) and account.email is not null
    returning account_id as "accountId"`.execute(database);
  return new Set(rows.map(({ accountId }) => accountId));
}

/** The names of the units and institutions that an account is for, today or later. */
function placesOf(today: LocalDate) {
  return sql`array(
    select coalesce(unit.name, (
      select name from institution_period as period
      where period.institution_id = held.institution_id and superseded_at is null
      order by valid_from desc nulls last limit 1))
    from account_grant as held left join administrative_unit as unit on unit.id = held.unit_id
    where held.account_id = account.id and coalesce(held.valid_to >= ${today}::date, true)
      and (held.unit_id is not null or held.institution_id is not null)
    order by held.id)`;
}
