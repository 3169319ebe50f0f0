import { sql } from 'kysely';
import { codeOf, hashCode, newCodeSeed } from '../auth/one-time-code.js';
import type { Database } from '../database/orm.js';
import type { CodePurpose } from './account.enums.js';

/** A code that was made just now. */
export interface OpenedCode {
  id: number;
  accountId: number;
  /** From which the code is derived. */
  seed: string;
  expiresAt: Date;
}

/**
 * Makes a code for each account. An invitation ends the one before, so that what was mailed to a wrong
 * address opens nothing any more; a forgotten password does not, so that nobody can make the mails of
 * another useless by asking again and again.
 * @param by the row id of the account that invites; null for who asks for themselves.
 * @param life in milliseconds.
 */
export async function openCodes(
  database: Database,
  accountIds: readonly number[],
  { purpose, by, life }: { purpose: CodePurpose; by: number | null; life: number },
  secret: Uint8Array,
  at: Date,
): Promise<OpenedCode[]> {
  if (purpose === 'INVITATION') await endCodes(database, accountIds, at, purpose);
  const seeds = accountIds.map(newCodeSeed);
  const hashes = seeds.map((seed) => hashCode(codeOf(secret, seed)));
  const expiresAt = new Date(at.getTime() + life);
  const { rows } = await sql<Omit<OpenedCode, 'expiresAt'>>`
    insert into account_code (account_id, purpose, seed, code_hash, created_by_id, created_at, expires_at)
    select given.account_id, ${purpose}, given.seed, given.code_hash, ${by}::int, ${at}::timestamptz,
      ${expiresAt}::timestamptz
    from unnest(${[...accountIds]}::int[], ${seeds}::uuid[], ${hashes}::text[])
      as given(account_id, seed, code_hash)
    returning id, account_id as "accountId", seed`.execute(database);
  return rows.map((row) => ({ ...row, expiresAt }));
}

/** Ends the codes of accounts that are still good, of one purpose or of all. */
export async function endCodes(
  database: Database,
  accountIds: readonly number[],
  at: Date,
  purpose: CodePurpose | null = null,
): Promise<void> {
  await sql`
    update account_code set ended_at = ${at}
    where account_id = any(${[...accountIds]}::int[]) and used_at is null and ended_at is null
      and (${purpose}::text is null or purpose = ${purpose})`.execute(database);
}

/** The code of a seed, if it still opens an account that can be opened; null otherwise. */
export async function openCodeOf(
  database: Database,
  secret: Uint8Array,
  seed: string,
): Promise<string | null> {
  const code = codeOf(secret, seed);
  const { rows } = await sql`
    select from account_code as code join account on account.id = code.account_id
    where code_hash = ${hashCode(code)} and used_at is null and ended_at is null
      and expires_at > clock_timestamp() and account.disabled_at is null`.execute(database);
  return rows.length > 0 ? code : null;
}
