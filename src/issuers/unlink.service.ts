import { sql } from 'kysely';
import { accountEvent } from '../accounts/account.service.js';
import { lockAccount } from '../accounts/administration.service.js';
import { operate, type Changed, type Keyed } from '../accounts/operate.service.js';
import { endAllSessions } from '../accounts/session.service.js';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

import type { Context } from '../request/context.js';

/** Ends the sign-in of an account through an issuer, and all its sessions: perhaps it was somebody else's. */
export function unlinkIssuer(
  context: Context,
  request: { accountId: number | null; issuer: string; input: Keyed },
): Promise<Answer<Changed>> {
  return operate(context, 'accountUnlink', request.input, async (em, at) => {
    const account = await lockAccount(em, context, request.accountId);
    if (!account) return refused([notFound('account')]);
    if (account.fromIssuer) return refused([ONLY_WAY]);
    const { id } = account;
    const { issuer } = request;
    const { rows } = await sql<{ subject: string }>`
      delete from account_identity where account_id = ${id} and issuer = ${issuer}
      returning subject`.execute(databaseOf(em));
    const [row] = rows;
    if (!row) return refused([NOT_LINKED]);
    await endAllSessions(em, id, at);
    const event = accountEvent(id, { issuer, subject: row.subject }, null);
    return { value: { id }, refusals: [], events: [event] };
  });
}

const ONLY_WAY: Refusal = {
  code: 'ACCOUNT_OF_ISSUER',
  field: ['account'],
  text: {
    vi: 'Tài khoản này do nhà cung cấp danh tính tạo ra và không có mật khẩu ở đây, nên không gỡ liên kết được. Nếu không dùng nữa, hãy khoá tài khoản.',
    en: 'This account was made through its issuer and has no password here, so it cannot be unlinked. If it is not to be used any more, disable it.',
  },
};

const NOT_LINKED: Refusal = {
  code: 'NOT_LINKED',
  field: ['issuer'],
  text: {
    vi: 'Tài khoản này không liên kết với nhà cung cấp ấy.',
    en: 'The account is not linked to that issuer.',
  },
};
