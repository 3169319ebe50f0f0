import { sql } from 'kysely';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { accountEvent, grantRow, grantTold } from './account.service.js';
import { lockAccount } from './administration.service.js';
import { grantProblemsOf } from './grant-check.queries.js';
import { Grant } from './grant.entity.js';
import type { GrantFacts } from './grant.js';
import { dutiesBeyond } from './kept-accounts.queries.js';
import { GRANT_COLUMNS, grantsOf, type GrantRow } from './grant.queries.js';
import {
  alreadySo,
  keepAccounts,
  LAST_OPERATOR,
  operatorsRemain,
  type Changed,
  type Keyed,
} from './operate.service.js';

export function addGrant(
  context: Context,
  request: { accountId: number | null; grant: GrantFacts; input: Keyed },
): Promise<Answer<Changed>> {
  const { accountId, grant, input } = request;
  return keepAccounts(context, 'grantAdd', input, async (em) => {
    const database = databaseOf(em);
    // If two requests add the same grant, the second waits here and then sees the first.
    const account = await lockAccount(em, context, accountId);
    const held = account && (await grantsOf(database, [account.id])).get(account.id);
    const problems = await grantProblemsOf(database, grant, held ?? []);
    if (account) problems.push(...(await dutiesBeyond(database, context, [grant])));
    else problems.unshift(notFound('account'));
    if (!account || problems.length > 0) return refused(problems);
    const id = await em.insert(Grant, grantRow(account.id, grant));
    const event = accountEvent(account.id, null, { grant: grantTold(grant) });
    return { value: { id }, refusals: [], events: [event] };
  });
}

/**
 * Sets the last day of a grant; without one, yesterday, so that the grant ends now. A grant that
 * would have no day left is deleted; the audit trail keeps it.
 */
export function endGrant(
  context: Context,
  request: { grantId: number | null; lastDay: LocalDate | null; input: Keyed },
): Promise<Answer<Changed>> {
  return keepAccounts(context, 'grantEnd', request.input, async (em) => {
    const yesterday = addDays(context.today, -1);
    const lastDay = request.lastDay ?? yesterday;
    const remain = await operatorsRemain(em, addDays(lastDay, 1), {
      grantId: request.grantId ?? 0,
    });
    const grant = await lockGrant(em, request.grantId);
    if (!grant || !(await lockAccount(em, context, grant.accountId)))
      return refused([notFound('grant')]);
    if (grant.validTo === lastDay) return alreadySo(grant.id);
    const problem = lastDayProblem(grant, lastDay, yesterday);
    if (problem) return refused([problem]);
    if (grant.role === 'OPERATOR' && !remain)
      return refused([{ ...LAST_OPERATOR, field: ['grant'] }]);

    const never = grant.validFrom !== null && grant.validFrom > lastDay;
    const { id, accountId } = grant;
    await (
      never
        ? sql`delete from account_grant where id = ${id}`
        : sql`update account_grant set valid_to = ${lastDay}::date where id = ${id}`
    ).execute(databaseOf(em));
    const after = never ? null : { grant: grantTold({ ...grant, validTo: lastDay }) };
    const event = accountEvent(accountId, { grant: grantTold(grant) }, after);
    return { value: { id }, refusals: [], events: [event] };
  });
}

/** The past cannot be changed, and ending a grant cannot prolong it. */
function lastDayProblem(
  { validTo }: GrantRow,
  lastDay: LocalDate,
  yesterday: LocalDate,
): Refusal | null {
  const field = ['lastDay'];
  if (validTo !== null && validTo < lastDay)
    return {
      code: 'LAST_DAY_UNFIT',
      field,
      text: {
        vi: `Vai trò này kết thúc ngày ${validTo} rồi. Để kéo dài, hãy cấp thêm một vai trò.`,
        en: `The grant ends on ${validTo} already. To go on, add another one.`,
      },
    };
  if (lastDay >= yesterday) return null;
  return {
    code: 'LAST_DAY_UNFIT',
    field,
    text: {
      vi: `Ngày cuối ${lastDay} ở quá khứ; sớm nhất là ${yesterday}, khi đó vai trò hết hiệu lực ngay.`,
      en: `The last day ${lastDay} is past; the earliest is ${yesterday}, by which the grant ends now.`,
    },
  };
}

async function lockGrant(em: EntityManager, id: number | null): Promise<GrantRow | null> {
  const found = await sql<GrantRow>`
    select ${GRANT_COLUMNS} from account_grant where id = ${id ?? 0} for update`.execute(
    databaseOf(em),
  );
  return found.rows[0] ?? null;
}
