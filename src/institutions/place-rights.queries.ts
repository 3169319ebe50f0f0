import { sql } from 'kysely';
import type { Viewer, ViewerGrant } from '../auth/viewer.js';

export const INSPECTING = ['SCHOOL_ADMIN', 'REVIEWER', 'PLANNER'] as const;

/**
 * The SQL condition that the viewer holds one of the roles at a place. It does for lists what the
 * policy's functions do for one place: `INSPECTING` is `mayInspect`, `['REVIEWER']` is `mayReview`.
 * @param place the alias of rows of {@link placeOf}.
 */
export function holdsAt(
  viewer: Viewer | null,
  roles: readonly ('SCHOOL_ADMIN' | 'REVIEWER' | 'PLANNER')[],
  place: string,
) {
  const conditions = (viewer?.grants ?? [])
    .filter(({ role }) => roles.some((each) => each === role))
    .map((grant) => coveredBy(grant, place));
  return sql<boolean>`(${sql.join([sql`false`, ...conditions], sql` or `)})`;
}

function coveredBy({ role, unitIds, institutionId, kinds }: ViewerGrant, place: string) {
  if (role === 'SCHOOL_ADMIN') return sql`${sql.ref(`${place}.institutionId`)} = ${institutionId}`;
  const inUnit = sql`${sql.ref(`${place}.unitPath`)} && ${[...unitIds]}::int[]`;
  return role === 'PLANNER' || kinds === null
    ? inUnit
    : sql`(${inUnit} and ${sql.ref(`${place}.kind`)} = any(${[...kinds]}::text[]))`;
}
