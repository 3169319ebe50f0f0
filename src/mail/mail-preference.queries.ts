import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { ChosenMailKind, MailLanguage } from './mail.enums.js';

export interface MailPreferenceFacts {
  language: MailLanguage;
  declined: ChosenMailKind[];
}

/** What holds for an account that has said nothing. */
const UNSAID: MailPreferenceFacts = { language: 'BOTH', declined: [] };

/** What accounts have said about their mails; those that have said nothing are not in it. */
async function preferencesOf(
  database: Database,
  accountIds: readonly number[],
): Promise<Map<number, MailPreferenceFacts>> {
  const { rows } = await sql<MailPreferenceFacts & { id: number }>`
    select account_id as id, language, declined from mail_preference
    where account_id = any(${[...accountIds]}::int[])`.execute(database);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function preferenceOf(
  database: Database,
  accountId: number,
): Promise<MailPreferenceFacts> {
  return (await preferencesOf(database, [accountId])).get(accountId) ?? UNSAID;
}

const loadAnyPreference = perRequest(
  'mail preference',
  ({ database }, accountIds: readonly number[]) => preferencesOf(database, accountIds),
);

export async function loadPreference(
  context: Context,
  accountId: number,
): Promise<MailPreferenceFacts> {
  return (await loadAnyPreference(context, accountId)) ?? UNSAID;
}
