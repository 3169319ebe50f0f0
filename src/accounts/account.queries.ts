import { sql, type Expression } from 'kysely';
import { mayKeepAccounts } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { question, type Question } from '../database/flight.js';
import type { Database } from '../database/orm.js';
import { lineageOf, nameContains, spanCovers } from '../units/unit.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { AccountState, Role } from './account.enums.js';
import { keepsAccount } from './kept-accounts.queries.js';

/** How somebody comes in. */
export interface Entry {
  /** The family of sessions; null for a token of another issuer, and for an address that was signed. */
  family: string | null;
  today: LocalDate;
  /** Whether the hub asks for a second factor. */
  secondFactorRequired: boolean;
}

/**
 * The account with the roles that hold today; null when it is unknown or disabled, or when the
 * session of the token has ended.
 */
export function readViewer(
  database: Database,
  account: { id: number } | { issuer: string; subject: string },
  entry: Entry,
): Promise<Viewer | null> {
  return viewerOf(account, entry).ask(database);
}

export function viewerOf(
  account: { id: number } | { issuer: string; subject: string },
  { family, today, secondFactorRequired }: Entry,
): Question<Viewer | null> {
  const condition =
    'id' in account
      ? sql`account.id = ${account.id}`
      : sql`account.id = (select account_id from account_identity
          where issuer = ${account.issuer} and subject = ${account.subject})`;
  const signedIn =
    family === null
      ? sql`true`
      : sql`exists (select from account_session as session where session.family = ${family}::uuid
          and session.account_id = account.id and session.ended_at is null)`;
  // Issuers answer for those who come through them.
  const isBare =
    secondFactorRequired && 'id' in account
      ? sql`account.password_hash is not null
          and not exists (select from second_factor as factor
            where factor.account_id = account.id and factor.secret is not null)
          and not exists (select from account_session as session
            where session.account_id = account.id and session.ended_at is null
              and session.issuer is not null
              and session.family = coalesce(${family}::uuid, session.family))`
      : sql`false`;
  const query = sql<
    Omit<Viewer, 'family' | 'grants' | 'secondFactorRequired'> & { isBare: boolean }
  >`
    select account.id as "accountId", account.name, account.email,
      coalesce(account.email, account.sign_in_name) as "signInName",
      account.password_change_required as "passwordChangeRequired", ${isBare} as "isBare",
      coalesce((
      select json_agg(json_build_object('id', id, 'role', role, 'unitId', unit_id,
        'unitIds', array(${lineageOf(sql.ref('unit_id'))}),
        'institutionId', institution_id, 'kinds', kinds,
        'validFrom', valid_from, 'validTo', valid_to) order by id)
      from account_grant
      where account_id = account.id
        and (valid_from is null or valid_from <= ${today}::date)
        and (valid_to is null or valid_to >= ${today}::date)), '[]') as granted
    from account
    where ${condition} and account.disabled_at is null and ${signedIn}`;
  return question(query, ([row]) => {
    if (!row) return null;
    const { isBare: bare, ...viewer } = row;
    const required = bare && viewer.granted.some(({ role }) => role !== 'SCHOOL_ADMIN');
    const grants = viewer.passwordChangeRequired || required ? [] : viewer.granted;
    return { ...viewer, family, secondFactorRequired: required, grants };
  });
}

export interface AccountRow {
  id: number;
  name: string;
  email: string | null;
  signInName: string | null;
  state: AccountState;
  invitationEndsAt: string | null;
  fromIssuer: boolean;
  passwordChangeRequired: boolean;
  createdAt: string;
  disabledAt: string | null;
  lockedUntil: string | null;
  sortName: string;
}

export interface AccountConditions {
  search?: string | null;
  role?: Role | null;
  state?: AccountState | null;
  disabled?: boolean | null;
}

/** Without a password and without an issuer that knows them, an account waits for its owner to set the first one. */
const STATE = sql<AccountState>`case when account.disabled_at is not null then 'DISABLED'
  when account.password_hash is null and not exists (
    select from account_identity as identity where identity.account_id = account.id) then 'INVITED'
  else 'ACTIVE' end`;

function accounts(database: Database) {
  return database.selectFrom('account').select([
    'account.id',
    'account.name',
    'account.email',
    sql<string | null>`coalesce(account.email, account.sign_in_name)`.as('signInName'),
    STATE.as('state'),
    sql<string | null>`(select expires_at from account_code as invitation
        where invitation.account_id = account.id and purpose = 'INVITATION'
          and used_at is null and ended_at is null)`.as('invitationEndsAt'),
    sql<boolean>`account.issuer is not null`.as('fromIssuer'),
    'account.password_change_required as passwordChangeRequired',
    sql<string>`account.created_at`.as('createdAt'),
    sql<string | null>`account.disabled_at`.as('disabledAt'),
    sql<string | null>`account.locked_until`.as('lockedUntil'),
    'account.search_name as sortName',
  ]);
}

const loadKeptAccount = perRequest(
  'account',
  async (context: Context, ids: readonly number[]): Promise<Map<number, AccountRow>> => {
    const rows = await accounts(context.database)
      .where('account.id', 'in', [...ids])
      .where(keepsAccount(context, 'account.id'))
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** One account by row id, batched; null unless the viewer keeps it. */
export async function loadAccount(context: Context, id: number): Promise<AccountRow | null> {
  if (!mayKeepAccounts(context.viewer)) return null;
  return loadKeptAccount(context, id);
}

/** The rows of a list of accounts: those that the viewer keeps. */
export function accountRows(
  context: Context,
  { search, role, state, disabled }: AccountConditions,
): Expression<AccountRow> {
  let query = accounts(context.database).where(keepsAccount(context, 'account.id'));
  if (search) query = query.where(nameContains('account.search_name', search));
  if (disabled != null)
    query = query.where('account.disabled_at', disabled ? 'is not' : 'is', null);
  if (state) query = query.where(sql<boolean>`${STATE} = ${state}`);
  if (role)
    query = query.where(sql<boolean>`exists (select from account_grant as held
      where held.account_id = account.id and held.role = ${role}
        and ${spanCovers('held.valid_from', 'held.valid_to', context.today)})`);
  return query;
}
