import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Event } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { namesIn } from '../shared/enumeration.js';
import { required } from '../shared/required.js';
import { loadUnit, unitsByIds } from '../units/unit.queries.js';
import { extensionProblems, type Extension } from './round-calendar.js';
import { phaseOf } from './round-phase.js';
import { roundOutOfTurn, type RoundAction } from './round-turn.js';
import { tellReached } from './round-reach.queries.js';
import { loadAnswersIn, roundsByIds, type RoundRow } from './round.queries.js';

export interface ChangedRound {
  id: number;
}

export interface RoundRequest {
  /** The row id; null for a malformed id. */
  roundId: number | null;
  /** The version that the client has read, and the idempotency key. */
  input: { version: number; idempotencyKey?: string | null };
}

export function openRound(context: Context, request: RoundRequest): Promise<Answer<ChangedRound>> {
  return changeRound(context, 'open', request, () => ({ opensOn: context.today }));
}

export function extendRound(
  context: Context,
  request: RoundRequest & { input: Extension },
): Promise<Answer<ChangedRound>> {
  const { dueOn, closesOn } = request.input;
  return changeRound(context, 'extend', request, (round) => {
    const problems = extensionProblems(round, request.input, context.today);
    if (problems.length > 0) return problems;
    return {
      ...(dueOn != null && { dueOn }),
      ...(closesOn != null && { closesOn }),
      closedAt: null,
    };
  });
}

export function closeRound(context: Context, request: RoundRequest): Promise<Answer<ChangedRound>> {
  return changeRound(context, 'close', request, (_, at) => ({ closedAt: at.toISOString() }));
}

/** Whether the viewer has the right to an action now and the phase of the round allows it. */
export async function mayActOnRound(
  context: Context,
  round: RoundRow,
  action: RoundAction,
): Promise<boolean> {
  if (roundOutOfTurn(action, phaseOf(round, context.today))) return false;
  if ((action === 'amend' || action === 'withdraw') && (await isAnswered(context, round, action)))
    return false;
  const unit = await loadUnit(context, round.unitId);
  return unit !== null && mayPlan(context.viewer, unit.path);
}

/** Whether answers in the round forbid to mend it, or submissions to withdraw it. */
async function isAnswered(
  context: Context,
  { id }: RoundRow,
  action: 'amend' | 'withdraw',
): Promise<boolean> {
  const submitted = await loadAnswersIn(context, id);
  return action === 'amend' ? submitted !== null : submitted === true;
}

const MUTATIONS: Record<RoundAction, string> = {
  open: 'reportingRoundOpen',
  extend: 'reportingRoundExtend',
  amend: 'reportingRoundAmend',
  withdraw: 'reportingRoundWithdraw',
  close: 'reportingRoundClose',
};

type RoundChange = Partial<Omit<RoundRow, 'id' | 'frameworkIds' | 'unitId' | 'code' | 'version'>>;

/** @param act gives what changes, or all problems. */
export function changeRound(
  context: Context,
  action: RoundAction,
  { roundId, input }: RoundRequest,
  act: (
    round: RoundRow,
    at: Date,
    database: Database,
  ) => RoundChange | Refusal[] | Promise<RoundChange | Refusal[]>,
): Promise<Answer<ChangedRound>> {
  requireViewer(context.viewer);
  const request = { action: MUTATIONS[action], input, publishes: true };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const round = roundId === null ? null : (await roundsByIds(database, [roundId])).get(roundId);
    if (!round) return refused([notFound('id')]);
    const unit = required(await unitsByIds(database, [round.unitId]), round.unitId);
    if (!mayPlan(context.viewer, unit.path)) throw forbidden();
    if (round.version !== input.version) {
      const subject = { subjectType: 'ReportingRound', subjectId: round.id };
      const versions = { present: round.version, seen: input.version };
      return refused([await conflictWith(database, { ...subject, ...versions })]);
    }
    const outOfTurn = roundOutOfTurn(action, phaseOf(round, context.today));
    if (outOfTurn) return refused([outOfTurn]);
    const wanted = await act(round, at, database);
    if (Array.isArray(wanted)) return refused(wanted);

    const after = { ...round, ...wanted };
    await write(database, after, at);
    await tellReached(em, round, after.withdrawnAt === null ? after : null, context.today);
    const before = Object.fromEntries(namesIn(wanted).map((field) => [field, round[field]]));
    const changed = { id: round.id, unitId: unit.id, version: round.version + 1 };
    return { value: { id: round.id }, refusals: [], events: [roundEvent(changed, before, wanted)] };
  });
}

/** Writes a round, and keeps the dates that it had before if they differ. */
async function write(database: Database, round: RoundRow, at: Date): Promise<void> {
  const { id, opensOn, dueOn, referenceDate, closesOn } = round;
  await sql`
    with before as (
      insert into reporting_round_dates
        (round_id, opens_on, due_on, reference_date, closes_on, superseded_at)
      select id, opens_on, due_on, reference_date, closes_on, ${at} from reporting_round
      where id = ${id} and (opens_on, due_on, reference_date, closes_on)
        <> (${opensOn}::date, ${dueOn}::date, ${referenceDate}::date, ${closesOn}::date)
    )
    update reporting_round set name_vi = ${round.nameVi}, name_en = ${round.nameEn},
      opens_on = ${opensOn}, due_on = ${dueOn}, reference_date = ${referenceDate},
      closes_on = ${closesOn}, closed_at = ${round.closedAt}, return_days = ${round.returnDays},
      withdrawn_at = ${round.withdrawnAt}, withdrawal_reason = ${round.withdrawalReason},
      version = version + 1
    where id = ${id}`.execute(database);
}

export function roundEvent(
  { id, unitId, version }: Pick<RoundRow, 'id' | 'unitId' | 'version'>,
  before: object | null,
  after: object,
): Event {
  const subject = { subjectType: 'ReportingRound', subjectId: id, subjectVersion: version };
  return { ...subject, unitId, before, after };
}
