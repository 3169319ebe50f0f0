import { required } from '../shared/required.js';
import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Event } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { tellFigures } from '../database/tell-figures.js';
import { LONGEST_LIST, notFound, reasonProblems, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { placeOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { calls } from '../rounds/called.queries.js';
import { ROUND_WITHDRAWN } from '../rounds/round-turn.js';
import { roundsByIds, type RoundRow } from '../rounds/round.queries.js';
import { unitsByIds } from '../units/unit.queries.js';
import {
  extensionOf,
  extensionProblems,
  misfit,
  reopeningProblems,
  type ExceptionAction,
  type ExtensionInput,
  type Participant,
} from './exception-input.js';
import type { ExceptionDays } from './own-days.js';
import { ownDaysOf } from './own-days.queries.js';

/** The institutions of one round that were changed, by row ids. */
export interface ChangedParticipations {
  roundId: number;
  institutionIds: number[];
}

export interface ExceptionRequest {
  /** Row ids; null for malformed ids. */
  roundId: number | null;
  institutionIds: readonly (number | null)[];
  reason: string;
  input: { idempotencyKey?: string | null };
}

type Changed = Promise<Answer<ChangedParticipations>>;

/** Gives institutions a later due date and last day than their round has. */
export function extendParticipations(
  context: Context,
  request: ExceptionRequest & { input: ExtensionInput },
): Changed {
  const { input } = request;
  return changeParticipations(context, 'extend', request, (round) => ({
    days: extensionOf(round, input),
    problems: extensionProblems(round, input, context.today),
  }));
}

/** Lets institutions answer again after the round has closed for them. */
export function reopenParticipations(
  context: Context,
  request: ExceptionRequest & { input: { closesOn: string } },
): Changed {
  const { closesOn } = request.input;
  return changeParticipations(context, 'reopen', request, () => ({
    days: { kind: 'REOPENED', dueOn: closesOn, closesOn },
    problems: reopeningProblems(closesOn, context.today),
  }));
}

/** Excuses institutions from answering in a round. */
export function excuseParticipations(context: Context, request: ExceptionRequest): Changed {
  return changeParticipations(context, 'excuse', request, () => ({
    days: { kind: 'EXCUSED', dueOn: null, closesOn: null },
    problems: [],
  }));
}

/** Ends the exceptions that institutions have; the days of the round hold for them again. */
export function takeExceptionsBack(context: Context, request: ExceptionRequest): Changed {
  return changeParticipations(context, 'takeBack', request, () => ({ days: null, problems: [] }));
}

const MUTATIONS: Record<ExceptionAction, string> = {
  extend: 'participationExtend',
  reopen: 'participationReopen',
  excuse: 'participationExcuse',
  takeBack: 'participationExceptionTakeBack',
};

interface Wanted {
  /** Null takes the present exception back. */
  days: ExceptionDays | null;
  problems: Refusal[];
}

function changeParticipations(
  context: Context,
  action: ExceptionAction,
  { roundId, institutionIds, reason, input }: ExceptionRequest,
  wantedIn: (round: RoundRow) => Wanted,
): Changed {
  requireViewer(context.viewer);
  const request = { action: MUTATIONS[action], input, publishes: true };
  return change<ChangedParticipations>(context, request, async (em, at) => {
    const database = databaseOf(em);
    const round = roundId === null ? null : (await roundsByIds(database, [roundId])).get(roundId);
    if (!round) return refused([notFound('round')]);
    const unit = required(await unitsByIds(database, [round.unitId]), round.unitId);
    if (!mayPlan(context.viewer, unit.path)) throw forbidden();
    if (round.withdrawnAt !== null) return refused([{ ...ROUND_WITHDRAWN, field: ['round'] }]);
    const { days, problems } = wantedIn(round);
    problems.push(...listProblems(institutionIds), ...reasonProblems(reason, ['reason']));
    if (institutionIds.length > LONGEST_LIST) return refused(problems);

    const found = await participantsOf(database, round.id, institutionIds, context.today);
    problems.push(
      ...institutionIds.flatMap((id, index) => {
        const field = ['institutions', String(index)];
        const participant = found.get(id ?? 0);
        if (!participant) return { ...notFound('institutions'), field };
        return misfit(action, participant, field) ?? [];
      }),
    );
    if (problems.length > 0) return refused(problems);

    const changed = [...found.values()];
    const ids = changed.map(({ id }) => id);
    await record(database, round.id, ids, days, {
      reason: reason.trim(),
      accountId: requireViewer(context.viewer).accountId,
      at,
    });
    await tellFigures(em, 'Institution', ids);
    const events = changed.map((each) => eventOf(round, each, days, reason.trim()));
    return { value: { roundId: round.id, institutionIds: ids }, refusals: [], events };
  });
}

function listProblems(ids: readonly unknown[]): Refusal[] {
  if (ids.length > LONGEST_LIST) return [tooMany(ids.length, 'institutions')];
  return ids.length > 0 ? [] : [NOBODY];
}

const NOBODY: Refusal = {
  code: 'LIST_EMPTY',
  field: ['institutions'],
  text: { vi: 'Hãy chọn ít nhất một cơ sở.', en: 'Name at least one institution.' },
};

interface ParticipantRow extends Participant {
  id: number;
  unitId: number | null;
  present: (ExceptionDays & { reason: string }) | null;
}

async function participantsOf(
  database: Database,
  roundId: number,
  ids: readonly (number | null)[],
  today: string,
): Promise<Map<number, ParticipantRow>> {
  const found = await sql<ParticipantRow>`
    select institution.id, place.name, place."unitId", own.owing, own.phase,
      exception.id is not null as excepted,
      case when exception.id is not null then json_build_object('kind', exception.kind,
        'dueOn', exception.due_on, 'closesOn', exception.closes_on, 'reason', exception.reason)
        end as present,
      exists (select from institution_period as period
        join administrative_unit as unit on unit.id = period.unit_id
        where period.institution_id = institution.id and ${calls('round', 'period', 'unit')}) as called
    from institution
    join reporting_round as round on round.id = ${roundId}
    left join status_update on status_update.institution_id = institution.id
      and status_update.round_id = round.id
    left join lateral (${placeOf(sql`institution.id`, today)}) as place on true
    ${ownDaysOf(sql`institution.id`, today)}
    where institution.id = any(${[...ids]}::int[])
    order by institution.id`.execute(database);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Supersedes the exceptions that hold and, unless they are taken back, records the new ones. */
async function record(
  database: Database,
  roundId: number,
  ids: readonly number[],
  days: ExceptionDays | null,
  { reason, accountId, at }: { reason: string; accountId: number; at: Date },
): Promise<void> {
  await sql`
    update participation_exception set superseded_at = ${at}
    where round_id = ${roundId} and institution_id = any(${[...ids]}::int[])
      and superseded_at is null`.execute(database);
  if (days === null) return;
  await sql`
    insert into participation_exception
      (round_id, institution_id, kind, due_on, closes_on, reason, recorded_by_id, recorded_at)
    select ${roundId}, given.id, ${days.kind}, ${days.dueOn}::date, ${days.closesOn}::date,
      ${reason}, ${accountId}, ${at}
    from unnest(${[...ids]}::int[]) as given(id)`.execute(database);
}

function eventOf(
  { id }: RoundRow,
  participant: ParticipantRow,
  days: ExceptionDays | null,
  reason: string,
): Event {
  return {
    subjectType: 'ReportingRound',
    subjectId: id,
    subjectVersion: null,
    institutionId: participant.id,
    unitId: participant.unitId,
    before: participant.present,
    after: { ...days, reason },
  };
}
