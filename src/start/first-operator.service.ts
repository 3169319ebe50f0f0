import { sql } from 'kysely';
import { openCodes } from '../accounts/account-code.service.js';
import { insertAccount } from '../accounts/account.service.js';
import { codeOf } from '../auth/one-time-code.js';
import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { INVITATION_LIFE } from '../invitations/invite.service.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';

/** What the first operator signs in with; whoever that is makes accounts with the names of people. */
const SIGN_IN_NAME = 'operator';

/**
 * Lets somebody be the first operator without a command line: where nobody can operate the hub, there is
 * an account that waits for its password, and whoever sees the hub start gets the code that sets it. Each
 * start makes a new code, which ends the one before.
 * @returns the code; null where somebody can operate the hub.
 */
export async function firstOperatorCode(
  em: EntityManager,
  secret: Uint8Array,
  at: Date,
): Promise<string | null> {
  return em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    if (await isOperated(database, dateInVietnam(at))) return null;
    const id = (await waitingOperator(database)) ?? (await addOperator(within, at));
    if (id === null) return null;
    const made = { purpose: 'INVITATION', by: null, life: INVITATION_LIFE } as const;
    const codes = await openCodes(database, [id], made, secret, at);
    return codeOf(secret, firstOf(codes).seed);
  });
}

/** Whether somebody can sign in as an operator, today or later. */
async function isOperated(database: Database, today: LocalDate): Promise<boolean> {
  const { rows } = await sql`
    select from account join account_grant as held on held.account_id = account.id
    where held.role = 'OPERATOR' and account.disabled_at is null
      and (account.password_hash is not null or account.issuer is not null)
      and coalesce(held.valid_to >= ${today}::date, true) limit 1`.execute(database);
  return rows.length > 0;
}

async function waitingOperator(database: Database): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from account where sign_in_name = ${SIGN_IN_NAME} and password_hash is null
      and issuer is null and disabled_at is null`.execute(database);
  return rows[0]?.id ?? null;
}

/** Null where somebody has taken the name for something else. */
async function addOperator(within: EntityManager, at: Date): Promise<number | null> {
  const account = {
    ...{ name: 'Người vận hành', email: null, signInName: SIGN_IN_NAME, password: null },
    grants: [{ role: 'OPERATOR' as const }],
  };
  const event = await insertAccount(within, account, at);
  if (!event) return null;
  await trailOf(COMMAND_LINE, 'first operator', [event], at).execute(databaseOf(within));
  return event.subjectId;
}

/** What a start tells of it. */
export function firstOperatorText(code: string, address: string): string {
  return `Nobody can operate this hub yet. Whoever opens this address sets the password of the first
operator, who signs in as “${SIGN_IN_NAME}” (once; the next start of the hub makes a new address):

  ${address}/invitation#${code}`;
}
