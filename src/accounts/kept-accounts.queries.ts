import { sql } from 'kysely';
import { mayOperate, mayPlan, plansSomewhere } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { placeOf, placesOf } from '../institutions/institution-place.queries.js';
import { holdsAt } from '../institutions/place-rights.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { ROLE_BEYOND, SCHOOL_BEYOND } from './beyond-rights.js';
import { under, type GrantFacts } from './grant.js';

/** Who asks, and on which day. */
interface Asking {
  viewer: Viewer | null;
  today: LocalDate;
}

/**
 * The SQL condition that the viewer keeps an account. Operators keep all. Planners keep those whose duties,
 * today or later, are all of schools in their units; when none is left, those whose duties all were. So nobody
 * gets more by a new password or an invitation than what they may give.
 * @param accountId a reference to the row id of the account.
 */
export function keepsAccount({ viewer, today }: Asking, accountId: string) {
  if (mayOperate(viewer)) return sql<boolean>`true`;
  if (!plansSomewhere(viewer)) return sql<boolean>`false`;
  const place = placeOf(sql.ref('held.institution_id'), today);
  const isOwn = sql`(held.role = 'SCHOOL_ADMIN' and exists (
    select from (${place}) as place where ${holdsAt(viewer, ['PLANNER'], 'place')}))`;
  const isLiving = sql`coalesce(held.valid_to >= ${today}::date, true)`;
  return sql<boolean>`coalesce((
    select coalesce(bool_and(${isOwn}) filter (where ${isLiving}), bool_and(${isOwn}))
    from account_grant as held where held.account_id = ${sql.ref(accountId)}), false)`;
}

/** Why the viewer may not give these duties: planners give those of schools in their units. */
export async function dutiesBeyond(
  database: Database,
  { viewer, today }: Asking,
  grants: readonly GrantFacts[],
  path: (index: number) => string[] = () => [],
): Promise<Refusal[]> {
  if (mayOperate(viewer)) return [];
  const ids = grants.flatMap(({ institutionId }) => institutionId ?? []);
  const places = await placesOf(database, ids, today);
  return grants.flatMap(({ role, institutionId }, index) => {
    if (role !== 'SCHOOL_ADMIN') return [under(ROLE_BEYOND, path(index))];
    const place = places.get(institutionId ?? 0);
    return place && !mayPlan(viewer, place.unitPath) ? [under(SCHOOL_BEYOND, path(index))] : [];
  });
}
