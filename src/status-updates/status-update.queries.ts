import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Viewer } from '../auth/viewer.js';
import { approvalStands } from '../counts/standing-approval.queries.js';
import type { Database } from '../database/orm.js';
import { PILLARS } from '../indicators/indicator.js';
import { placeOf } from '../institutions/institution-place.queries.js';
import { holdsAt, INSPECTING } from '../institutions/place-rights.queries.js';
import { perRequest, shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import type { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import type { ClaimHolder, UpdateState } from '../vocabulary/status-update.enums.js';
import { absentSince } from './review-claim.js';
import { claimOf } from './review-claim.queries.js';

interface ApprovedRevision {
  id: number;
  number: number;
  submittedAt: string;
  decidedAt: string;
}

/**
 * A status update as the viewer may see it: all viewers see the latest approved revision, viewers
 * who may inspect it also see the rest.
 */
export interface StatusUpdateRow {
  id: number;
  institutionId: number;
  roundId: number;
  referenceDate: LocalDate;
  /** The latest approved revision; null while none is approved. */
  approved: ApprovedRevision | null;
  /** Null for viewers who may not inspect the update, as is the version. */
  state: UpdateState | null;
  version: number | null;
  /** The last submission, as text that sorts; empty when there is none, and for the public. */
  handedIn: string;
  /** When that was approved or returned, likewise. */
  decided: string;
  inspects: boolean;
  reports: boolean;
}

export interface PillarResultRow {
  revisionId: number;
  pillar: Pillar;
  stage: PillarStage;
  points: number;
  maxPoints: number;
}

export interface StatusUpdateConditions {
  id?: readonly number[];
  institutionId?: number | null;
  roundId?: number | null;
  states?: readonly UpdateState[] | null;
  /** Row id of a unit in which the institutions are today, or under which. */
  unitId?: number | null;
  awaitingDecision?: boolean | null;
  claim?: ClaimHolder | null;
}

type Asking = Pick<Context, 'database' | 'viewer' | 'today' | 'now'>;

/** One update by row id, batched; null when the viewer may not know of it. */
export const loadStatusUpdate = perRequest(
  'status update',
  async (context: Context, ids: readonly number[]) => {
    const found = await updatesSeen(context, { id: ids }).execute(context.database);
    return new Map(found.rows.map((row) => [row.id, row]));
  },
);

/** The updates that the viewer may see; with `institution`, only those of that institution. */
export function statusUpdateRows(
  asking: Asking,
  conditions: StatusUpdateConditions,
  institution?: Expression<number>,
): Expression<StatusUpdateRow> {
  return sql<StatusUpdateRow>`(${updatesSeen(asking, conditions, institution)})`;
}

/** The latest approved revision of an update, as JSON; null when none is approved. */
const APPROVED = sql`(
  select json_build_object('id', id, 'number', number, 'submittedAt', submitted_at, 'decidedAt', decided_at)
  from status_update_revision as one
  where one.update_id = status_update.id and ${approvalStands('one')}
  order by number desc limit 1)`;

/** A column of the last submission of an update; null when there is none. */
const newest = (column: RawBuilder<unknown>) => sql`(
  select ${column} from status_update_revision
  where update_id = status_update.id and submitted_at is not null
  order by number desc limit 1)`;

/**
 * The SQL query of the updates that the viewer may know of. What costs is asked in subqueries of the row and
 * not in joins: PostgreSQL then asks it of the rows of a page only, and not of all before it sorts them.
 * Of an update in the state APPROVED an approval stands, so that nothing more is asked to know that all may see it.
 */
function updatesSeen(
  { viewer, today, now }: Asking,
  conditions: StatusUpdateConditions,
  institution?: Expression<number>,
): RawBuilder<StatusUpdateRow> {
  const { id, institutionId, roundId, states, unitId, awaitingDecision, claim } = conditions;
  const at = (condition: RawBuilder<unknown>) =>
    sql`(select ${condition} from (${placeOf(sql`status_update.institution_id`, today)}) as place)`;
  // A viewer without such a role may inspect nothing, wherever the institution is.
  const sees = (viewer?.grants ?? []).some(({ role }) => INSPECTING.some((each) => each === role));
  const holds = (roles: Parameters<typeof holdsAt>[1]) =>
    sees ? at(holdsAt(viewer, roles, 'place')) : sql`false`;
  const inspects = holds(INSPECTING);
  const sortable = (moment: RawBuilder<unknown>) =>
    sees
      ? sql`case when ${inspects} then coalesce(to_char(${moment} at time zone 'utc',
          'YYYY-MM-DD"T"HH24:MI:SS.MS'), '') else '' end`
      : sql`''`;
  const wanted = [
    ...(id ? [sql`status_update.id = any(${[...id]}::int[])`] : []),
    ...(institution ? [sql`status_update.institution_id = ${institution}`] : []),
    ...(institutionId != null ? [sql`status_update.institution_id = ${institutionId}`] : []),
    // What is in a withdrawn round is listed only with the round.
    ...(id || roundId != null ? [] : [sql`round.withdrawn_at is null`]),
    ...(roundId != null ? [sql`status_update.round_id = ${roundId}`] : []),
    // The state is hidden from viewers who may not inspect the update, so a filter must not reveal
    // it.
    ...(states ? [sql`status_update.state = any(${[...states]}::text[]) and ${inspects}`] : []),
    ...(unitId != null ? [at(sql`place."unitPath" @> array[${unitId}]::int[]`)] : []),
    ...(awaitingDecision
      ? [
          sql`status_update.state = 'SUBMITTED' and ${holds(['REVIEWER'])}
            and ${newest(sql`submitted_by_id`)} is distinct from ${viewer?.accountId ?? null}::int`,
        ]
      : []),
    ...(claim
      ? [
          sql`status_update.state = 'SUBMITTED' and ${holds(['REVIEWER'])}
            and ${at(heldBy(claim, viewer, claimOf(newest(sql`id`), 'place', today), now))}`,
        ]
      : []),
  ];
  return sql<StatusUpdateRow>`
    select status_update.id, status_update.institution_id as "institutionId",
      status_update.round_id as "roundId", round.reference_date as "referenceDate",
      ${APPROVED} as approved,
      case when ${inspects} then status_update.state end as state,
      case when ${inspects} then status_update.version end as version,
      ${sortable(newest(sql`submitted_at`))} as "handedIn",
      ${sortable(newest(sql`case when decision <> 'WITHDRAWN' then decided_at end`))} as decided,
      ${inspects} as inspects, ${holds(['SCHOOL_ADMIN'])} as reports
    from status_update
    join reporting_round as round on round.id = status_update.round_id
    where ${sql.join([...wanted, sql`(status_update.state = 'APPROVED' or ${APPROVED} is not null or ${inspects})`], sql` and `)}`;
}

/** The SQL condition that the claim of an update is whose is asked for; one of somebody absent is nobody's. */
function heldBy(
  holder: ClaimHolder,
  viewer: Viewer | null,
  claims: RawBuilder<unknown>,
  now: Date,
): RawBuilder<unknown> {
  const own = sql`"accountId" = ${viewer?.accountId ?? null}::int`;
  const standing = sql`select from (${claims}) as claim where "seenAt" > ${absentSince(now)}::timestamptz`;
  switch (holder) {
    case 'MINE':
      return sql`exists (${standing} and ${own})`;
    case 'OTHERS':
      return sql`exists (${standing} and not ${own})`;
    case 'NOBODY':
      return sql`not exists (${standing})`;
  }
}

async function pillarResultsOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, PillarResultRow[]>> {
  const rows = await database
    .selectFrom('indicator_result')
    .select([
      'revision_id as revisionId',
      sql<Pillar>`indicator`.as('pillar'),
      'stage',
      sql<number>`points::float8`.as('points'),
      sql<number>`max_points::float8`.as('maxPoints'),
    ])
    .where('revision_id', 'in', [...revisionIds])
    .where('indicator', 'in', PILLARS)
    .execute();
  rows.sort((a, b) => PILLARS.indexOf(a.pillar) - PILLARS.indexOf(b.pillar));
  return Map.groupBy(rows, (row) => row.revisionId);
}

export const loadPillarResults = shared('pillar results', pillarResultsOf);
