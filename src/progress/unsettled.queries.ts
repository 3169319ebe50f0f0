import { sql } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { successionsKnown } from '../units/succession.queries.js';
import { COUNTED_KINDS } from '../vocabulary/institution.enums.js';

interface Asked {
  asOf: LocalDate;
  knownAt: Moment;
  unitIds: readonly number[];
}

/** What holds now, and what was known at the moment of each request. */
const NOW = {
  isKnown: (period: string) => sql`${sql.ref(period)}.superseded_at is null`,
  successions: sql`(select * from unit_succession where predecessor_id = previous.unit_id)`,
};
const THEN = {
  isKnown: (period: string) => sql`${sql.ref(period)}.recorded_at <= asked.known_at
    and (${sql.ref(period)}.superseded_at is null or ${sql.ref(period)}.superseded_at > asked.known_at)`,
  successions: successionsKnown(
    'predecessor_id',
    sql.ref('previous.unit_id'),
    sql.ref('asked.known_at'),
  ),
};

/**
 * For each request, the number of institutions of a group that are or may be in its units without a
 * known commune.
 */
export async function unsettledIn(
  database: Database,
  requests: readonly Asked[],
): Promise<number[]> {
  const totals = new Map<number, number>();
  const numbered = requests.map((request, index) => ({ ...request, index }));
  for (const [isNow, group] of Map.groupBy(numbered, ({ knownAt }) => knownAt === Infinity))
    for (const { index, total } of await totalsOf(database, group, isNow ? NOW : THEN))
      totals.set(index, total);
  return requests.map((_, index) => totals.get(index) ?? 0);
}

async function totalsOf(
  database: Database,
  requests: readonly (Asked & { index: number })[],
  { isKnown, successions }: typeof NOW,
): Promise<{ index: number; total: number }[]> {
  const asked = requests.flatMap(({ unitIds, ...request }) =>
    unitIds.map((unitId) => ({ ...request, unitId })),
  );
  const moments = asked.map(({ knownAt }) =>
    knownAt === Infinity ? null : new Date(knownAt).toISOString(),
  );
  const found = await sql<{ index: number; total: number }>`
    select asked.index, count(distinct period.institution_id)::int as total
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ unitId }) => unitId)}::int[],
      ${asked.map(({ asOf }) => asOf)}::date[], ${moments}::timestamptz[])
      as asked(index, unit_id, as_of, known_at)
    join institution_period as period on not period.settled and ${isKnown('period')}
      and period.kind = any(${COUNTED_KINDS}::text[])
      and (period.valid_from is null or period.valid_from <= asked.as_of)
      and (period.valid_to is null or period.valid_to >= asked.as_of)
    left join administrative_unit as place on place.id = period.unit_id
    left join institution_period as previous on previous.institution_id = period.institution_id
      and ${isKnown('previous')} and previous.valid_to = period.located_from - 1
    left join lateral ${successions} as succession on succession.extent = 'PART'
    left join administrative_unit as candidate on candidate.id = succession.successor_id
    where asked.unit_id = any(place.path) or asked.unit_id = any(candidate.path)
    group by asked.index`.execute(database);
  return found.rows;
}
