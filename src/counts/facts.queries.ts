import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { versionsOf } from '../database/row-versions.js';
import { kept, shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { byName } from '../shared/enumeration.js';
import { firstOf } from '../shared/required.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import {
  observe,
  PILLARS,
  type FrameworkFact,
  type InstitutionFacts,
  type Moment,
  type ObservedInstitution,
  type RevisionFact,
} from './observe.js';
import { approvalStands } from './standing-approval.queries.js';

const milliseconds = (column: string) =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

const RESULT = sql`json_build_object('stage', stage, 'points', points, 'maxPoints', max_points)`;

const ITS_RESULTS = sql`
  (select coalesce(json_object_agg(pillar, ${RESULT}), '{}')
    from pillar_result where revision_id = revision.id)`;

/**
 * The SQL query of all facts behind the figures of institutions; drafts are not among them. It reads
 * each table once for all of them: for each institution alone, PostgreSQL would scan small tables.
 * @param results the SQL of the results of each revision.
 */
const institutionFacts = (ids: readonly number[], results = ITS_RESULTS) => sql<InstitutionFacts>`
  select institution.id, institution.source_status = 'ILLUSTRATIVE' as illustrative,
    coalesce(its_periods.list, '[]') as periods, coalesce(its_revisions.list, '[]') as revisions
  from institution
  left join (
    select institution_id, json_agg(json_build_object(
        'unitId', unit_id, 'kind', kind, 'settled', settled,
        'validFrom', valid_from, 'validTo', valid_to,
        'recordedAt', ${milliseconds('recorded_at')},
        'supersededAt', ${milliseconds('superseded_at')})) as list
      from institution_period where institution_id = any(${[...ids]}::int[])
      group by institution_id) as its_periods on its_periods.institution_id = institution.id
  left join (
    select status_update.institution_id, json_agg(json_build_object(
        'id', revision.id, 'updateId', revision.update_id, 'roundId', status_update.round_id,
        'referenceDate', round.reference_date, 'number', revision.number,
        'submittedAt', ${milliseconds('revision.submitted_at')},
        'decision', revision.decision, 'decidedAt', ${milliseconds('revision.decided_at')},
        'takenBackAt', ${milliseconds('taken.taken_back_at')},
        'results', ${results})) as list
      from status_update
      join reporting_round as round on round.id = status_update.round_id
      join status_update_revision as revision on revision.update_id = status_update.id
      left join approval_taken_back as taken on taken.revision_id = revision.id
      where status_update.institution_id = any(${[...ids]}::int[])
        and revision.submitted_at is not null
      group by status_update.institution_id) as its_revisions on its_revisions.institution_id = institution.id
  where institution.id = any(${[...ids]}::int[])`;

interface PillarKinds {
  id: number;
  validFrom: string;
  validTo: string | null;
  recordedAt: Moment;
  supersededAt: Moment | null;
  pillar: Pillar;
  kinds: InstitutionKind[];
}

/** Of every version of a framework; its criteria never change. */
const pillarKinds = sql<PillarKinds>`
  select framework.id, valid_from as "validFrom", valid_to as "validTo",
    known_since as "recordedAt", known_until as "supersededAt", pillar,
    array_agg(distinct kind) as kinds
  from ${versionsOf('framework', sql`true`)} as framework
    join criterion on criterion.framework_id = framework.id, unnest(kinds) as kind
  group by framework.id, valid_from, valid_to, known_since, known_until, pillar
  order by framework.id, known_since`;

export async function factsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionFacts>> {
  if (ids.length === 0) return new Map();
  const found = await institutionFacts(ids).execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}

export const loadFacts = shared('facts', factsOf);

/**
 * The facts of {@link factsOf} with empty results, for callers that read only the results that
 * count. For many institutions with a long history, this takes half the time.
 */
export async function factsWithoutResults(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionFacts>> {
  if (ids.length === 0) return new Map();
  const found = await institutionFacts(ids, sql`json_build_object()`).execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}

export async function resultsOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, RevisionFact['results']>> {
  if (revisionIds.length === 0) return new Map();
  const found = await sql<Pick<RevisionFact, 'id' | 'results'>>`
    select revision_id as id, json_object_agg(pillar, ${RESULT}) as results
    from pillar_result where revision_id = any(${[...revisionIds]}::int[])
    group by revision_id`.execute(database);
  return new Map(found.rows.map(({ id, results }) => [id, results]));
}

const loadDecidingFacts = shared('deciding facts', decidingFacts);
const loadFactsWithoutResults = shared('facts without results', factsWithoutResults);
const loadResults = shared('results', resultsOf);

/** There are only a few frameworks, so the one key stands for all. */
const loadAllFrameworkFacts = kept('framework facts', async (database, keys: readonly 'all'[]) => {
  const facts = await frameworkFacts(database);
  return new Map(keys.map((key) => [key, facts]));
});

export async function loadFrameworkFacts(context: Context): Promise<FrameworkFact[]> {
  return (await loadAllFrameworkFacts(context, 'all')) ?? [];
}

/**
 * An institution on a date, as known at a moment, batched. Of all revisions, only the results of
 * the one that counts are read.
 */
export async function loadObserved(
  context: Context,
  id: number,
  date: LocalDate,
  knownAt: Moment,
): Promise<ObservedInstitution> {
  const [facts, frameworks] = await Promise.all([
    knownAt === Infinity
      ? loadDecidingFacts.required(context, id, date)
      : loadFactsWithoutResults.required(context, id),
    loadFrameworkFacts(context),
  ]);
  const observed = observe(facts, frameworks, date, knownAt);
  const { approved } = observed;
  if (!approved || knownAt === Infinity) return { facts, observed };
  const results = await loadResults(context, approved.id);
  return { facts, observed: { ...observed, approved: { ...approved, results: results ?? {} } } };
}

/**
 * The facts that decide on a date by all that is known: the revision that counts, with its results,
 * and the newest revision of each update that is not approved.
 */
async function decidingFacts(
  database: Database,
  ids: readonly number[],
  date: LocalDate,
): Promise<Map<number, InstitutionFacts>> {
  const found = await sql<InstitutionFacts>`
    select institution.id, institution.source_status = 'ILLUSTRATIVE' as illustrative,
      (select coalesce(json_agg(json_build_object(
          'unitId', unit_id, 'kind', kind, 'settled', settled,
          'validFrom', valid_from, 'validTo', valid_to,
          'recordedAt', ${milliseconds('recorded_at')}, 'supersededAt', null)), '[]')
        from institution_period
        where institution_id = institution.id and superseded_at is null) as periods,
      (select coalesce(json_agg(json_build_object(
          'id', revision.id, 'updateId', update_id, 'roundId', round_id,
          'referenceDate', reference_date, 'number', number,
          'submittedAt', ${milliseconds('submitted_at')},
          'decision', decision, 'decidedAt', ${milliseconds('decided_at')},
          'results', case when decision = 'APPROVED' then ${ITS_RESULTS} else '{}' end)), '[]')
        from (
          select revision.id, revision.update_id, revision.number, revision.submitted_at,
            revision.decided_at, standing.decision, status_update.round_id, round.reference_date,
            row_number() over (order by standing.decision is not distinct from 'APPROVED' desc,
              round.reference_date desc, round.id desc, revision.number desc) as precedence,
            row_number() over (partition by revision.update_id order by revision.number desc) as age
          from status_update
          join reporting_round as round on round.id = status_update.round_id
          join status_update_revision as revision on revision.update_id = status_update.id
          cross join lateral (select case when revision.decision <> 'APPROVED'
            or ${approvalStands('revision')} then revision.decision end as decision) as standing
          where status_update.institution_id = institution.id
            and revision.submitted_at is not null and round.reference_date <= ${date}::date
        ) as revision
        where case when decision = 'APPROVED' then precedence = 1 else age = 1 end) as revisions
    from institution where institution.id = any(${[...ids]}::int[])`.execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}

export async function frameworkFacts(database: Database): Promise<FrameworkFact[]> {
  const found = await pillarKinds.execute(database);
  return frameworksOf(found.rows);
}

export interface CountedFacts {
  institutions: InstitutionFacts[];
  frameworks: FrameworkFact[];
}

export async function countedFacts(
  database: Database,
  ids: readonly number[],
): Promise<CountedFacts> {
  const found = await sql<{ institutions: InstitutionFacts[]; frameworks: PillarKinds[] }>`
    select
      (select coalesce(json_agg(found), '[]') from (${institutionFacts(ids)}) as found) as institutions,
      (select coalesce(json_agg(found), '[]') from (${pillarKinds}) as found) as frameworks`.execute(
    database,
  );
  const { institutions, frameworks } = firstOf(found.rows);
  return { institutions, frameworks: frameworksOf(frameworks) };
}

function frameworksOf(rows: readonly PillarKinds[]): FrameworkFact[] {
  return [...Map.groupBy(rows, (row) => `${row.id} ${row.recordedAt}`).values()].map((pillars) => {
    const { id, validFrom, validTo, recordedAt, supersededAt } = firstOf(pillars);
    const kinds = byName(
      PILLARS,
      (pillar) => new Set(pillars.find((row) => row.pillar === pillar)?.kinds),
    );
    return { id, validFrom, validTo, recordedAt, supersededAt, kinds };
  });
}

/** The institutions that were ever in one of the units, or in a unit under it. */
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
