import { sql } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { ExceptionDays, RoundDays } from '../exceptions/own-days.js';
import { RETURNED_UNTIL } from '../exceptions/own-days.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { Database } from '../database/orm.js';
import type { AnswerKind, Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { placeOf, type PlaceRow } from '../institutions/institution-place.queries.js';
import { calls } from '../rounds/called.queries.js';
import type { LocalDate } from '../shared/dates.js';
import type { Decision, UpdateState } from '../vocabulary/status-update.enums.js';

export interface Entry {
  criterionId: number;
  selfValue: number | null;
  selfTotal: number | null;
  appraisedValue: number | null;
  appraisedTotal: number | null;
  appraisalReason: string | null;
  comment: string | null;
  prefilled: boolean;
}

export interface WorkCriterion {
  id: number;
  code: string;
  pillar: Pillar;
  answerKind: AnswerKind;
  levels: number | null;
  maxPoints: number;
  required: boolean;
  minimum: number;
  evidenceRequired: boolean;
  kinds: InstitutionKind[];
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
  frameworkId: number;
  thresholdPercent: number;
  criteria: WorkCriterion[];
  /** The kind of the institution on the reference date; null when the round does not call it. */
  kind: InstitutionKind | null;
  place: PlaceRow;
  updateId: number | null;
  state: UpdateState | null;
  version: number;
  /** Whether an approval of it stands, so that the update is public. */
  approved: boolean;
  revision: WorkRevision | null;
}

/** The work of an update, which begins together with its first revision. */
export interface BegunWork extends Work {
  updateId: number;
  revision: WorkRevision;
}

export async function worksOf(
  database: Database,
  updateIds: readonly number[],
  today: LocalDate,
): Promise<Map<number, BegunWork>> {
  const found = await works<BegunWork>(
    sql`select institution_id, round_id from status_update where id = any(${[...updateIds]}::int[])`,
    today,
  ).execute(database);
  return new Map(found.rows.map((work) => [work.updateId, work]));
}

export const loadWork = perRequest(
  'work',
  ({ database, today }: Context, updateIds: readonly number[]) =>
    worksOf(database, updateIds, today),
);

/** The work of an institution in a round, begun or not; null when there is no such pair. */
export async function workOf(
  database: Database,
  institutionId: number,
  roundId: number,
  today: LocalDate,
): Promise<Work | null> {
  const pair = sql`select ${institutionId}::int as institution_id, ${roundId}::int as round_id`;
  const found = await works<Work>(pair, today).execute(database);
  return found.rows[0] ?? null;
}

/** The SQL query of the work of pairs of institution and round, in one statement. */
function works<Row extends Work>(pairs: ReturnType<typeof sql>, today: LocalDate) {
  return sql<Row>`
    select pair.institution_id as "institutionId",
      json_build_object('id', round.id, 'opensOn', round.opens_on, 'dueOn', round.due_on,
        'closesOn', round.closes_on, 'closedAt', round.closed_at, 'returnDays', round.return_days,
        'withdrawnAt', round.withdrawn_at, 'referenceDate', round.reference_date) as round,
      (select json_build_object('kind', kind, 'dueOn', due_on, 'closesOn', closes_on)
        from participation_exception where round_id = round.id
          and institution_id = pair.institution_id and superseded_at is null) as exception,
      ${RETURNED_UNTIL} as "returnedUntil",
      framework.id as "frameworkId", framework.threshold_percent as "thresholdPercent",
      (select json_agg(json_build_object('id', id, 'code', code, 'pillar', pillar,
          'answerKind', answer_kind, 'levels', levels, 'maxPoints', max_points,
          'required', required, 'minimum', minimum, 'evidenceRequired', evidence_required,
          'kinds', kinds) order by position)
        from criterion where framework_id = framework.id) as criteria,
      (select period.kind from institution_period as period
        join administrative_unit as unit on unit.id = period.unit_id
        where period.institution_id = pair.institution_id
          and ${calls('round', 'period', 'unit')}) as kind,
      row_to_json(place) as place,
      status_update.id as "updateId", status_update.state,
      coalesce(status_update.version, 0) as version, revision.revision,
      exists (select from status_update_revision as one
        where one.update_id = status_update.id and ${approvalStands('one')}) as approved
    from (${pairs}) as pair
    join reporting_round as round on round.id = pair.round_id
    join framework on framework.id = round.framework_id
    cross join lateral (${placeOf(sql`pair.institution_id`, today)}) as place
    left join status_update on status_update.institution_id = pair.institution_id
      and status_update.round_id = pair.round_id
    left join lateral (
      select json_build_object('id', newest.id, 'number', number, 'submittedAt', submitted_at,
        'submittedBy', submitted_by_id, 'note', note, 'decision', decision,
        'entries', (select coalesce(json_agg(json_build_object('criterionId', criterion_id,
            'selfValue', self_value, 'selfTotal', self_total,
            'appraisedValue', appraised_value, 'appraisedTotal', appraised_total,
            'appraisalReason', appraisal_reason, 'comment', comment, 'prefilled', prefilled)), '[]')
          from status_update_entry where revision_id = newest.id),
        'evidence', (select coalesce(json_agg(json_build_object(
            'criterionId', criterion_id, 'count', count)), '[]')
          from (select criterion_id, count(*) as count from evidence
            where revision_id = newest.id group by criterion_id) as counted)) as revision
      from status_update_revision as newest where newest.update_id = status_update.id
      order by number desc limit 1
    ) as revision on true
    order by status_update.id`;
}
