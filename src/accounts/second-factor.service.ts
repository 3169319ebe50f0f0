import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { codeOf, hashCode } from '../auth/one-time-code.js';
import { requireViewer } from '../auth/require-viewer.js';
import { seal, unseal } from '../auth/seal.js';
import { factorAddress, newFactorSecret, stepOfCode } from '../auth/second-factor.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { insertRows } from '../database/insert-rows.js';
import { databaseOf } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { accountEvent } from './account.service.js';
import { lockAccount } from './administration.service.js';
import { operate, type Changed, type Keyed } from './operate.service.js';
import { checkOwnPassword } from './own-password.service.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { FACTOR_PURPOSE, SECOND_FACTOR_WRONG } from './second-factor-check.service.js';
import { endAllSessions } from './session.service.js';
import { wrongPassword } from './wrong-credentials.js';

/** How many codes there are for a telephone that is gone. */
const RECOVERY_CODES = 10;

/** What the app shows as the place of the account. */
const HUB = 'edu-dx-hub';

/** A secret for an authenticator app, which is told once. */
export interface NewFactor {
  secret: string;
  address: string;
}

/**
 * Makes a secret for the viewer's authenticator app; it counts once it is confirmed with a code.
 * @throws TooOften TOO_MANY_SIGN_INS, LineIsFullError
 */
export async function startSecondFactor(
  context: Context,
  presentPassword: string,
): Promise<Answer<NewFactor>> {
  const viewer = requireViewer(context.viewer);
  const { accountId, signInName, name } = viewer;
  const { isRight, hash } = await checkOwnPassword(context, viewer, presentPassword);
  if (hash === null) return refused([NO_PASSWORD_HERE]);
  if (!isRight) return refused([wrongPassword(context, 'presentPassword')]);
  const secret = newFactorSecret();
  const sealed = seal(secret, context.tokenSecret, FACTOR_PURPOSE);
  await sql`
    insert into second_factor (account_id, pending) values (${accountId}, ${sealed})
    on conflict (account_id) do update set pending = excluded.pending`.execute(
    databaseOf(context.em.fork()),
  );
  const address = factorAddress(secret, HUB, signInName ?? name);
  return { value: { secret, address }, refusals: [] };
}

/** Begins to ask for the second factor of the viewer. @returns the recovery codes, which are told once. */
export async function confirmSecondFactor(
  context: Context,
  code: string,
): Promise<Answer<string[]>> {
  const { accountId, family } = requireViewer(context.viewer);
  const { tokenSecret, now } = context;
  // Made before the change, so that what is stored with it does not hold them.
  const codes = Array.from({ length: RECOVERY_CODES }, () => codeOf(tokenSecret, randomUUID()));
  const request = { action: 'secondFactorConfirm', input: {}, publishes: false };
  const { value, refusals } = await change(context, request, async (em, at) => {
    const database = databaseOf(em);
    await sql`select from account where id = ${accountId} for update`.execute(database);
    const { rows } = await sql<{ pending: string }>`
      select pending from second_factor
      where account_id = ${accountId} and pending is not null`.execute(database);
    const [row] = rows;
    if (!row) return refused([NOT_STARTED]);
    const step = stepOfCode(unseal(row.pending, tokenSecret, FACTOR_PURPOSE), code, null, now);
    if (step === null) return refused([SECOND_FACTOR_WRONG]);
    await sql`
      update second_factor
      set secret = pending, pending = null, last_step = ${step}, confirmed_at = ${at}
      where account_id = ${accountId}`.execute(database);
    await sql`delete from recovery_code where account_id = ${accountId}`.execute(database);
    const hashes = codes.map((each) => ({ account: accountId, codeHash: hashCode(each) }));
    await insertRows(em, RecoveryCode, hashes);
    await endAllSessions(em, accountId, at, family);
    return { value: true, refusals: [], events: [accountEvent(accountId, null, null)] };
  });
  return { value: value ? codes : null, refusals };
}

/** Ends the second factor of somebody who has lost it, and all their sessions. */
export function resetSecondFactor(
  context: Context,
  request: { accountId: number | null; input: Keyed },
): Promise<Answer<Changed>> {
  return operate(context, 'accountSecondFactorReset', request.input, async (em, at) => {
    const account = await lockAccount(em, context, request.accountId);
    if (!account) return refused([notFound('account')]);
    const { id } = account;
    const database = databaseOf(em);
    const { rows } = await sql`
      delete from second_factor where account_id = ${id} returning account_id`.execute(database);
    if (rows.length === 0) return refused([NO_SECOND_FACTOR]);
    await sql`delete from recovery_code where account_id = ${id}`.execute(database);
    await endAllSessions(em, id, at);
    return { value: { id }, refusals: [], events: [accountEvent(id, null, null)] };
  });
}

const NO_PASSWORD_HERE: Refusal = {
  code: 'ACCOUNT_OF_ISSUER',
  field: null,
  text: {
    vi: 'Tài khoản này không có mật khẩu ở đây; nơi xác nhận danh tính lo việc xác thực hai bước.',
    en: 'This account has no password here; its issuer cares for a second factor.',
  },
};

const NOT_STARTED: Refusal = {
  code: 'SECOND_FACTOR_NOT_STARTED',
  field: ['code'],
  text: {
    vi: 'Chưa có mã bí mật nào chờ xác nhận. Hãy bắt đầu lại từ mật khẩu.',
    en: 'No secret waits to be confirmed. Begin again with the password.',
  },
};

const NO_SECOND_FACTOR: Refusal = {
  code: 'SECOND_FACTOR_NONE',
  field: ['account'],
  text: {
    vi: 'Tài khoản này không dùng xác thực hai bước.',
    en: 'The account has no second factor.',
  },
};
