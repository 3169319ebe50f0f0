import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { FAILING_DAYS, waitAfter } from '../shared/retry.js';
import { openCodeOf } from '../accounts/account-code.service.js';
import type { Language } from '../shared/text.js';
import { endedWith, type MailLanguage } from './mail.enums.js';
import {
  handIn,
  SENDING_TIMEOUT,
  type Letter,
  type MailServer,
  type Outcome,
} from './mail-server.js';
import { bringsCode, mailText, type KeptMail, type MailContent } from './mail-texts.js';

/** An attempt belongs to the hub that made it for this long; after that, the hub counts as killed. */
const TURN_SECONDS = (SENDING_TIMEOUT / 1000) * 3;

interface Due {
  id: number;
  address: string;
  attempts: number;
  messageId: string;
  unsubscribeKey: string;
  /** What the account has chosen. */
  language: MailLanguage;
}

export type DueMail = Due & KeptMail;

const LANGUAGES: Record<MailLanguage, readonly Language[]> = {
  VI: ['vi'],
  EN: ['en'],
  BOTH: ['vi', 'en'],
};

/**
 * Takes mails that are due for this hub alone. They are marked before they are sent: what was under way
 * when a hub died has perhaps been sent, and only a person sends it again.
 * @param domain of the sender, for the ids of messages.
 */
export async function takeDueMail(
  database: Database,
  domain: string,
  limit: number,
): Promise<DueMail[]> {
  await giveUpLost(database);
  const { rows } = await sql<DueMail>`
    update mail_message set state = 'SENDING', attempts = attempts + 1, version = version + 1,
      taken_until = clock_timestamp() + make_interval(secs => ${TURN_SECONDS}),
      message_id = coalesce(message_id, gen_random_uuid()::text || '@' || ${domain}::text)
    where id in (
      select id from mail_message where state = 'WAITING' and next_attempt_at <= clock_timestamp()
      order by next_attempt_at limit ${limit} for update skip locked)
    returning id, address, kind, facts, attempts, message_id as "messageId",
      unsubscribe_key as "unsubscribeKey", coalesce((
        select language from mail_preference as preference
        where preference.account_id = mail_message.account_id), 'BOTH') as language`.execute(
    database,
  );
  return rows;
}

/** Without a mail server nothing waits for one: what is due is shown as not sent. */
export async function giveUpDueMail(database: Database): Promise<void> {
  await giveUpLost(database);
  await sql`
    update mail_message set state = 'NOT_SENT', settled_at = clock_timestamp(), version = version + 1
    where id in (
      select id from mail_message where state = 'WAITING' and next_attempt_at <= clock_timestamp()
      for update skip locked)`.execute(database);
}

async function giveUpLost(database: Database): Promise<void> {
  await sql`
    update mail_message set state = 'PERHAPS_SENT', settled_at = clock_timestamp(), taken_until = null,
      version = version + 1
    where state = 'SENDING' and taken_until <= clock_timestamp()`.execute(database);
}

/**
 * Sends one mail that this hub has taken.
 * @param secret of the hub, from which the codes in mails are derived.
 */
export async function sendMail(
  database: Database,
  mail: DueMail,
  server: MailServer,
  secret: Uint8Array,
  cut?: AbortSignal,
): Promise<Outcome> {
  const content = await contentOf(database, mail, secret);
  const outcome = content
    ? await handIn(letterOf(mail, content, server), server, cut)
    : CODE_IS_OVER;
  await settle(database, mail, outcome);
  return outcome;
}

/** Null where the mail would bring a code that opens nothing. */
async function contentOf(
  database: Database,
  mail: DueMail,
  secret: Uint8Array,
): Promise<MailContent | null> {
  if (!bringsCode(mail)) return mail;
  const code = await openCodeOf(database, secret, mail.facts.seed);
  return code === null ? null : { ...mail, code };
}

function letterOf(
  { address: to, messageId, language, unsubscribeKey }: Due,
  content: MailContent,
  { publicUrl }: MailServer,
): Letter {
  const key = endedWith(content.kind).length > 0 ? unsubscribeKey : null;
  const unsubscribe = key && `${publicUrl}/mail/unsubscribe/${key}`;
  const text = mailText(content, publicUrl, { languages: LANGUAGES[language], unsubscribe });
  return { ...text, to, messageId, unsubscribe };
}

const CODE_IS_OVER: Outcome = {
  result: 'DROPPED',
  answer:
    'The code of this mail is good no more: it was used or replaced, it has expired, the account was disabled, or the hub has another secret than when it was made.',
};

/** What a hub learns late still counts, as long as nobody has sent the mail again. */
async function settle(
  database: Database,
  { id, attempts }: DueMail,
  { result, answer }: Outcome,
): Promise<void> {
  const wait = result === 'CUT' ? 0 : waitAfter(attempts, Math.random());
  const again = result === 'RETRY' || result === 'CUT';
  const old = sql`created_at <= clock_timestamp() - make_interval(days => ${FAILING_DAYS})`;
  const state = again
    ? sql`case when ${old} then 'NOT_SENT' else 'WAITING' end`
    : sql`${result}::text`;
  const settled = again ? sql`case when ${old} then clock_timestamp() end` : sql`clock_timestamp()`;
  await sql`
    update mail_message set state = ${state}, settled_at = ${settled}, answer = ${answer},
      taken_until = null, version = version + 1,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${wait / 1000}::float8)
    where id = ${id} and attempts = ${attempts} and state in ('SENDING', 'PERHAPS_SENT')`.execute(
    database,
  );
}
