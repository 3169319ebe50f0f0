import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { hashPassword } from '../auth/password.js';
import { hashRefreshToken, newRefreshToken, REFRESH_TOKEN_LIFE } from '../auth/refresh-token.js';
import type { Viewer } from '../auth/viewer.js';
import { change } from '../changes/change.service.js';
import { doLater } from '../database/flight.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { normalEmail } from './account-input.js';
import { Account } from './account.entity.js';
import { endCodes } from './account-code.service.js';
import { accountEvent } from './account.service.js';
import { checkOwnPassword } from './own-password.service.js';
import { tryPassword } from './password-attempt.service.js';
import { problemOfCode, secondFactorOf, type Factor } from './second-factor-check.service.js';
import { Session } from './session.entity.js';
import { tellSecurity } from '../shared/request-scope.js';

/** Two requests of one browser may refresh at once; within this time the second is only refused. */
const REUSE_GRACE = 10_000;

/** How many sessions of an account are kept, the newest ones. */
const MOST_SESSIONS = 200;

/** How many used tokens are kept, to notice a second use: for some weeks of a person's browsers. */
const MOST_USED_TOKENS = 2000;

/** What a sign-in or a refresh gives. */
export interface SignedIn {
  accountId: number;
  family: string;
  refreshToken: string;
  expiresAt: Date;
}

/**
 * Signs in with a password and an e-mail or a name. Null for a wrong password, an unknown or disabled account and
 * while the address has to wait, in the same time: nobody learns which. Signing in does not go on record. With a
 * right password, what is wrong with the second factor.
 * @throws TooOften TOO_MANY_SIGN_INS, LineIsFullError
 */
export async function signIn(
  context: Pick<Context, 'em' | 'now' | 'address' | 'signIns' | 'tokenSecret'>,
  signInName: string,
  password: string,
  code: string | null,
): Promise<SignedIn | Refusal | null> {
  const { em, now, address } = context;
  const typed = normalEmail(signInName);
  const named = { $or: [{ email: typed }, { signInName: typed }] };
  const found = await em.fork().findOne(Account, { ...named, disabledAt: null });
  const account = { id: found?.id ?? 0, email: typed, passwordHash: found?.passwordHash ?? null };
  const by = { accountId: null, name: 'sign-in' };
  const { id } = account;
  return tryPassword<Factor | undefined, SignedIn | Refusal>(context, account, password, by, {
    reading: secondFactorOf(id),
    goOn: async (within, factor) => {
      const problem = await problemOfCode(databaseOf(within), id, factor, code, context);
      if (problem) return { result: problem, outcome: code ? 'FAILED' : 'HALF' };
      const result = await openSession(within, id, { family: randomUUID(), address }, now);
      return { result, outcome: 'DONE' };
    },
  });
}

/**
 * Exchanges a refresh token for the next one. Null when it is unknown, expired or ended. A token
 * that was used before ends the whole sign-in, because somebody else may have it.
 */
export async function refreshSession(
  { em, now, address }: Pick<Context, 'em' | 'now' | 'address'>,
  refreshToken: string,
): Promise<SignedIn | null> {
  const tokenHash = hashRefreshToken(refreshToken);
  return em.fork().transactional(async (within) => {
    // Whoever ends all sign-ins of the account comes before or after, and overlooks no new one.
    await sql`
      select from account where id = (
        select account_id from account_session where token_hash = ${tokenHash}) for share`.execute(
      databaseOf(within),
    );
    const found = await databaseOf(within)
      .selectFrom('account_session as session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .select([
        'session.id',
        'session.account_id as accountId',
        'session.family',
        'session.issuer',
        'session.expires_at as expiresAt',
        'session.used_at as usedAt',
        'session.ended_at as endedAt',
        'account.disabled_at as disabledAt',
      ])
      .where('session.token_hash', '=', tokenHash)
      .forUpdate('session')
      .executeTakeFirst();
    if (!found || found.endedAt !== null || found.disabledAt !== null) return null;
    if (found.usedAt !== null) {
      const since = now.getTime() - new Date(found.usedAt).getTime();
      if (since > REUSE_GRACE) {
        await endFamily(within, found.family, now);
        tellSecurity('session-token-reused', { account: found.accountId });
      }
      return null;
    }
    if (new Date(found.expiresAt) <= now) return null;
    await within.nativeUpdate(Session, found.id, { usedAt: now });
    const { accountId, family, issuer } = found;
    return openSession(within, accountId, { family, address, issuer }, now);
  });
}

/**
 * Signs the viewer out: of this sign-in, or of every one.
 * @returns the issuer through which this one began; null for a password.
 */
export async function signOut(
  { em, now }: Pick<Context, 'em' | 'now'>,
  { accountId, family }: Viewer,
  everywhere: boolean,
): Promise<string | null> {
  return em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    await sql`select from account where id = ${accountId} for update`.execute(database);
    const { rows } = await sql<{ issuer: string }>`
      select issuer from account_session where family = ${family}::uuid and issuer is not null
      limit 1`.execute(database);
    if (everywhere) await endAllSessions(within, accountId, now);
    else if (family !== null) await endFamily(within, family, now);
    return rows[0]?.issuer ?? null;
  });
}

/** Ends one sign-in: its refresh token and its access tokens are refused from now on. */
async function endFamily(em: EntityManager, family: string, now: Date): Promise<void> {
  await em.nativeUpdate(Session, { family, endedAt: null }, { endedAt: now });
}

/** Ends every sign-in of an account, except one if it is given. The account's row must be locked. */
export async function endAllSessions(
  em: EntityManager,
  accountId: number,
  now: Date,
  except: string | null = null,
): Promise<void> {
  await em.nativeUpdate(
    Session,
    { account: accountId, endedAt: null, ...(except && { family: { $ne: except } }) },
    { endedAt: now },
  );
}

/**
 * Changes the viewer's password and ends the account's other sign-ins.
 * @returns false when the present password is wrong, while the address has to wait, or without one.
 * @throws TooOften TOO_MANY_SIGN_INS, LineIsFullError
 */
export async function changePassword(
  context: Context,
  viewer: Viewer,
  passwords: { present: string; next: string },
): Promise<boolean> {
  const { accountId, family } = viewer;
  const { isRight, hash: known } = await checkOwnPassword(context, viewer, passwords.present);
  if (!isRight || known === null) return false;
  const passwordHash = await hashPassword(passwords.next);
  const request = { action: 'accountPasswordChange', input: {}, publishes: false };
  const { value } = await change(context, request, async (em, at) => {
    // Of two changes at once the second knows the present password no longer.
    const changed = await em.nativeUpdate(
      Account,
      { id: accountId, passwordHash: known },
      { passwordHash, passwordChangeRequired: false },
    );
    if (changed === 0) return { value: false, refusals: [], events: [] };
    await endCodes(databaseOf(em), [accountId], at);
    await endAllSessions(em, accountId, at, family);
    return { value: true, refusals: [], events: [accountEvent(accountId, null, null)] };
  });
  return value === true;
}

/**
 * Begins a session of an account, or goes on with that of the family.
 * @param by.address the network address of the request.
 * @param by.issuer through which it began; left out or null for a password.
 */
export async function openSession(
  em: EntityManager,
  accountId: number,
  { family, address, issuer = null }: { family: string; address: string; issuer?: string | null },
  now: Date,
): Promise<SignedIn> {
  const refreshToken = newRefreshToken();
  const expiresAt = new Date(now.getTime() + REFRESH_TOKEN_LIFE);
  const opened = sql`
    insert into account_session (account_id, family, issuer, address, token_hash, created_at, expires_at)
    values (${accountId}, ${family}, ${issuer}, ${address}, ${hashRefreshToken(refreshToken)}, ${now},
      ${expiresAt})`;
  await doLater(databaseOf(em), opened);
  await forgetOldSessions(em, accountId, now);
  return { accountId, family, refreshToken, expiresAt };
}

/**
 * Removes what has expired and, because nothing limits sign-ins that succeed, the oldest of too many.
 * Two refreshes at once may want to remove the same rows: one of them leaves them to the other.
 */
async function forgetOldSessions(em: EntityManager, accountId: number, now: Date): Promise<void> {
  const forgotten = sql`
    delete from account_session where id in (
      select id from account_session where id in (
        select id from (
          select id, expires_at, used_at is null and ended_at is null as open, row_number() over (
            partition by used_at is null and ended_at is null order by id desc) as place
          from account_session where account_id = ${accountId}) as ranked
        where expires_at < ${now}
          or place > case when open then ${MOST_SESSIONS}::int else ${MOST_USED_TOKENS}::int end)
      for update skip locked)`;
  await doLater(databaseOf(em), forgotten);
}
