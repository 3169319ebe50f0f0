import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import { firstOf } from '../shared/required.js';
import type { InstitutionFacts, RevisionFact } from './facts.js';
import type { UnreadRevision } from './revisions.js';
import { RECORDED_RULES, rulesOf, type RecordedRules } from './rules.queries.js';
import type { Rules } from './rules.js';

export const milliseconds = (column: string) =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** The SQL of what an institution is by its period, as one text; `segmentOf` reads it. */
const ITS_SEGMENT = sql<string>`concat(kind, '/', ownership, '/', special_status, '/',
  array_to_string(levels, '+'))`;

const RESULT = sql`json_build_object('stage', stage, 'points', points, 'maxPoints', max_points)`;

/** The SQL of the results of a `revision`. */
export const ITS_RESULTS = sql`
  (select coalesce(json_object_agg(indicator, ${RESULT}), '{}')
    from indicator_result where revision_id = revision.id)`;

const ITS_FRAMEWORKS = sql`string_agg(framework_id::text, ',' order by framework_id)`;

/** The SQL of what a `round` asks: rounds of which it is equal decide the same for the same kinds. */
export const ASKS = sql<string>`(select ${ITS_FRAMEWORKS}
  from reporting_round_framework where round_id = round.id)`;

/**
 * The SQL query of all facts behind the figures of institutions; drafts are not among them. It reads
 * each table once for all of them: for each institution alone, PostgreSQL would scan small tables.
 * @param said the SQL of the name and the value of what each revision says.
 * @param joined the SQL of the join that it reads.
 */
const institutionFacts = <Facts>(
  ids: readonly number[],
  said: RawBuilder<unknown>,
  joined: RawBuilder<unknown> = sql``,
) => sql<Facts>`
  select institution.id, institution.source_status = 'ILLUSTRATIVE' as illustrative,
    coalesce(its_periods.list, '[]') as periods, coalesce(its_revisions.list, '[]') as revisions
  from institution
  left join (
    select institution_id, json_agg(json_build_object(
        'unitId', unit_id, 'kind', kind, 'segment', ${ITS_SEGMENT}, 'settled', settled,
        'validFrom', valid_from, 'validTo', valid_to,
        'recordedAt', ${milliseconds('recorded_at')},
        'supersededAt', ${milliseconds('superseded_at')}, 'origin', origin)) as list
      from institution_period where institution_id = any(${[...ids]}::int[])
      group by institution_id) as its_periods on its_periods.institution_id = institution.id
  left join (
    select status_update.institution_id, json_agg(json_build_object(
        'id', revision.id, 'updateId', revision.update_id, 'roundId', status_update.round_id,
        'referenceDate', round.reference_date, 'number', revision.number,
        'submittedAt', ${milliseconds('revision.submitted_at')},
        'decision', revision.decision, 'decidedAt', ${milliseconds('revision.decided_at')},
        'takenBackAt', ${milliseconds('taken.taken_back_at')},
        ${said})) as list
      from status_update
      join reporting_round as round on round.id = status_update.round_id
      join status_update_revision as revision on revision.update_id = status_update.id
      left join approval_taken_back as taken on taken.revision_id = revision.id
      ${joined}
      where status_update.institution_id = any(${[...ids]}::int[])
        and revision.submitted_at is not null
      group by status_update.institution_id) as its_revisions on its_revisions.institution_id = institution.id
  where institution.id = any(${[...ids]}::int[])`;

const WITH_RESULTS = sql`'results', ${ITS_RESULTS}`;
const WITHOUT_RESULTS = sql`'asks', asked.asks`;
// Once for each round: for each revision, it would take longer than all the rest.
const ASKED = sql`left join (
  select round_id, ${ITS_FRAMEWORKS} as asks from reporting_round_framework group by round_id)
  as asked on asked.round_id = round.id`;

export async function factsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionFacts>> {
  if (ids.length === 0) return new Map();
  const found = await institutionFacts<InstitutionFacts>(ids, WITH_RESULTS).execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}

export const loadFacts = shared('facts', factsOf);

/** The facts of an institution before the results of its revisions are read. */
export interface UnreadFacts extends Omit<InstitutionFacts, 'revisions'> {
  revisions: UnreadRevision[];
}

/**
 * The facts of {@link factsOf} without results, for callers that read only the results that may
 * decide. For many institutions with a long history, this takes half the time.
 */
export async function factsWithoutResults(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, UnreadFacts>> {
  if (ids.length === 0) return new Map();
  const found = await institutionFacts<UnreadFacts>(ids, WITHOUT_RESULTS, ASKED).execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}

/** The facts with some revisions, of which the results were read; none has none. */
export function withResults(
  facts: UnreadFacts,
  revisions: readonly UnreadRevision[],
  results: ReadonlyMap<number, RevisionFact['results']>,
): InstitutionFacts {
  const read = revisions.map((each) => ({ ...each, results: results.get(each.id) ?? {} }));
  return { ...facts, revisions: read };
}

export async function resultsOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, RevisionFact['results']>> {
  if (revisionIds.length === 0) return new Map();
  const found = await sql<Pick<RevisionFact, 'id' | 'results'>>`
    select revision_id as id, json_object_agg(indicator, ${RESULT}) as results
    from indicator_result where revision_id = any(${[...revisionIds]}::int[])
    group by revision_id`.execute(database);
  return new Map(found.rows.map(({ id, results }) => [id, results]));
}

export interface CountedFacts {
  institutions: InstitutionFacts[];
  rules: Rules;
}

export async function countedFacts(
  database: Database,
  ids: readonly number[],
): Promise<CountedFacts> {
  const facts = institutionFacts<InstitutionFacts>(ids, WITH_RESULTS);
  const found = await sql<{ institutions: InstitutionFacts[]; rules: RecordedRules }>`
    select (select coalesce(json_agg(found), '[]') from (${facts}) as found) as institutions,
      ${RECORDED_RULES} as rules`.execute(database);
  const { institutions, rules } = firstOf(found.rows);
  return { institutions, rules: rulesOf(rules) };
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
