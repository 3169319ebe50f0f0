import { sql } from 'kysely';
import { mayKeepAccounts, mayOperate } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, type Answer, type Done } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';

export interface Changed {
  id: number;
}

/** The input of a mutation, with the idempotency key if the client sent one. */
export interface Keyed {
  idempotencyKey?: string | null;
}

/**
 * Runs a change that only operators may make. It publishes nothing, so it does not wait for other
 * changes.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function operate<Value extends Changed>(
  context: Context,
  action: string,
  input: Keyed,
  work: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  if (!mayOperate(requireViewer(context.viewer))) throw forbidden();
  return change(context, { action, input, publishes: false }, work);
}

/**
 * Runs a change of accounts for operators and planners; `work` refuses accounts that the viewer does not keep.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function keepAccounts<Value>(
  context: Context,
  action: string,
  input: Keyed,
  work: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  if (!mayKeepAccounts(requireViewer(context.viewer))) throw forbidden();
  return change(context, { action, input, publishes: false }, work);
}

/** The answer when nothing has to be changed: a success that is not recorded again. */
export function alreadySo(id: number): Done<Changed> {
  return { value: { id }, refusals: [], events: [] };
}

export const LAST_OPERATOR: Refusal = {
  code: 'LAST_OPERATOR',
  field: null,
  text: {
    vi: 'Sau đó sẽ không còn người vận hành nào. Hãy cấp vai trò OPERATOR cho một tài khoản khác trước.',
    en: 'Nobody would be left to operate the hub. Give another account the role OPERATOR first.',
  },
};

/**
 * Whether the hub has another operator on a date, apart from an account or a grant. If two
 * operators disable each other at once, one waits for the other and is refused.
 */
export async function operatorsRemain(
  em: EntityManager,
  on: LocalDate,
  without: { accountId?: number; grantId?: number },
): Promise<boolean> {
  const database = databaseOf(em);
  await sql`select from account_grant where role = 'OPERATOR' order by id for update`.execute(
    database,
  );
  const found = await sql<{ remain: boolean }>`
    select exists (
      select from account_grant as held join account on account.id = held.account_id
      where held.role = 'OPERATOR' and account.disabled_at is null
        and held.account_id <> ${without.accountId ?? 0} and held.id <> ${without.grantId ?? 0}
        and (held.valid_from is null or held.valid_from <= ${on}::date)
        and (held.valid_to is null or held.valid_to >= ${on}::date)) as remain`.execute(database);
  return firstOf(found.rows).remain;
}
