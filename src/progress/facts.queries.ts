import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import {
  PILLARS,
  type FrameworkFact,
  type InstitutionFacts,
  type PeriodFact,
  type RevisionFact,
} from './observe.js';

const milliseconds = (column: string) =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** Everything that the figures of these institutions rest on. */
export async function factsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionFacts>> {
  if (ids.length === 0) return new Map();
  const [institutions, periods, revisions] = await Promise.all([
    database
      .selectFrom('institution')
      .select(['id', 'source_status'])
      .where('id', '=', sql<number>`any(${[...ids]}::int[])`)
      .execute(),
    database
      .selectFrom('institution_period')
      .select([
        'institution_id as institutionId',
        'unit_id as unitId',
        'kind',
        'settled',
        'valid_from as validFrom',
        'valid_to as validTo',
        milliseconds('recorded_at').as('recordedAt'),
        milliseconds('superseded_at').as('supersededAt'),
      ])
      .where('institution_id', '=', sql<number>`any(${[...ids]}::int[])`)
      .execute(),
    revisionsOf(database, ids),
  ]);
  const facts = new Map<number, InstitutionFacts>();
  for (const { id, source_status } of institutions)
    facts.set(id, {
      id,
      illustrative: source_status === 'ILLUSTRATIVE',
      periods: [],
      revisions: [],
    });
  for (const { institutionId, ...period } of periods)
    facts.get(institutionId)?.periods.push(period as PeriodFact);
  for (const { institutionId, ...revision } of revisions)
    facts.get(institutionId)?.revisions.push(revision);
  return facts;
}

async function revisionsOf(database: Database, ids: readonly number[]) {
  const found = await sql<RevisionFact & { institutionId: number }>`
    select status_update.institution_id as "institutionId",
      revision.id, revision.update_id as "updateId", status_update.round_id as "roundId",
      round.reference_date as "referenceDate", revision.number,
      (extract(epoch from revision.submitted_at) * 1000)::float8 as "submittedAt",
      revision.decision,
      (extract(epoch from revision.decided_at) * 1000)::float8 as "decidedAt",
      results.results
    from status_update
    join reporting_round as round on round.id = status_update.round_id
    join status_update_revision as revision on revision.update_id = status_update.id
    cross join lateral (
      select coalesce(json_object_agg(pillar, json_build_object(
        'stage', stage, 'points', points, 'maxPoints', max_points)), '{}') as results
      from pillar_result where revision_id = revision.id
    ) as results
    where status_update.institution_id = any(${ids}::int[])`.execute(database);
  return found.rows;
}

/** All frameworks, with the kinds of institution that each pillar applies to. */
export async function frameworkFacts(database: Database): Promise<FrameworkFact[]> {
  const found = await sql<Omit<FrameworkFact, 'kinds'> & { pillar: string; kinds: string[] }>`
    select framework.id, valid_from as "validFrom", valid_to as "validTo", pillar,
      array_agg(distinct kind) as kinds
    from framework join criterion on criterion.framework_id = framework.id, unnest(kinds) as kind
    group by framework.id, pillar
    order by framework.id`.execute(database);
  return [...Map.groupBy(found.rows, (row) => row.id).values()].map((rows) => {
    const { id, validFrom, validTo } = rows[0]!;
    const kinds = Object.fromEntries(
      PILLARS.map((pillar) => [
        pillar,
        new Set(rows.find((row) => row.pillar === pillar)?.kinds ?? []),
      ]),
    ) as unknown as FrameworkFact['kinds'];
    return { id, validFrom, validTo, kinds };
  });
}

/** The row ids of institutions that were ever in one of the units, or under it. */
export async function institutionsEverIn(
  database: Database,
  unitIds: readonly number[],
): Promise<{ unitId: number; institutionId: number }[]> {
  const found = await sql<{ unitId: number; institutionId: number }>`
    select distinct asked.id as "unitId", period.institution_id as "institutionId"
    from unnest(${unitIds}::int[]) as asked(id)
    join administrative_unit as unit on unit.path @> array[asked.id]
    join institution_period as period on period.unit_id = unit.id`.execute(database);
  return found.rows;
}
