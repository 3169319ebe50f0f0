import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { insertIssuerAccount, linkIdentity, lockIdentity } from '../accounts/identity.service.js';
import { openSession, type SignedIn } from '../accounts/session.service.js';
import type { IssuerClaims } from '../auth/issuer-claims.js';
import { IssuerProblem } from '../auth/issuer-problem.js';
import type { SignInIssuer } from '../auth/sign-in-issuers.js';
import { trailOf, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { tellSecurity } from '../shared/request-scope.js';
import { spanCovers } from '../units/unit.queries.js';
import { isAnswerTo, PATIENCE, sealed, unsealed, type BegunSignIn } from './begun-sign-in.js';
import {
  ACCOUNT_HERE,
  accountDisabled,
  IDENTITY_EXISTS,
  IDENTITY_TAKEN,
  ISSUER_UNKNOWN,
  issuerRefusal,
  notAdmitted,
  ruleWrong,
  SIGN_IN_NOT_BEGUN,
  SIGN_IN_OF_ANOTHER_TAB,
} from './issuer-refusals.js';
import { ruleFor, verifiedEmail } from './newcomer.js';

/** Who is signed in, or why nobody is. */
export interface Outcome {
  signedIn: SignedIn | null;
  refusals: readonly Refusal[];
}

const refused = (...refusals: Refusal[]): Outcome => ({ signedIn: null, refusals });

/**
 * The address at which somebody signs in at an issuer; what belongs to it goes into a cookie.
 * @param link the account that the issuer is to be linked to, and its session; null to sign in.
 */
export async function beginSignIn(
  { signInIssuers, issuerCookie, tokenSecret, language, now }: Context,
  issuer: string,
  link: BegunSignIn['link'],
): Promise<{ address: string | null; refusals: readonly Refusal[] }> {
  const wanted = signInIssuers?.find(issuer);
  if (!signInIssuers || !wanted) return { address: null, refusals: [ISSUER_UNKNOWN] };
  try {
    const { address, secrets } = await signInIssuers.begin(wanted, language, now);
    const endsAt = now.getTime() + PATIENCE;
    issuerCookie.write(sealed({ issuer, secrets, link, endsAt }, tokenSecret), new Date(endsAt));
    return { address, refusals: [] };
  } catch (error) {
    if (!(error instanceof IssuerProblem)) throw error;
    return { address: null, refusals: [issuerRefusal(wanted, error)] };
  }
}

/**
 * Signs in whom an issuer vouches for, or links them to the account that asked for it. One that fails
 * counts as a sign-in that failed.
 * @param answer what stands behind the question mark of the address that the issuer led back to.
 * @throws TooOften TOO_MANY_SIGN_INS.
 */
export async function finishSignIn(context: Context, answer: string): Promise<Outcome> {
  const { signInIssuers, issuerCookie, signIns, address, tokenSecret, now } = context;
  const cookie = issuerCookie.read();
  const begun = cookie === null ? null : unsealed(cookie, tokenSecret, now);
  if (!begun) return refused(SIGN_IN_NOT_BEGUN);
  // The other tab still needs what belongs to it.
  if (!isAnswerTo(begun, answer)) return refused(SIGN_IN_OF_ANOTHER_TAB);
  issuerCookie.clear();
  const issuer = signInIssuers?.find(begun.issuer);
  if (!signInIssuers || !issuer) return refused(ISSUER_UNKNOWN);
  await signIns.begin(address);
  let failed = true;
  try {
    const claims = await signInIssuers.finish(issuer, answer, begun.secrets, now);
    const outcome = await context.em.fork().transactional((within) => {
      const { link } = begun;
      return link
        ? linkTo(within, context, { issuer, claims, link })
        : enter(within, context, { issuer, claims });
    });
    failed = outcome.signedIn === null;
    return outcome;
  } catch (error) {
    if (!(error instanceof IssuerProblem)) throw error;
    return refused(issuerRefusal(issuer, error));
  } finally {
    if (failed) tellSecurity('sign-in-failed', { issuer: issuer.issuer });
    else await signIns.giveBack(address);
  }
}

interface Vouched {
  issuer: SignInIssuer;
  claims: IssuerClaims;
}

/** Signs in whoever the hub knows, and who is new if a rule lets them in. */
async function enter(
  within: EntityManager,
  context: Context,
  { issuer, claims }: Vouched,
): Promise<Outcome> {
  const { address, now } = context;
  const database = databaseOf(within);
  let accountId = await lockIdentity(database, claims);
  if (accountId === null) {
    const event = await admit(within, context, { issuer, claims });
    if ('refusal' in event) return refused(event.refusal);
    accountId = event.subjectId;
    const author = { accountId: null, name: issuer.issuer, address };
    await trailOf(author, 'issuerSignInFinish', [event], now).execute(database);
  }
  if (!(await isOpen(database, accountId))) return refused(accountDisabled(issuer));
  const session = { family: randomUUID(), address, issuer: issuer.issuer };
  return { signedIn: await openSession(within, accountId, session, now), refusals: [] };
}

/** Finds or makes the account of somebody new. @returns its audit entry, or why there is none. */
async function admit(
  within: EntityManager,
  context: Context,
  { issuer, claims }: Vouched,
): Promise<Event | { refusal: Refusal }> {
  const { now, today } = context;
  const database = databaseOf(within);
  const email = verifiedEmail(claims);
  const here = email === null ? null : await accountOfEmail(database, email, issuer);
  if (here?.disabled) return { refusal: accountDisabled(issuer) };
  if (here && (here.linked || !issuer.linkVerifiedEmail))
    return { refusal: here.linked ? IDENTITY_EXISTS : ACCOUNT_HERE };
  if (here) return linkIdentity(database, here.id, claims, now);
  const rule = ruleFor(claims, issuer.newcomers);
  if (!rule) return { refusal: notAdmitted(issuer, claims.email) };
  const units = await sql<{ id: number }>`
    select id from administrative_unit as unit
    where code = ${rule.unit} and kind = coalesce(${rule.unitKind}, kind)
      and ${spanCovers('unit.valid_from', 'unit.valid_to', today)}`.execute(database);
  const [unit, another] = units.rows;
  if (!unit || another) return { refusal: ruleWrong(issuer, rule.unit) };
  return insertIssuerAccount(within, claims, [{ role: rule.role, unitId: unit.id }], now);
}

/** The account with an e-mail, so that nobody gets a second one; it is locked. */
async function accountOfEmail(
  database: Database,
  email: string,
  { issuer }: SignInIssuer,
): Promise<{ id: number; disabled: boolean; linked: boolean } | null> {
  const { rows } = await sql<{ id: number; disabled: boolean; linked: boolean }>`
    select id, disabled_at is not null as disabled, exists (
      select from account_identity where account_id = account.id and issuer = ${issuer}) as linked
    from account where email = ${email} for update`.execute(database);
  return rows[0] ?? null;
}

/** Links somebody to the account whose owner asked for it, if they are still signed in; their session goes on. */
async function linkTo(
  within: EntityManager,
  { address, now }: Context,
  { issuer, claims, link }: Vouched & { link: NonNullable<BegunSignIn['link']> },
): Promise<Outcome> {
  const { accountId, family } = link;
  const database = databaseOf(within);
  const known = await lockIdentity(database, claims);
  if (known !== null && known !== accountId) return refused(IDENTITY_TAKEN);
  const { rows } = await sql<{ name: string; goesOn: boolean; linked: boolean }>`
    select name, disabled_at is null and exists (
        select from account_session where family = ${family}::uuid and account_id = account.id
          and ended_at is null) as "goesOn",
      exists (select from account_identity
        where account_id = account.id and issuer = ${issuer.issuer}) as linked
    from account where id = ${accountId} for update`.execute(database);
  const [account] = rows;
  if (!account?.goesOn) return refused(SIGN_IN_NOT_BEGUN);
  if (known === null) {
    if (account.linked) return refused(IDENTITY_EXISTS);
    const event = await linkIdentity(database, accountId, claims, now);
    const author = { accountId, name: account.name, address };
    await trailOf(author, 'issuerSignInFinish', [event], now).execute(database);
  }
  const signedIn = await openSession(within, accountId, { family, address }, now);
  return { signedIn, refusals: [] };
}

/** Whether an account is not disabled; it stays so until the transaction ends. */
async function isOpen(database: Database, accountId: number): Promise<boolean> {
  const { rows } = await sql`
    select from account where id = ${accountId} and disabled_at is null for update`.execute(
    database,
  );
  return rows.length > 0;
}
