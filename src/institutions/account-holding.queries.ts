import { sql, type Expression } from 'kysely';
import { mayOperate } from '../auth/policy.js';
import type { Context } from '../request/context.js';
import { placeOf } from './institution-place.queries.js';
import { holdsAt } from './place-rights.queries.js';

/**
 * The SQL condition that somebody, or nobody, has an account of an institution: one that is not disabled, with a
 * role there today or later. It holds only where the viewer keeps accounts: for operators everywhere, for planners
 * in their units.
 */
export function hasAccount(
  { viewer, today }: Context,
  institutionId: string,
  wanted: boolean,
): Expression<boolean> {
  const id = sql.ref(institutionId);
  const isKept = mayOperate(viewer)
    ? sql`true`
    : sql`exists (select from (${placeOf(id, today)}) as place
        where ${holdsAt(viewer, ['PLANNER'], 'place')})`;
  return sql<boolean>`exists (
    select from account_grant as held join account on account.id = held.account_id
    where held.institution_id = ${id} and account.disabled_at is null
      and coalesce(held.valid_to >= ${today}::date, true)) = ${wanted}::boolean and ${isKept}`;
}
