import { sql } from 'kysely';
import type { Viewer, ViewerGrant } from '../auth/viewer.js';
import type { Database } from '../database/orm.js';
import { lineageOf } from '../units/unit.queries.js';
import type { LocalDate } from '../shared/dates.js';

/**
 * Who an account is today, with the roles that hold; null when it is disabled or unknown, or when
 * the sign-in that the token belongs to has ended.
 */
export async function readViewer(
  database: Database,
  account: { id: number } | { issuer: string; subject: string },
  family: string | null,
  today: LocalDate,
): Promise<Viewer | null> {
  const condition =
    'id' in account
      ? sql`account.id = ${account.id}`
      : sql`account.issuer = ${account.issuer} and account.subject = ${account.subject}`;
  const signedIn =
    family === null
      ? sql`true`
      : sql`exists (select from account_session as session where session.family = ${family}::uuid
          and session.account_id = account.id and session.ended_at is null)`;
  const found = await sql<Omit<Viewer, 'family'> & { grants: ViewerGrant[] }>`
    select account.id as "accountId", account.name, account.email, coalesce((
      select json_agg(json_build_object('role', role, 'unitId', unit_id,
        'unitIds', array(${lineageOf(sql.ref('unit_id'))}),
        'institutionId', institution_id, 'kinds', kinds,
        'validFrom', valid_from, 'validTo', valid_to) order by id)
      from account_grant
      where account_id = account.id
        and (valid_from is null or valid_from <= ${today}::date)
        and (valid_to is null or valid_to >= ${today}::date)), '[]') as grants
    from account
    where ${condition} and account.disabled_at is null and ${signedIn}`.execute(database);
  const [row] = found.rows;
  return row ? { ...row, family } : null;
}
