import { mayOperate, mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Viewer } from '../auth/viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { notFound, textProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { writeReminders } from '../mail/outbox.service.js';
import type { Context } from '../request/context.js';
import { ROUND_WITHDRAWN } from '../rounds/round-turn.js';
import { roundsByIds } from '../rounds/round.queries.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { ReminderAudience } from './audience.js';
import { planReminder } from './planned-reminder.queries.js';

export interface SentReminder {
  institutions: number;
  mails: number;
}

export interface ReminderRequest {
  /** Row ids; null for malformed ids. */
  roundId: number | null;
  /** Left out means the unit of the round. */
  unitId?: number | null;
  audience: readonly ReminderAudience[];
  note: string | null;
  input: { idempotencyKey?: string | null };
}

/** Whether the viewer may remind the institutions of a unit: its planners, and operators. */
export function mayRemind(viewer: Viewer | null, { path }: Pick<UnitRow, 'path'>): boolean {
  return mayOperate(viewer) || mayPlan(viewer, path);
}

/** Writes mails to those who have not handed in, on record. */
export function sendReminder(
  context: Context,
  { roundId, unitId, audience, note, input }: ReminderRequest,
): Promise<Answer<SentReminder>> {
  const viewer = requireViewer(context.viewer);
  const request = { action: 'mailReminderSend', input, publishes: false };
  return change<SentReminder>(context, request, async (em) => {
    const database = databaseOf(em);
    const round = roundId === null ? null : (await roundsByIds(database, [roundId])).get(roundId);
    if (!round) return refused([notFound('round')]);
    const asked = unitId === undefined ? round.unitId : unitId;
    const unit = asked === null ? null : (await unitsByIds(database, [asked])).get(asked);
    if (!unit?.path.includes(round.unitId)) return refused([notFound('unit')]);
    if (!mayRemind(viewer, unit)) throw forbidden();
    if (round.withdrawnAt !== null) return refused([{ ...ROUND_WITHDRAWN, field: ['round'] }]);
    const problems = [
      ...(audience.length === 0 ? [NO_AUDIENCE] : []),
      ...textProblems(note, ['note']),
    ];
    if (problems.length > 0) return refused(problems);

    const wanted = { round, unitId: unit.id, audience, note };
    const plan = await planReminder({ database, viewer, today: context.today }, wanted);
    if (plan.mails.length === 0) return refused([NOBODY_TO_REMIND]);
    // Another one may have reminded some of them just now.
    const written = await writeReminders(database, plan.mails);
    if (written.length === 0) return refused([NOBODY_TO_REMIND]);
    const sent = { institutions: new Set(written).size, mails: written.length };
    const subject = { subjectType: 'ReportingRound', subjectId: round.id, unitId: unit.id };
    const after = { reminded: [...audience], note: note?.trim() || null, ...sent };
    return { value: sent, refusals: [], events: [{ ...subject, after }] };
  });
}

const NO_AUDIENCE: Refusal = {
  code: 'LIST_EMPTY',
  field: ['audience'],
  text: { vi: 'Hãy chọn nhắc những ai.', en: 'Choose whom to remind.' },
};

const NOBODY_TO_REMIND: Refusal = {
  code: 'NOBODY_TO_REMIND',
  field: ['audience'],
  text: {
    vi: 'Không có ai để nhắc: không cơ sở nào như vậy có người nhận thư, hoặc hôm nay đã nhắc rồi.',
    en: 'There is nobody to remind: no such institution has somebody to write to, or all were reminded today.',
  },
};
