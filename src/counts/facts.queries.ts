import { sql, type RawBuilder } from 'kysely';
import { columnsOf, rowsIn, type Columns } from '../database/columns.js';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import { firstOf } from '../shared/required.js';
import type { IndicatorFact, InstitutionFacts, PeriodFact, RevisionFact } from './facts.js';
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

/** The facts of institutions as they are read; `Said` is what is read of what their revisions say. */
interface FactColumns<Said> {
  institutions: Columns<Pick<InstitutionFacts, 'id' | 'illustrative'>>;
  periods: Columns<PeriodFact & OfInstitution>;
  revisions: Columns<Omit<RevisionFact, 'results'> & Said & OfInstitution>;
}

interface OfInstitution {
  institutionId: number;
}

type WithResults = Pick<RevisionFact, 'results'>;
type WithoutResults = Pick<UnreadRevision, 'asks'>;

/**
 * The SQL of all facts behind the figures of institutions; drafts are not among them. It reads each
 * table once for all of them: for each institution alone, PostgreSQL would scan small tables.
 * @param said the SQL of what each revision says.
 * @param joined the SQL of the join that it reads.
 */
function factColumns<Said>(
  ids: readonly number[],
  said: { [Name in keyof Said]-?: RawBuilder<unknown> },
  joined: RawBuilder<unknown> = sql``,
) {
  const given = sql`any(${[...ids]}::int[])`;
  const institution = { id: sql`id`, illustrative: sql`source_status = 'ILLUSTRATIVE'` };
  const period = {
    institutionId: sql`institution_id`,
    unitId: sql`unit_id`,
    kind: sql`kind`,
    segment: ITS_SEGMENT,
    settled: sql`settled`,
    validFrom: sql`valid_from`,
    validTo: sql`valid_to`,
    recordedAt: milliseconds('recorded_at'),
    supersededAt: milliseconds('superseded_at'),
    origin: sql`origin`,
  };
  const revision = {
    institutionId: sql`status_update.institution_id`,
    id: sql`revision.id`,
    updateId: sql`revision.update_id`,
    roundId: sql`status_update.round_id`,
    referenceDate: sql`round.reference_date`,
    number: sql`revision.number`,
    submittedAt: milliseconds('revision.submitted_at'),
    decision: sql`revision.decision`,
    decidedAt: milliseconds('revision.decided_at'),
    takenBackAt: milliseconds('taken.taken_back_at'),
    ...said,
  };
  return sql<FactColumns<Said>>`
    select (select ${columnsOf(institution)} from institution where id = ${given}) as institutions,
      (select ${columnsOf(period)} from institution_period where institution_id = ${given}) as periods,
      (select ${columnsOf(revision)}
        from status_update
        join reporting_round as round on round.id = status_update.round_id
        join status_update_revision as revision on revision.update_id = status_update.id
        left join approval_taken_back as taken on taken.revision_id = revision.id
        ${joined}
        where status_update.institution_id = ${given} and revision.submitted_at is not null
      ) as revisions`;
}

const RESULTS = { results: ITS_RESULTS };
const ASKED = { asks: sql`asked.asks` };
// Once for each round: for each revision, it would take longer than all the rest.
const JOINED = sql`left join (
  select round_id, ${ITS_FRAMEWORKS} as asks from reporting_round_framework group by round_id)
  as asked on asked.round_id = round.id`;

function factsIn<Said>({ institutions, periods, revisions }: FactColumns<Said>) {
  const periodsOf = Map.groupBy(rowsIn(periods), ({ institutionId }) => institutionId);
  const revisionsOf = Map.groupBy(rowsIn(revisions), ({ institutionId }) => institutionId);
  return rowsIn(institutions).map((institution) => ({
    ...institution,
    periods: periodsOf.get(institution.id) ?? [],
    revisions: revisionsOf.get(institution.id) ?? [],
  }));
}

export async function factsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionFacts>> {
  if (ids.length === 0) return new Map();
  const found = await factColumns<WithResults>(ids, RESULTS).execute(database);
  return new Map(factsIn(firstOf(found.rows)).map((facts) => [facts.id, facts]));
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
  const found = await factColumns<WithoutResults>(ids, ASKED, JOINED).execute(database);
  return new Map(factsIn(firstOf(found.rows)).map((facts) => [facts.id, facts]));
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
  const found = await sql<{ results: Columns<IndicatorFact & { id: number; indicator: string }> }>`
    select ${columnsOf({
      id: sql`revision_id`,
      indicator: sql`indicator`,
      stage: sql`stage`,
      points: sql`points`,
      maxPoints: sql`max_points`,
    })} as results
    from indicator_result where revision_id = any(${[...revisionIds]}::int[])`.execute(database);
  const results = new Map<number, Record<string, IndicatorFact>>();
  for (const { id, indicator, ...fact } of rowsIn(firstOf(found.rows).results)) {
    const its = results.get(id);
    if (its) its[indicator] = fact;
    else results.set(id, { [indicator]: fact });
  }
  return results;
}

export interface CountedFacts {
  institutions: InstitutionFacts[];
  rules: Rules;
}

export async function countedFacts(
  database: Database,
  ids: readonly number[],
): Promise<CountedFacts> {
  const facts = factColumns<WithResults>(ids, RESULTS);
  const found = await sql<FactColumns<WithResults> & { rules: RecordedRules }>`
    ${facts}, ${RECORDED_RULES} as rules`.execute(database);
  const { rules, ...columns } = firstOf(found.rows);
  return { institutions: factsIn(columns), rules: rulesOf(rules) };
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
