import { sql } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { ExceptionDays, RoundDays } from '../exceptions/own-days.js';
import { RETURNED_UNTIL } from '../exceptions/own-days.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { question, then, type Question } from '../database/flight.js';
import type { Database } from '../database/orm.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { placeOf, type PlaceRow } from '../institutions/institution-place.queries.js';
import {
  scoringFramework,
  storedFrameworks,
  type ScoringFramework,
  type StoredFramework,
} from '../frameworks/framework.queries.js';
import { calls, frameworksOfRound } from '../rounds/called.queries.js';
import { firstOf, required } from '../shared/required.js';
import type { LocalDate } from '../shared/dates.js';
import type { Decision, UpdateState } from '../vocabulary/status-update.enums.js';
import { ANSWER_COLUMNS } from './answer-columns.queries.js';
import { askedIn, type AskedCriterion } from './asked-criterion.js';
import type { ReviewClaim } from './review-claim.js';
import { claimOf } from './review-claim.queries.js';

export interface Entry {
  /** The criterion under which the answer to the question is kept. */
  criterionId: number;
  selfValue: number | null;
  selfTotal: number | null;
  selfChoice: string | null;
  selfText: string | null;
  /** The reason why the question does not apply; null when that is not the answer. */
  doesNotApply: string | null;
  appraisedValue: number | null;
  appraisedTotal: number | null;
  appraisedChoice: string | null;
  appraisalReason: string | null;
  comment: string | null;
  prefilled: boolean;
}

export interface WorkRevision {
  id: number;
  number: number;
  submittedAt: string | null;
  submittedBy: number | null;
  note: string | null;
  decision: Decision | null;
  entries: Entry[];
  evidence: { criterionId: number; count: number }[];
}

/** The facts that a change of an update needs, whether the institution has begun or not. */
export interface Work {
  institutionId: number;
  round: RoundDays & { id: number; returnDays: number; referenceDate: LocalDate };
  exception: ExceptionDays | null;
  /** The last day that the last return gave; null when nothing was returned. */
  returnedUntil: LocalDate | null;
  /** Those of the round, in order. */
  frameworks: ScoringFramework[];
  /** The questions of the round, of whichever kind. */
  criteria: AskedCriterion[];
  /** The kind of the institution on the reference date; null when the round does not call it. */
  kind: InstitutionKind | null;
  place: PlaceRow;
  updateId: number | null;
  state: UpdateState | null;
  version: number;
  /** Whether an approval of it stands, so that the update is public. */
  approved: boolean;
  /** Who has taken the review of it, present or not; null unless it waits for a decision. */
  claim: ReviewClaim | null;
  revision: WorkRevision | null;
}

/** The work of an update, which begins together with its first revision. */
export interface BegunWork extends Work {
  updateId: number;
  revision: WorkRevision;
}

export function worksOf(
  database: Database,
  updateIds: readonly number[],
  today: LocalDate,
): Promise<Map<number, BegunWork>> {
  return worksOfUpdates(updateIds, today).ask(database);
}

/** The work of updates, by their row ids; those that do not exist have none. */
export function worksOfUpdates(
  updateIds: readonly number[],
  today: LocalDate,
): Question<Map<number, BegunWork>> {
  const byId = (found: Work[]) =>
    new Map(found.filter(isBegun).map((work) => [work.updateId, work]));
  return works(updates(updateIds), today, byId);
}

/** The work of an update; undefined when there is no such one. */
export function workOfUpdate(updateId: number, today: LocalDate): Question<BegunWork | undefined> {
  return works(updates([updateId]), today, (found) => found.find(isBegun));
}

function updates(ids: readonly number[]) {
  return sql`select institution_id, round_id from status_update where id = any(${[...ids]}::int[])`;
}

/** The work of an update for a transaction until whose end nobody else changes the update. */
export function workToClaim(updateId: number, today: LocalDate): Question<BegunWork | undefined> {
  const lock = sql`select from status_update where id = ${updateId} for no key update`;
  return then(lock, workOfUpdate(updateId, today));
}

/** The same where nothing else is added to the update either. */
export function workToClose(updateId: number, today: LocalDate): Question<BegunWork | undefined> {
  const lock = sql`select from status_update where id = ${updateId} for update`;
  return then(lock, workOfUpdate(updateId, today));
}

export function isBegun(work: Work): work is BegunWork {
  return work.updateId !== null && work.revision !== null;
}

export const loadWork = perRequest(
  'work',
  ({ database, today }: Context, updateIds: readonly number[]) =>
    worksOf(database, updateIds, today),
);

/** The work of an institution in a round, begun or not; null when there is no such pair. */
export function workOf(
  database: Database,
  institutionId: number,
  roundId: number,
  today: LocalDate,
): Promise<Work | null> {
  return workOfPair(institutionId, roundId, today).ask(database);
}

function workOfPair(institutionId: number, roundId: number, today: LocalDate) {
  const pair = sql`select ${institutionId}::int as institution_id, ${roundId}::int as round_id`;
  return works(pair, today, ([work]) => work ?? null);
}

/** The same for a transaction that saves answers: until its end nobody else changes the update. */
export function workToSave(
  institutionId: number,
  roundId: number,
  today: LocalDate,
): Question<Work | null> {
  const lock = sql`
    select from status_update where institution_id = ${institutionId} and round_id = ${roundId}
    for no key update`;
  return then(lock, workOfPair(institutionId, roundId, today));
}

/** The work of pairs of institution and round, with the frameworks of their rounds, in one statement. */
function works<Said>(
  pairs: ReturnType<typeof sql>,
  today: LocalDate,
  said: (works: Work[]) => Said,
): Question<Said> {
  const query = sql<{ works: StoredWork[]; frameworks: StoredFramework[] }>`
    with work as (${storedWorks(pairs, today)})
    select (select coalesce(json_agg(work order by "updateId"), '[]') from work) as works,
      (select coalesce(json_agg(framework), '[]') from (${storedFrameworks(
        sql`framework.id in (select unnest("frameworkIds") from work)`,
      )}) as framework) as frameworks`;
  return question(query, (rows) => said(worksIn(firstOf(rows))));
}

function worksIn({
  works: stored,
  frameworks,
}: {
  works: StoredWork[];
  frameworks: StoredFramework[];
}): Work[] {
  const byId = new Map(frameworks.map((each) => [each.id, scoringFramework(each)]));
  // Many works share the frameworks of their rounds.
  const askedBy = new Map<string, AskedCriterion[]>();
  return stored.map(({ frameworkIds, ...work }) => {
    const its = frameworkIds.map((id) => required(byId, id));
    const key = frameworkIds.join();
    const criteria = askedBy.get(key) ?? askedIn(its.map((each) => each.criteria));
    askedBy.set(key, criteria);
    return { ...work, frameworks: its, criteria };
  });
}

type StoredWork = Omit<Work, 'frameworks' | 'criteria'> & { frameworkIds: number[] };

/** The SQL query of the work of pairs of institution and round. */
function storedWorks(pairs: ReturnType<typeof sql>, today: LocalDate) {
  return sql<StoredWork>`
    select pair.institution_id as "institutionId",
      json_build_object('id', round.id, 'opensOn', round.opens_on, 'dueOn', round.due_on,
        'closesOn', round.closes_on, 'closedAt', round.closed_at, 'returnDays', round.return_days,
        'withdrawnAt', round.withdrawn_at, 'referenceDate', round.reference_date) as round,
      (select json_build_object('kind', kind, 'dueOn', due_on, 'closesOn', closes_on)
        from participation_exception where round_id = round.id
          and institution_id = pair.institution_id and superseded_at is null) as exception,
      ${RETURNED_UNTIL} as "returnedUntil",
      ${frameworksOfRound('round')} as "frameworkIds",
      (select period.kind from institution_period as period
        join administrative_unit as unit on unit.id = period.unit_id
        where period.institution_id = pair.institution_id
          and ${calls('round', 'period', 'unit')}) as kind,
      row_to_json(place) as place,
      status_update.id as "updateId", status_update.state,
      coalesce(status_update.version, 0) as version, revision.revision,
      exists (select from status_update_revision as one
        where one.update_id = status_update.id and ${approvalStands('one')}) as approved,
      case when status_update.state = 'SUBMITTED' then (
        select row_to_json(claim) from (
          ${claimOf(sql`(revision.revision ->> 'id')::int`, 'place', today)}) as claim) end as claim
    from (${pairs}) as pair
    join reporting_round as round on round.id = pair.round_id
    cross join lateral (${placeOf(sql`pair.institution_id`, today)}) as place
    left join status_update on status_update.institution_id = pair.institution_id
      and status_update.round_id = pair.round_id
    left join lateral (
      select json_build_object('id', newest.id, 'number', number, 'submittedAt', submitted_at,
        'submittedBy', submitted_by_id, 'note', note, 'decision', decision,
        'entries', (select coalesce(json_agg(json_build_object('criterionId', criterion_id,
            ${ANSWER_COLUMNS})), '[]')
          from status_update_entry where revision_id = newest.id),
        'evidence', (select coalesce(json_agg(json_build_object(
            'criterionId', criterion_id, 'count', count)), '[]')
          from (select criterion_id, count(*) as count from evidence
            where not exists (select from evidence_file as file
                where file.id = evidence.file_id and file.virus is not null)
              and revision_id = newest.id group by criterion_id) as counted)) as revision
      from status_update_revision as newest where newest.update_id = status_update.id
      order by number desc limit 1
    ) as revision on true`;
}
