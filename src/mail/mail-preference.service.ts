import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { change, trailOf, type Answer, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Context } from '../request/context.js';
import { ChosenMailKind, endedWith, type MailKind } from './mail.enums.js';
import { preferenceOf, type MailPreferenceFacts } from './mail-preference.queries.js';

/** Sets what the viewer's own account says about its mails. */
export function setPreference(
  context: Context,
  { language, declined, ...input }: MailPreferenceFacts & { idempotencyKey?: string | null },
): Promise<Answer<MailPreferenceFacts>> {
  const { accountId } = requireViewer(context.viewer);
  const request = {
    action: 'mailPreferencesSet',
    input: { language, declined, ...input },
    publishes: false,
  };
  return change(context, request, async (em) => {
    const wanted = { language, declined: inOrder(declined) };
    const event = await write(databaseOf(em), accountId, wanted);
    return { value: wanted, refusals: [], events: event ? [event] : [] };
  });
}

/**
 * Ends mails of its kind for the account to which a mail went, by the key in the mail. Whoever got the mail need
 * not sign in for it; done twice, it is the same.
 * @param address the network address of the request.
 */
export async function declineByKey(
  em: EntityManager,
  key: string,
  { address, now }: { address: string; now: Date },
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    const account = await addresseeOf(database, key);
    if (!account) return;
    // Somebody who says so twice at once says it once.
    await sql`select from account where id = ${account.id} for update`.execute(database);
    const { language, declined } = await preferenceOf(database, account.id);
    const wanted = {
      language,
      declined: inOrder([...declined, ...endedWith(account.kind)]),
    };
    const event = await write(database, account.id, wanted);
    const author = { accountId: account.id, name: account.name, address };
    if (event) await trailOf(author, 'mailUnsubscribe', [event], now).execute(database);
  });
}

/** An account to which a mail went, and what it was about. */
export interface Addressee {
  id: number;
  name: string;
  kind: MailKind;
}

/** The account to which the mail with a key went; null without such a mail. */
export async function addresseeOf(database: Database, key: string): Promise<Addressee | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return null;
  const { rows } = await sql<Addressee>`
    select account.id, account.name, kind from mail_message
    join account on account.id = mail_message.account_id
    where unsubscribe_key = ${key}::uuid`.execute(database);
  return rows[0] ?? null;
}

/** Writes what an account wants, and drops what waits of what it does without. Null when it is so already. */
async function write(
  database: Database,
  accountId: number,
  { language, declined }: MailPreferenceFacts,
): Promise<Event | null> {
  const before = await preferenceOf(database, accountId);
  if (before.language === language && before.declined.join() === declined.join()) return null;
  await sql`
    insert into mail_preference (account_id, language, declined)
    values (${accountId}, ${language}, ${declined}::text[])
    on conflict (account_id) do update set language = excluded.language, declined = excluded.declined`.execute(
    database,
  );
  await sql`
    update mail_message set state = 'DROPPED', settled_at = clock_timestamp(), version = version + 1
    where account_id = ${accountId} and state = 'WAITING' and kind = any(${declined}::text[])`.execute(
    database,
  );
  const told = (facts: MailPreferenceFacts) => ({
    mailLanguage: facts.language,
    declined: facts.declined,
  });
  return {
    subjectType: 'Account',
    subjectId: accountId,
    before: told(before),
    after: told({ language, declined }),
  };
}

/** Each once, in the order of the list of kinds. */
function inOrder(kinds: readonly ChosenMailKind[]): ChosenMailKind[] {
  return Object.values(ChosenMailKind).filter((kind) => kinds.includes(kind));
}
