import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { firstOf, paired } from '../shared/required.js';
import { grantProblems, grantTwice, sameOnSomeDay, under, type GrantFacts } from './grant.js';

const MOST_GRANTS = 100;

export async function grantListProblems(
  database: Database,
  grants: readonly GrantFacts[],
): Promise<Refusal[]> {
  const path = (index: number) => ['grants', String(index)];
  if (grants.length > MOST_GRANTS)
    return [
      {
        code: 'LIST_TOO_LONG',
        field: ['grants'],
        text: {
          vi: `Danh sách có ${grants.length} mục; nhiều nhất là ${MOST_GRANTS}.`,
          en: `The list has ${grants.length} items; at most ${MOST_GRANTS} are taken.`,
        },
      },
    ];
  const unknown = await placeProblems(database, grants, path);
  return paired(grants, unknown).flatMap(([grant, places], index) => [
    ...grantProblems(grant, path(index)),
    ...places,
    ...(grants.slice(0, index).some((earlier) => sameOnSomeDay(earlier, grant))
      ? [grantTwice(path(index))]
      : []),
  ]);
}

export async function grantProblemsOf(
  database: Database,
  grant: GrantFacts,
  held: readonly GrantFacts[],
): Promise<Refusal[]> {
  const unknown = await placeProblems(database, [grant], () => []);
  return [
    ...grantProblems(grant),
    ...firstOf(unknown),
    ...(held.some((each) => sameOnSomeDay(each, grant)) ? [grantTwice([])] : []),
  ];
}

async function placeProblems(
  database: Database,
  grants: readonly GrantFacts[],
  path: (index: number) => string[],
): Promise<Refusal[][]> {
  const found = await sql<{ units: number[]; institutions: number[] }>`
    select
      array(select id from administrative_unit
        where id = any(${grants.map(({ unitId }) => unitId)}::int[])) as units,
      array(select id from institution
        where id = any(${grants.map(({ institutionId }) => institutionId)}::int[])) as institutions`.execute(
    database,
  );
  const { units, institutions } = firstOf(found.rows);
  return grants.map(({ unitId, institutionId }, index) => [
    ...(unitId === null || units.includes(unitId) ? [] : [under(notFound('unit'), path(index))]),
    ...(institutionId === null || institutions.includes(institutionId)
      ? []
      : [under(notFound('institution'), path(index))]),
  ]);
}
