import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import {
  ASKS,
  factsWithoutResults,
  ITS_RESULTS,
  milliseconds,
  resultsOf,
  withResults,
} from './facts.queries.js';
import { observe, type ObservedInstitution } from './observe.js';
import type { InstitutionFacts, Moment } from './facts.js';
import { mayDecide } from './revisions.js';
import { loadRules } from './rules.queries.js';
import { approvalStands } from './standing-approval.queries.js';

const loadDecidingFacts = shared('deciding facts', decidingFacts);
const loadFactsWithoutResults = shared('facts without results', factsWithoutResults);
const loadResults = shared('results', resultsOf);

/**
 * An institution on a date, as known at a moment, batched. Of all revisions, only the results of
 * those that may decide are read.
 */
export async function loadObserved(
  context: Context,
  id: number,
  date: LocalDate,
  knownAt: Moment,
): Promise<ObservedInstitution> {
  const [facts, rules] = await Promise.all([
    knownAt === Infinity
      ? loadDecidingFacts.required(context, id, date)
      : loadFactsKnown(context, id, date, knownAt),
    loadRules(context),
  ]);
  return { facts, observed: observe(facts, rules, date, knownAt) };
}

async function loadFactsKnown(
  context: Context,
  id: number,
  date: LocalDate,
  knownAt: Moment,
): Promise<InstitutionFacts> {
  const facts = await loadFactsWithoutResults.required(context, id);
  const revisions = mayDecide(facts, date, knownAt);
  const ids = revisions.map((revision) => revision.id);
  return withResults(facts, revisions, await loadResults.all(context, ids));
}

/**
 * The facts that may decide on a date by all that is known, as {@link mayDecide} finds them: the
 * newest approved revision of what was asked alike, all of one whose kind was ever another, and the
 * newest revision of each update that is not approved.
 */
export async function decidingFacts(
  database: Database,
  ids: readonly number[],
  date: LocalDate,
): Promise<Map<number, InstitutionFacts>> {
  const found = await sql<InstitutionFacts>`
    select institution.id, institution.source_status = 'ILLUSTRATIVE' as illustrative,
      its_periods.list as periods,
      (select coalesce(json_agg(json_build_object(
          'id', revision.id, 'updateId', update_id, 'roundId', round_id,
          'referenceDate', reference_date, 'number', number,
          'submittedAt', ${milliseconds('submitted_at')},
          'decision', decision, 'decidedAt', ${milliseconds('decided_at')},
          'results', ${ITS_RESULTS})), '[]')
        from (
          select revision.id, revision.update_id, revision.number, revision.submitted_at,
            revision.decided_at, standing.decision, status_update.round_id, round.reference_date,
            row_number() over (
              partition by standing.decision is not distinct from 'APPROVED', ${ASKS}
              order by round.reference_date desc, round.id desc, revision.number desc) as precedence,
            row_number() over (partition by revision.update_id order by revision.number desc) as age
          from status_update
          join reporting_round as round on round.id = status_update.round_id
          join status_update_revision as revision on revision.update_id = status_update.id
          cross join lateral (select case when revision.decision <> 'APPROVED'
            or ${approvalStands('revision')} then revision.decision end as decision) as standing
          where status_update.institution_id = institution.id
            and revision.submitted_at is not null and round.reference_date <= ${date}::date
        ) as revision
        where case when decision = 'APPROVED' then precedence = 1 or its_periods.of_several_kinds
          else age = 1 end) as revisions
    from institution
    cross join lateral (
      select coalesce(json_agg(json_build_object(
          'unitId', unit_id, 'kind', kind, 'settled', settled,
          'validFrom', valid_from, 'validTo', valid_to,
          'recordedAt', ${milliseconds('recorded_at')}, 'supersededAt', null))
          filter (where superseded_at is null), '[]') as list,
        min(kind) <> max(kind) as of_several_kinds
      from institution_period where institution_id = institution.id) as its_periods
    where institution.id = any(${[...ids]}::int[])`.execute(database);
  return new Map(found.rows.map((facts) => [facts.id, facts]));
}
