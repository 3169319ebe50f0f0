import { sql, type Expression } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { MailKind, MailState } from './mail.enums.js';

export interface MailMessageRow {
  id: number;
  accountId: number;
  address: string;
  kind: MailKind;
  state: MailState;
  attempts: number;
  answer: string | null;
  institutionId: number | null;
  createdAt: string;
  nextAttemptAt: string;
  settledAt: string | null;
  version: number;
}

export interface MailConditions {
  states?: readonly MailState[] | null;
  kind?: MailKind | null;
}

function messages(database: Database) {
  return database
    .selectFrom('mail_message')
    .select([
      'id',
      'account_id as accountId',
      'address',
      sql<MailKind>`kind`.as('kind'),
      'state',
      'attempts',
      'answer',
      'institution_id as institutionId',
      sql<string>`created_at`.as('createdAt'),
      sql<string>`next_attempt_at`.as('nextAttemptAt'),
      sql<string | null>`settled_at`.as('settledAt'),
      'version',
    ]);
}

const loadAnyMessage = perRequest(
  'mail message',
  async ({ database }, ids: readonly number[]): Promise<Map<number, MailMessageRow>> => {
    const rows = await messages(database)
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** The newest mail that invites each account, for who may see the account. */
export const loadInvitationMail = perRequest(
  'invitation mail of account',
  async ({ database }, accountIds: readonly number[]): Promise<Map<number, MailMessageRow>> => {
    const rows = await messages(database)
      .distinctOn('account_id')
      .where('account_id', 'in', [...accountIds])
      .where(sql<boolean>`kind = 'INVITED'`)
      .orderBy('account_id')
      .orderBy('id', 'desc')
      .execute();
    return new Map(rows.map((row) => [row.accountId, row]));
  },
);

/** Null unless the viewer is an operator. */
export async function loadMailMessage(
  context: Context,
  id: number,
): Promise<MailMessageRow | null> {
  if (!mayOperate(context.viewer)) return null;
  return loadAnyMessage(context, id);
}

export interface MailStateCountRow {
  state: MailState;
  mails: number;
}

/** How many mails are in each state; a state without any has no row. */
export async function countMails({ database }: Context): Promise<MailStateCountRow[]> {
  // Nearly all are sent and only grow: they are what the few others leave of all, which an index counts.
  const { rows } = await sql<MailStateCountRow>`
    with other as (
      select state, count(*)::int as mails from mail_message where state in ('WAITING', 'SENDING') group by 1
      union all
      select state, count(*)::int as mails from mail_message
      where state in ('PERHAPS_SENT', 'REFUSED', 'NOT_SENT') group by 1
    ), counted as (
      select * from other
      union all
      select 'SENT', (select count(*) from mail_message)::int - coalesce(sum(mails), 0)::int from other
    )
    select * from counted where mails > 0 order by state`.execute(database);
  return rows;
}

/** None unless the viewer is an operator. */
export function mailMessageRows(
  { database, viewer }: Context,
  { states, kind }: MailConditions,
): Expression<MailMessageRow> {
  let query = messages(database).where(sql<boolean>`${mayOperate(viewer)}::boolean`);
  // Said in the statement, so that PostgreSQL sees that an index of few states has them all.
  if (states)
    query = query.where(
      sql<boolean>`state in (${sql.join([...states, null].map((state) => sql.lit(state)))})`,
    );
  if (kind) query = query.where(sql<boolean>`kind = ${kind}`);
  return query;
}
