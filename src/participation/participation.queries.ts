import { sql, type Expression } from 'kysely';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import {
  kindsOf,
  type InstitutionGroup,
  type InstitutionKind,
} from '../vocabulary/institution.enums.js';
import { wasNamed } from '../institutions/institution.queries.js';
import { holdsAt, INSPECTING } from '../institutions/place-rights.queries.js';
import { calledInstitutions, IS_CALLED } from '../exceptions/called-institutions.queries.js';
import type { ExceptionKind, RoundPhase } from '../vocabulary/round.enums.js';
import type { LocalDate } from '../shared/dates.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';

export interface ParticipationRow {
  institutionId: number;
  roundId: number;
  /** The kind and the place on the reference date, from the root down. */
  kind: InstitutionKind;
  unitId: number;
  unitPath: number[];
  sortName: string;
  /** The due date of the round, which lists are ordered by. */
  roundDueOn: LocalDate;
  /** The days and the phase as they hold for the institution: see `ownDays`. */
  dueOn: LocalDate;
  closesOn: LocalDate;
  phase: RoundPhase;
  exception: ExceptionRow | null;
  updateId: number | null;
  state: UpdateState | null;
  /** The first submission that was not withdrawn. */
  submittedAt: string | null;
  daysLate: number;
  overdue: boolean;
}

export interface ExceptionRow {
  kind: ExceptionKind;
  dueOn: LocalDate | null;
  closesOn: LocalDate | null;
  reason: string;
  recordedAt: string;
  /** The name of the account. */
  recordedBy: string;
}

/** In a list, the id identifies the row: the institution's or the round's. */
export interface ListedParticipation extends ParticipationRow {
  id: number;
}

type Asking = Pick<Context, 'viewer' | 'today'>;

/** The first submission; a subquery, so that it costs nothing when it is not selected. */
const SUBMITTED_AT = sql`(select min(submitted_at) from status_update_revision
  where update_id = status_update.id and decision is distinct from 'WITHDRAWN')`;

const EXCEPTION = sql`case when exception.id is not null then json_build_object(
    'kind', exception.kind, 'dueOn', exception.due_on, 'closesOn', exception.closes_on,
    'reason', exception.reason, 'recordedAt', exception.recorded_at,
    'recordedBy', (select name from account where id = exception.recorded_by_id)) end`;

/**
 * The SQL query of the participations of the institutions that the viewer may inspect.
 * @param condition on `round`, `called` (the period) and `place_then` (its unit).
 */
export function participations({ viewer, today }: Asking, condition: Expression<unknown>) {
  return sql<ParticipationRow>`
    select called.institution_id as "institutionId", round.id as "roundId", called.kind,
      place_then.id as "unitId", place_then.path as "unitPath", place."sortName",
      round.due_on as "roundDueOn", own.due_on as "dueOn", own.closes_on as "closesOn", own.phase,
      ${EXCEPTION} as exception, status_update.id as "updateId", status_update.state,
      ${SUBMITTED_AT} as "submittedAt",
      case when own.owing and own.excused then 0
        else greatest(0, case when own.owing then ${today}::date
          else (${SUBMITTED_AT} at time zone 'Asia/Ho_Chi_Minh')::date end - own.due_on)
        end as "daysLate",
      own.owing and not own.excused and own.due_on < ${today}::date as overdue
    from ${calledInstitutions(today)}
    where ${condition} and ${IS_CALLED}
      and ${holdsAt(viewer, INSPECTING, 'place')}`;
}

export interface ParticipationConditions {
  states?: readonly UpdateState[] | null;
  notBegun?: boolean | null;
  overdue?: boolean | null;
  exceptions?: readonly ExceptionKind[] | null;
  group?: InstitutionGroup | null;
  /** The unit of the institutions on the reference date, by row id. */
  unitId?: number | null;
  search?: string | null;
}

export function participationsInRound(
  asking: Asking,
  { states, notBegun, overdue, exceptions, group, unitId, search }: ParticipationConditions,
  round: Expression<number>,
): Expression<ListedParticipation> {
  const wanted = [sql`true`];
  if (states || notBegun === true) {
    const begun = sql`coalesce(state = any(${[...(states ?? [])]}::text[]), false)`;
    wanted.push(notBegun ? sql`(state is null or ${begun})` : begun);
  } else if (notBegun === false) wanted.push(sql`state is not null`);
  if (overdue != null) wanted.push(sql`overdue = ${overdue}`);
  if (exceptions) wanted.push(sql`exception->>'kind' = any(${[...exceptions]}::text[])`);
  if (group) wanted.push(sql`kind = any(${kindsOf(group)}::text[])`);
  if (unitId != null) wanted.push(sql`"unitPath" @> array[${unitId}::int]`);
  if (search) wanted.push(wasNamed('institutionId', search));
  return sql<ListedParticipation>`(
    select participation.*, "institutionId" as id
    from (${participations(asking, sql`round.id = ${round}`)}) as participation
    where ${sql.join(wanted, sql` and `)})`;
}

export function participationsOfInstitution(
  asking: Asking,
  phase: RoundPhase | null,
  institution: Expression<number>,
): Expression<ListedParticipation> {
  const own = sql`called.institution_id = ${institution}`;
  const condition = phase ? sql`${own} and own.phase = ${phase}` : own;
  return sql<ListedParticipation>`(
    select participation.*, "roundId" as id
    from (${participations(asking, condition)}) as participation)`;
}

/** The participation of an institution in a round, batched; null when the viewer sees none. */
export async function loadParticipation(
  context: Context,
  roundId: number,
  institutionId: number,
): Promise<ParticipationRow | null> {
  return loadAnyParticipation(context, { roundId, institutionId });
}

const loadAnyParticipation = perRequest(
  'participation',
  async (
    context: Context,
    keys: readonly { roundId: number; institutionId: number }[],
  ): Promise<Map<(typeof keys)[number], ParticipationRow>> => {
    const condition = sql`(round.id, called.institution_id) in (
      select * from unnest(${keys.map(({ roundId }) => roundId)}::int[],
        ${keys.map(({ institutionId }) => institutionId)}::int[]))`;
    const found = await participations(context, condition).execute(context.database);
    const keyOf = (row: ParticipationRow) =>
      keys.find((key) => key.roundId === row.roundId && key.institutionId === row.institutionId);
    return new Map(
      found.rows.flatMap((row) => {
        const key = keyOf(row);
        return key ? [[key, row] as const] : [];
      }),
    );
  },
);
