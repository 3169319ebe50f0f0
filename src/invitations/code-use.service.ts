import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { endCodes } from '../accounts/account-code.service.js';
import type { CodePurpose } from '../accounts/account.enums.js';
import { passwordProblems } from '../accounts/account-input.js';
import { accountEvent } from '../accounts/account.service.js';
import { liftWaits, rememberAddress } from '../accounts/password-attempt.service.js';
import { secondFactorProblem } from '../accounts/second-factor-check.service.js';
import { endAllSessions, openSession, type SignedIn } from '../accounts/session.service.js';
import { hashCode } from '../auth/one-time-code.js';
import { hashPassword } from '../auth/password.js';
import { trailOf } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { networkOf } from '../shared/network-of.js';
import { tellSecurity } from '../shared/request-scope.js';
import { codeProblem, CODE_UNKNOWN, type FoundCode } from './code-problem.js';
import { ofClosedSchools } from './invite.service.js';

/** The names of the mutations, as the trail has them. */
const ACTIONS: Record<CodePurpose, string> = {
  INVITATION: 'invitationAccept',
  PASSWORD_RESET: 'accountPasswordRenew',
};

export interface CodeRequest {
  purpose: CodePurpose;
  code: string;
  password: string;
  /** A code of the second factor, if one was given. */
  secondFactor: string | null;
}

type Asking = Pick<Context, 'em' | 'now' | 'address' | 'signIns' | 'today' | 'tokenSecret'>;

/** Who is signed in, or why nobody is. */
interface Outcome {
  signedIn: SignedIn | null;
  refusals: readonly Refusal[];
}

const refused = (...refusals: Refusal[]): Outcome => ({ signedIn: null, refusals });

/**
 * Sets the password of the account of a code and signs in; the code is used up, and all other sessions
 * and codes of the account end. A code that opens nothing counts as a sign-in that failed.
 * @throws TooOften TOO_MANY_SIGN_INS.
 */
export async function setPasswordByCode(
  asking: Asking,
  { purpose, code, password, secondFactor }: CodeRequest,
): Promise<Outcome> {
  const unfit = passwordProblems(password, ['password']);
  if (unfit.length > 0) return refused(...unfit);
  const { em, address, signIns } = asking;
  const codeHash = hashCode(code);
  await signIns.begin(address);
  let failed = false;
  try {
    // Looked at before the password is hashed, which is work, and once more under the lock.
    const known = await codeOfHash(databaseOf(em.fork()), { purpose, codeHash }, asking);
    const problem = codeProblem(known, asking.now);
    const outcome = problem
      ? refused(problem)
      : await setPassword({ purpose, codeHash, secondFactor }, password, asking);
    failed = outcome.signedIn === null;
    return outcome;
  } finally {
    if (failed) tellSecurity('code-refused', { purpose });
    else await signIns.giveBack(address);
  }
}

interface Given {
  purpose: CodePurpose;
  codeHash: string;
  secondFactor: string | null;
}

async function setPassword(about: Given, password: string, asking: Asking): Promise<Outcome> {
  const given = { ...about, passwordHash: await hashPassword(password) };
  return asking.em.fork().transactional((within) => useUp(within, given, asking));
}

async function useUp(
  within: EntityManager,
  given: Given & { passwordHash: string },
  asking: Asking,
): Promise<Outcome> {
  const { now, address } = asking;
  const { purpose, codeHash, passwordHash } = given;
  const database = databaseOf(within);
  // Of two requests with one code the second waits here, and then finds it used.
  await sql`
    select from account where id = (
      select account_id from account_code where code_hash = ${codeHash}) for update`.execute(
    database,
  );
  const found = await codeOfHash(database, given, asking);
  const problem = codeProblem(found, now);
  if (!found || problem) return refused(problem ?? CODE_UNKNOWN);
  const { id, accountId, name } = found;
  const { secondFactor } = given;
  // Who reads the mail of another must not get past the second factor.
  const unproved = await secondFactorProblem(database, accountId, secondFactor, asking);
  if (unproved) return refused({ ...unproved, field: ['secondFactor'] });
  await sql`update account_code set used_at = ${now} where id = ${id}`.execute(database);
  await sql`
    update account set password_hash = ${passwordHash}, password_change_required = false
    where id = ${accountId}`.execute(database);
  await endCodes(database, [accountId], now);
  await liftWaits(within, accountId);
  await endAllSessions(within, accountId, now);
  await rememberAddress(database, accountId, networkOf(address), now);
  const action = ACTIONS[purpose];
  const events = [accountEvent(accountId, null, null)];
  await trailOf({ accountId, name, address }, action, events, now).execute(database);
  const session = { family: randomUUID(), address };
  return { signedIn: await openSession(within, accountId, session, now), refusals: [] };
}

/** Null for a code that nobody was ever given. */
async function codeOfHash(
  database: Database,
  { purpose, codeHash }: { purpose: CodePurpose; codeHash: string },
  { today }: Asking,
): Promise<FoundCode | null> {
  const { rows } = await sql<Omit<FoundCode, 'ofClosedSchool'>>`
    select code.id, code.account_id as "accountId", account.name, code.purpose,
      code.expires_at as "expiresAt", code.used_at as "usedAt", code.ended_at as "endedAt",
      account.disabled_at is not null as disabled,
      inviter.name as "byName", inviter.email as "byEmail"
    from account_code as code join account on account.id = code.account_id
    left join account as inviter on inviter.id = code.created_by_id
    where code_hash = ${codeHash} and purpose = ${purpose}`.execute(database);
  const [row] = rows;
  if (!row) return null;
  const ofClosedSchool =
    purpose === 'INVITATION' &&
    (await ofClosedSchools(database, [row.accountId], today)).has(row.accountId);
  return { ...row, ofClosedSchool };
}
