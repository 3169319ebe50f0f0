import { sql } from 'kysely';
import { openCodes } from '../accounts/account-code.service.js';
import { accountEvent } from '../accounts/account.service.js';
import { NO_PASSWORD } from '../accounts/administration.service.js';
import { operate, type Changed, type Keyed } from '../accounts/operate.service.js';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { writeCodeMail } from '../mail/code-mail.service.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';

/** In milliseconds: a letter takes days, and a head teacher may be away for a week. */
const INVITATION_LIFE = 14 * 24 * 3_600_000;

/** Somebody who is invited; the seed is there for whom no mail goes to. */
export interface Invited extends Changed {
  seed: string | null;
}

/** Invites the owner of an account that has no password yet; an earlier invitation ends. */
export function inviteAccount(
  context: Context,
  request: { accountId: number | null; byMail: boolean; input: Keyed },
): Promise<Answer<Invited>> {
  const { accountId, byMail, input } = request;
  return operate(context, 'accountInvite', input, async (em, at) => {
    const problems = await invitationProblems(databaseOf(em), accountId ?? 0, context.today);
    if (accountId === null || problems.length > 0) return refused(problems);
    const [invited] = await invite(context, em, [accountId], { byMail, at });
    if (!invited) return refused(problems);
    const { event, ...value } = invited;
    return { value, refusals: [], events: [event] };
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

/** Why nobody can be invited to an account; it stays locked until the transaction ends. */
async function invitationProblems(
  database: Database,
  accountId: number,
  today: LocalDate,
): Promise<Refusal[]> {
  const found = await sql<{ disabled: boolean; hasPassword: boolean; fromIssuer: boolean }>`
    select disabled_at is not null as disabled, password_hash is not null as "hasPassword",
      issuer is not null as "fromIssuer"
    from account where id = ${accountId} for update`.execute(database);
  const [account] = found.rows;
  if (!account) return [notFound('account')];
  return [
    ...(account.fromIssuer ? [NO_PASSWORD] : []),
    ...(account.hasPassword ? [HAS_PASSWORD] : []),
    ...(account.disabled ? [DISABLED] : []),
    ...((await isOfClosedSchool(database, accountId, today)) ? [SCHOOL_CLOSED] : []),
  ];
}

/** Whether an account has duties today or later, and all of them are of institutions that have closed. */
export async function isOfClosedSchool(
  database: Database,
  accountId: number,
  today: LocalDate,
): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select coalesce(bool_and(coalesce(institution.closed_on < ${today}::date, false)), false) as closed
    from account_grant as held left join institution on institution.id = held.institution_id
    where held.account_id = ${accountId} and coalesce(held.valid_to >= ${today}::date, true)`.execute(
    database,
  );
  return firstOf(rows).closed;
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
