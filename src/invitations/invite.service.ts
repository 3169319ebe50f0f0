import { sql } from 'kysely';
import { openCodes } from '../accounts/account-code.service.js';
import { accountEvent } from '../accounts/account.service.js';
import { lockAccounts, NO_PASSWORD } from '../accounts/administration.service.js';
import { keepAccounts, type Changed, type Keyed } from '../accounts/operate.service.js';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { writeCodeMail } from '../mail/code-mail.service.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';

/** In milliseconds: a letter takes days, and a head teacher may be away for a week. */
export const INVITATION_LIFE = 14 * 24 * 3_600_000;

/** Somebody who is invited; the seed is there for whom no mail goes to. */
export interface Invited extends Changed {
  seed: string | null;
}

/** At most so many are invited at once, as many as a file of accounts may have. */
export const MOST_INVITED = 1000;

/** Invites the owner of an account that has no password yet; an earlier invitation ends. */
export function inviteAccount(
  context: Context,
  request: { accountId: number | null; byMail: boolean; input: Keyed },
): Promise<Answer<Invited>> {
  const { accountId, byMail, input } = request;
  return keepAccounts(context, 'accountInvite', input, async (em, at) => {
    const problems = await invitationProblems(em, context, [accountId], () => ['account']);
    if (accountId === null || problems.length > 0) return refused(problems);
    const [invited] = await invite(context, em, [accountId], { byMail, at });
    if (!invited) return refused(problems);
    const { event, ...value } = invited;
    return { value, refusals: [], events: [event] };
  });
}

/** The same for several: all of them or, with any problem, nobody. */
export function inviteAccounts(
  context: Context,
  request: { accountIds: readonly (number | null)[]; byMail: boolean; input: Keyed },
): Promise<Answer<Invited[]>> {
  const { accountIds, byMail, input } = request;
  return keepAccounts(context, 'accountsInvite', input, async (em, at) => {
    if (accountIds.length > MOST_INVITED)
      return refused([tooMany(accountIds.length, 'accounts', MOST_INVITED)]);
    const path = (index: number) => ['accounts', String(index)];
    const problems = await invitationProblems(em, context, accountIds, path);
    if (problems.length > 0) return refused(problems);
    const ids = [...new Set(accountIds.filter((id) => id !== null))];
    const invited = await invite(context, em, ids, { byMail, at });
    return {
      value: invited.map(({ id, seed }) => ({ id, seed })),
      refusals: [],
      events: invited.map(({ event }) => event),
    };
  });
}

/**
 * Invites the owners of accounts, by mail where that is wanted and possible. Call it inside a transaction.
 * @returns one for each account, in any order, with the audit entry.
 */
export async function invite(
  { viewer, mail, tokenSecret, today }: Context,
  em: EntityManager,
  accountIds: readonly number[],
  { byMail, at }: { byMail: boolean; at: Date },
): Promise<(Invited & { event: Event })[]> {
  const database = databaseOf(em);
  const { accountId, name } = requireViewer(viewer);
  const made = { purpose: 'INVITATION', by: accountId, life: INVITATION_LIFE } as const;
  const codes = await openCodes(database, accountIds, made, tokenSecret, at);
  const mailed =
    byMail && mail
      ? await writeCodeMail(database, codes, { kind: 'INVITED', by: name, today })
      : new Set<number>();
  return codes.map(({ accountId: id, seed, expiresAt }) => ({
    id,
    seed: mailed.has(id) ? null : seed,
    event: accountEvent(id, null, { invitedUntil: expiresAt, byMail: mailed.has(id) }),
  }));
}

/** Why nobody can be invited to one of the accounts; they stay locked until the transaction ends. */
async function invitationProblems(
  em: EntityManager,
  context: Context,
  accountIds: readonly (number | null)[],
  path: (index: number) => string[],
): Promise<Refusal[]> {
  const ids = accountIds.map((id) => id ?? 0);
  const locked = new Map((await lockAccounts(em, context, ids)).map((each) => [each.id, each]));
  const closed = await ofClosedSchools(databaseOf(em), ids, context.today);
  return ids.flatMap((id, index) => {
    const account = locked.get(id);
    const found = !account
      ? [notFound('account')]
      : [
          ...(account.fromIssuer ? [NO_PASSWORD] : []),
          ...(account.hasPassword ? [HAS_PASSWORD] : []),
          ...(account.disabledAt !== null ? [DISABLED] : []),
          ...(closed.has(id) ? [SCHOOL_CLOSED] : []),
        ];
    return found.map((each) => ({ ...each, field: path(index) }));
  });
}

/** Those accounts that have duties today or later, all of them of institutions that have closed. */
export async function ofClosedSchools(
  database: Database,
  accountIds: readonly number[],
  today: LocalDate,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select held.account_id as id
    from account_grant as held left join institution on institution.id = held.institution_id
    where held.account_id = any(${[...accountIds]}::int[])
      and coalesce(held.valid_to >= ${today}::date, true)
    group by held.account_id
    having bool_and(coalesce(institution.closed_on < ${today}::date, false))`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

const HAS_PASSWORD: Refusal = {
  code: 'INVITATION_NOT_NEEDED',
  field: ['account'],
  text: {
    vi: 'Tài khoản này đã có mật khẩu. Nếu người dùng quên, hãy đặt lại mật khẩu.',
    en: 'The account has a password already. If its owner forgot it, reset the password.',
  },
};

const DISABLED: Refusal = {
  code: 'ACCOUNT_DISABLED',
  field: ['account'],
  text: {
    vi: 'Tài khoản này đang bị khoá. Hãy mở lại trước khi mời.',
    en: 'The account is disabled. Enable it before you invite its owner.',
  },
};

const SCHOOL_CLOSED: Refusal = {
  code: 'INSTITUTION_CLOSED',
  field: ['account'],
  text: {
    vi: 'Cơ sở giáo dục của tài khoản này đã đóng. Hãy giao vai trò ở cơ sở đang hoạt động trước khi mời.',
    en: 'The institution of the account has closed. Give the account a duty at one that operates before you invite its owner.',
  },
};
