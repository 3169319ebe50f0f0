import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { checkPassword } from '../auth/password.js';
import {
  LONG_SPAN,
  waitOf,
  type SignInFailure,
  type SignInLimits,
} from '../auth/sign-in-limits.js';
import { trailOf, type Author } from '../changes/change.service.js';
import { both, doLater, question, type Question } from '../database/flight.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { timeIsUp } from '../database/time-limit.js';
import type { Context } from '../request/context.js';
import { networkOf, siteOf } from '../shared/network-of.js';
import { tellSecurity } from '../shared/request-scope.js';
import { accountEvent } from './account.service.js';

/** How long an address stays known after the last sign-in from there: a year. */
const KNOWN_FOR = 365 * 24 * 60 * 60_000;

/** How many addresses of an account stay known: the last ones. */
const MOST_KNOWN = 50;

/** The account whose password is tried; id 0 and no hash if there is none. */
export interface Tried {
  id: number;
  /** The e-mail or the name in its normal form, whether the account exists or not. */
  email: string;
  passwordHash: string | null;
}

/** The author of the audit entries of an attempt. */
export type TriedBy = Pick<Author, 'accountId' | 'name'>;

/** What becomes of an attempt with a right password. */
interface Step<Result> {
  result: Result;
  /** HALF needs something more, and neither counts as failed nor clears what has. */
  outcome: 'DONE' | 'HALF' | 'FAILED';
}

interface Attempt {
  account: Tried;
  fits: boolean;
  by: TriedBy;
  limits: SignInLimits | null;
  /** The address, or the network that counts as one. */
  network: string;
  address: string;
  now: Date;
}

/** What becomes of a right password. */
export interface GoingOn<Read, Result> {
  /** What is read for it, whether the password is right or not. */
  reading: Question<Read>;
  goOn: (within: EntityManager, read: Read) => Promise<Step<Result>>;
}

/**
 * Checks a password and goes on with a right one. Null for a wrong one, for an unknown account,
 * while the address must wait, and when the account was disabled or got another password in the
 * meantime; neither the answer nor its time shows the reason. Failed attempts are counted,
 * successful ones are not.
 * @throws TooOften TOO_MANY_SIGN_INS, LineIsFullError
 */
export async function tryPassword<Read, Result>(
  { em, now, address, signIns }: Pick<Context, 'em' | 'now' | 'address' | 'signIns'>,
  account: Tried,
  password: string,
  by: TriedBy,
  goingOn: GoingOn<Read, Result>,
): Promise<Result | null> {
  const network = networkOf(address);
  let counted = false;
  const begin = async () => {
    const late = timeIsUp();
    if (late) throw late;
    await signIns.begin(address);
    counted = true;
  };
  try {
    const party = { sender: network, subject: account.email };
    const fits = await checkPassword(account.passwordHash, password, party, begin);
    const attempt = { account, fits, by, limits: signIns.limits, network, address, now };
    const least = setTimeout(signIns.leastDecision);
    const step = await em.fork().transactional((within) => decide(within, attempt, goingOn));
    if (step && step.outcome !== 'FAILED') return step.result;
    // An attempt that stays counted has failed.
    counted = false;
    tellSecurity('sign-in-failed', { account: account.id || null });
    // Only for an account that exists something is written.
    await least;
    return step && step.result;
  } finally {
    if (counted) await signIns.giveBack(address);
  }
}

async function decide<Read, Result>(
  within: EntityManager,
  attempt: Attempt,
  { reading, goOn }: GoingOn<Read, Result>,
): Promise<Step<Result> | null> {
  const { account, fits, limits, network, now } = attempt;
  const database = databaseOf(within);
  // One row lock decides among parallel attempts, so that all are counted.
  const locked = sql<{ password_hash: string | null; disabled_at: string | null }>`
    select password_hash, disabled_at from account where id = ${account.id} for update`;
  const past = both(isKnown(account.id, network), failuresOf(account.id, network, now));
  const asked = both(
    question(locked, ([row]) => row),
    both(past, reading),
  );
  const [current, [[known, failures], read]] = await asked.ask(database);
  if (!current || current.disabled_at !== null || current.password_hash !== account.passwordHash)
    return null;
  if (limits && waitOf(failures, known, limits, now)) return null;
  const step = fits ? await goOn(within, read) : null;
  if (step?.outcome === 'DONE') await rememberAddress(database, account.id, network, now);
  if (limits && (!step || step.outcome === 'FAILED'))
    await countFailure(within, attempt, { known, failures, limits });
  return step;
}

/** Records a wrong password, and in the audit trail the wait that follows. */
async function countFailure(
  within: EntityManager,
  { account, by, network, address, now }: Attempt,
  before: { known: boolean; failures: readonly SignInFailure[]; limits: SignInLimits },
): Promise<void> {
  const { known, limits } = before;
  const database = databaseOf(within);
  const { id } = account;
  // Waiting for the disk would show that the account exists; a lost failure does little harm.
  await sql`set local synchronous_commit = off`.execute(database);
  await sql`
    insert into sign_in_failure (account_id, address, known, failed_at)
    values (${id}, ${network}, ${known}, ${now})`.execute(database);
  // Failures that no longer count are not needed.
  await sql`
    delete from sign_in_failure
    where account_id = ${id} and failed_at <= ${new Date(now.getTime() - LONG_SPAN)}`.execute(
    database,
  );
  const failures = [{ at: now, here: true, near: true, known }, ...before.failures];
  const wait = waitOf(failures, known, limits, now);
  if (!wait) return;
  await sql`
    update account set locked_until = greatest(locked_until, ${wait.until}) where id = ${id}`.execute(
    database,
  );
  const after = {
    lockedUntil: wait.until,
    ...(wait.from === 'NEW_ADDRESSES' && { for: wait.from }),
  };
  const event = accountEvent(id, null, after);
  await trailOf({ ...by, address }, 'accountLock', [event], now).execute(database);
  tellSecurity('sign-in-locked', { account: id, until: wait.until.toISOString(), for: wait.from });
}

/** Whether the account has signed in from an address within a year. */
function isKnown(account: number, network: string): Question<boolean> {
  const query = sql`
    select from account_address where account_id = ${account} and address = ${network}`;
  return question(query, (rows) => rows.length > 0);
}

/** The failures that count, newest first. */
function failuresOf(account: number, network: string, now: Date): Question<SignInFailure[]> {
  const query = sql<{ failedAt: string; address: string; known: boolean }>`
    select failed_at as "failedAt", address, known from sign_in_failure
    where account_id = ${account} and failed_at > ${new Date(now.getTime() - LONG_SPAN)}
    order by failed_at desc, id desc`;
  return question(query, (rows) =>
    rows.map(({ failedAt, address, known }) => ({
      at: new Date(failedAt),
      here: address === network,
      near: siteOf(address) === siteOf(network),
      known,
    })),
  );
}

/** A right password clears the failures of its address and makes the address known. */
export async function rememberAddress(
  database: Database,
  account: number,
  network: string,
  now: Date,
): Promise<void> {
  const cleared = sql`
    delete from sign_in_failure where account_id = ${account} and address = ${network}`;
  const remembered = sql`
    insert into account_address (account_id, address, signed_in_at)
    values (${account}, ${network}, ${now})
    on conflict (account_id, address) do update set signed_in_at = excluded.signed_in_at`;
  const forgotten = sql`
    delete from account_address
    where account_id = ${account} and (signed_in_at < ${new Date(now.getTime() - KNOWN_FOR)}
      or address not in (
        select address from account_address where account_id = ${account}
        order by signed_in_at desc, address = ${network} desc limit ${MOST_KNOWN}))`;
  for (const query of [cleared, remembered, forgotten]) await doLater(database, query);
}

/** Ends all waits of an account. Its row must be locked. */
export async function liftWaits(em: EntityManager, account: number): Promise<void> {
  const database = databaseOf(em);
  await sql`delete from sign_in_failure where account_id = ${account}`.execute(database);
  await sql`update account set locked_until = null where id = ${account}`.execute(database);
}
