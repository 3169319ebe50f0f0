import { sql } from 'kysely';
import { refused, type Answer } from '../changes/change.service.js';
import { hashPassword } from '../auth/password.js';
import { requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { endCodes } from './account-code.service.js';
import { passwordProblems } from './account-input.js';
import { accountEvent } from './account.service.js';
import { keepsAccount } from './kept-accounts.queries.js';
import {
  alreadySo,
  keepAccounts,
  LAST_OPERATOR,
  operatorsRemain,
  type Changed,
  type Keyed,
} from './operate.service.js';
import { liftWaits } from './password-attempt.service.js';
import { endAllSessions } from './session.service.js';

/** Disables an account and ends all its sessions. */
export function disableAccount(
  context: Context,
  request: { accountId: number | null; input: Keyed },
): Promise<Answer<Changed>> {
  return keepAccounts(context, 'accountDisable', request.input, async (em, at) => {
    if (request.accountId === requireViewer(context.viewer).accountId)
      return refused([
        ownAccount({
          vi: 'Không thể tự khoá tài khoản của mình. Hãy nhờ một người vận hành khác.',
          en: 'Nobody can disable their own account. Ask another operator.',
        }),
      ]);
    // Locked before the account's own row, as everywhere, so that two changes never wait for each
    // other.
    const remain = await operatorsRemain(em, context.today, { accountId: request.accountId ?? 0 });
    const account = await lockAccount(em, context, request.accountId);
    if (!account) return refused([notFound('account')]);
    if (account.disabledAt !== null) return alreadySo(account.id);
    if (!remain) return refused([{ ...LAST_OPERATOR, field: ['account'] }]);
    await sql`update account set disabled_at = ${at} where id = ${account.id}`.execute(
      databaseOf(em),
    );
    await endAllSessions(em, account.id, at);
    const event = accountEvent(account.id, { disabledAt: null }, { disabledAt: at });
    return { value: { id: account.id }, refusals: [], events: [event] };
  });
}

/** Lets a disabled account sign in again, and lifts a lock. */
export function enableAccount(
  context: Context,
  request: { accountId: number | null; input: Keyed },
): Promise<Answer<Changed>> {
  return keepAccounts(context, 'accountEnable', request.input, async (em) => {
    const account = await lockAccount(em, context, request.accountId);
    if (!account) return refused([notFound('account')]);
    if (account.disabledAt === null) return alreadySo(account.id);
    await sql`update account set disabled_at = null where id = ${account.id}`.execute(
      databaseOf(em),
    );
    await liftWaits(em, account.id);
    const before = { disabledAt: new Date(account.disabledAt) };
    const event = accountEvent(account.id, before, { disabledAt: null });
    return { value: { id: account.id }, refusals: [], events: [event] };
  });
}

/** Sets a new password that its owner has to change, ends all sessions of the account and lifts a lock. */
export function resetPassword(
  context: Context,
  request: { accountId: number | null; password: string; input: Keyed },
): Promise<Answer<Changed>> {
  return keepAccounts(context, 'accountPasswordReset', request.input, async (em, at) => {
    const account = await lockAccount(em, context, request.accountId);
    const problems = passwordProblems(request.password, ['password']);
    if (!account) problems.push(notFound('account'));
    else if (account.id === requireViewer(context.viewer).accountId)
      problems.push(
        ownAccount({
          vi: 'Hãy đổi mật khẩu của chính mình ở trang đổi mật khẩu.',
          en: 'Change your own password as your own, with the present one.',
        }),
      );
    else if (account.fromIssuer) problems.push(NO_PASSWORD);
    if (!account || problems.length > 0) return refused(problems);

    const { id } = account;
    const passwordHash = await hashPassword(request.password);
    await sql`
      update account set password_hash = ${passwordHash}, password_change_required = true
      where id = ${id}`.execute(databaseOf(em));
    await endCodes(databaseOf(em), [id], at);
    await liftWaits(em, id);
    await endAllSessions(em, id, at);
    return { value: { id }, refusals: [], events: [accountEvent(id, null, null)] };
  });
}

export const NO_PASSWORD: Refusal = {
  code: 'ACCOUNT_OF_ISSUER',
  field: ['account'],
  text: {
    vi: 'Tài khoản này đăng nhập qua nhà cung cấp danh tính và không có mật khẩu ở đây.',
    en: 'This account signs in through its issuer and has no password here.',
  },
};

function ownAccount(text: Refusal['text']): Refusal {
  return { code: 'OWN_ACCOUNT', field: ['account'], text };
}

export interface LockedAccount {
  id: number;
  disabledAt: string | null;
  fromIssuer: boolean;
  hasPassword: boolean;
}

/** Locks an account until the transaction ends; null when there is none that the viewer keeps. */
export async function lockAccount(
  em: EntityManager,
  context: Context,
  accountId: number | null,
): Promise<LockedAccount | null> {
  const [locked] = await lockAccounts(em, context, [accountId ?? 0]);
  return locked ?? null;
}

/** Locks those accounts that the viewer keeps until the transaction ends, by row id. */
export async function lockAccounts(
  em: EntityManager,
  context: Context,
  accountIds: readonly number[],
): Promise<LockedAccount[]> {
  const database = databaseOf(em);
  const ids = [...accountIds];
  // Duties change under the lock of their account, so a later statement sees them as they stay.
  await sql`select from account where id = any(${ids}::int[]) order by id for update`.execute(
    database,
  );
  const { rows } = await sql<LockedAccount>`
    select id, disabled_at as "disabledAt", issuer is not null as "fromIssuer",
      password_hash is not null as "hasPassword"
    from account where id = any(${ids}::int[]) and ${keepsAccount(context, 'account.id')}
    order by id`.execute(database);
  return rows;
}
