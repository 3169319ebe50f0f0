import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { openCodes } from '../accounts/account-code.service.js';
import { normalEmail } from '../accounts/account-input.js';
import { accountEvent } from '../accounts/account.service.js';
import { trailOf } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { writeCodeMail } from '../mail/code-mail.service.js';
import type { Context } from '../request/context.js';

/** In milliseconds: long enough for slow mail, short enough for a mailbox that others read later. */
const LIFE = 3_600_000;

/** In seconds, between two mails to one account, so that nobody fills the mailbox of another. */
const LEAST_BETWEEN = 5 * 60;

/**
 * Sends a mail with a code to whoever has an account with a password and this e-mail. Neither the answer
 * nor its time tells whether there is one. Each request counts as a sign-in that failed, so that nobody
 * tries addresses without end.
 * @returns why no mail goes to anybody; empty otherwise, whether one goes or not.
 * @throws TooOften TOO_MANY_SIGN_INS.
 */
export async function requestPassword(
  context: Pick<Context, 'em' | 'address' | 'signIns' | 'mail' | 'tokenSecret' | 'today'>,
  email: string,
): Promise<readonly Refusal[]> {
  const { em, address, signIns, mail } = context;
  if (!mail) return [NO_MAIL];
  await signIns.begin(address);
  const least = setTimeout(signIns.leastDecision);
  await em.fork().transactional((within) => writeMail(within, normalEmail(email), context));
  await least;
  return [];
}

async function writeMail(
  within: EntityManager,
  email: string,
  { address, tokenSecret, today }: Parameters<typeof requestPassword>[0],
): Promise<void> {
  const database = databaseOf(within);
  // Waiting for the disk would show that the account exists; a lost mail is asked for again.
  await sql`set local synchronous_commit = off`.execute(database);
  const { rows } = await sql<{ id: number; at: string }>`
    select id, date_trunc('milliseconds', clock_timestamp()) as at from account
    where email = ${email} and password_hash is not null and disabled_at is null and not exists (
      select from account_code as code
      where code.account_id = account.id and code.purpose = 'PASSWORD_RESET'
        and code.created_at > clock_timestamp() - make_interval(secs => ${LEAST_BETWEEN}))
    for update`.execute(database);
  const [account] = rows;
  if (!account) return;
  const at = new Date(account.at);
  const made = { purpose: 'PASSWORD_RESET', by: null, life: LIFE } as const;
  const codes = await openCodes(database, [account.id], made, tokenSecret, at);
  await writeCodeMail(database, codes, { kind: 'PASSWORD_FORGOTTEN', by: null, today });
  const author = { accountId: null, name: 'sign-in', address };
  const events = [accountEvent(account.id, null, null)];
  await trailOf(author, 'accountPasswordRequest', events, at).execute(database);
}

const NO_MAIL: Refusal = {
  code: 'MAIL_OFF',
  field: null,
  text: {
    vi: 'Hệ thống này không gửi thư. Hãy nhờ người vận hành ở cơ quan đã cấp tài khoản đặt lại mật khẩu.',
    en: 'This hub sends no mail. Ask an operator at the office that gave you the account to reset your password.',
  },
};
