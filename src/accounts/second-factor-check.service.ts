import { sql } from 'kysely';
import { hashCode } from '../auth/one-time-code.js';
import { unseal } from '../auth/seal.js';
import { stepOfCode } from '../auth/second-factor.js';
import { trailOf } from '../changes/change.service.js';
import { question, type Question } from '../database/flight.js';
import type { Database } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { accountEvent } from './account.service.js';

/** What seals the secrets of authenticator apps. */
export const FACTOR_PURPOSE = 'second factors';

const SECOND_FACTOR_NEEDED: Refusal = {
  code: 'SECOND_FACTOR_NEEDED',
  field: ['code'],
  text: {
    vi: 'Mật khẩu đúng. Hãy nhập thêm mã 6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.',
    en: 'The password is right. Give the six digits of your authenticator app as well, or a recovery code.',
  },
};

export const SECOND_FACTOR_WRONG: Refusal = {
  code: 'SECOND_FACTOR_WRONG',
  field: ['code'],
  text: {
    vi: 'Mã không đúng, đã hết hạn hoặc đã được dùng. Hãy đợi mã mới trong ứng dụng (mỗi 30 giây) và xem giờ của điện thoại có đúng không.',
    en: 'The code is wrong, too old, or was used already. Wait for the next one of your app (every 30 seconds), and see that the clock of the telephone is right.',
  },
};

/** What the second factor of an account is. */
export interface Factor {
  secret: string;
  lastStep: number | null;
  name: string;
}

/** The second factor of an account; undefined when it has none. Whoever judges a code by it has locked the account first. */
export function secondFactorOf(accountId: number): Question<Factor | undefined> {
  const query = sql<Factor>`
    select secret, last_step as "lastStep", name from second_factor
    join account on account.id = account_id
    where account_id = ${accountId} and secret is not null`;
  return question(query, ([factor]) => factor);
}

type Checking = Pick<Context, 'tokenSecret' | 'now' | 'address'>;

/**
 * Checks the second factor of an account whose row is locked; a right code is used up. Null when it is right, or
 * the account has none.
 */
export async function secondFactorProblem(
  database: Database,
  accountId: number,
  code: string | null,
  checking: Checking,
): Promise<Refusal | null> {
  const factor = await secondFactorOf(accountId).ask(database);
  return problemOfCode(database, accountId, factor, code, checking);
}

/** The same for a factor that was read. */
export async function problemOfCode(
  database: Database,
  accountId: number,
  factor: Factor | undefined,
  code: string | null,
  { tokenSecret, now, address }: Checking,
): Promise<Refusal | null> {
  if (!factor) return null;
  if (!code) return SECOND_FACTOR_NEEDED;
  const step = stepOf(factor, code, tokenSecret, now);
  if (step !== null) {
    await sql`
      update second_factor set last_step = ${step} where account_id = ${accountId}`.execute(
      database,
    );
    return null;
  }
  const used = await sql`
    update recovery_code set used_at = ${now}
    where account_id = ${accountId} and code_hash = ${hashCode(code)} and used_at is null
    returning id`.execute(database);
  if (used.rows.length === 0) return SECOND_FACTOR_WRONG;
  // Its owner has to hear of one that somebody else has used.
  const author = { accountId, name: factor.name, address };
  const events = [accountEvent(accountId, null, null)];
  await trailOf(author, 'recoveryCodeUse', events, now).execute(database);
  return null;
}

/** After a change of the hub's secret no app fits any more; recovery codes do. */
function stepOf(
  { secret, lastStep }: { secret: string; lastStep: number | null },
  code: string,
  tokenSecret: Uint8Array,
  now: Date,
): number | null {
  try {
    return stepOfCode(unseal(secret, tokenSecret, FACTOR_PURPOSE), code, lastStep, now);
  } catch {
    return null;
  }
}
