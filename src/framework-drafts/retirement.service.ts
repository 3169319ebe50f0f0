import { mayOperate } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { frameworksByIds, type FrameworkRow } from '../frameworks/framework.queries.js';
import { endFramework } from '../frameworks/framework.service.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { phaseOf } from '../rounds/round-phase.js';
import { loadRoundsAsking, roundsAsking, type AskingRound } from './rounds-asking.queries.js';

/**
 * Sets the last day on which a framework is in force, from today on.
 * @param frameworkId the row id; null for a malformed id.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who does not operate the hub.
 */
export function retireFramework(
  context: Context,
  frameworkId: number | null,
  input: { lastDay: LocalDate; idempotencyKey?: string | null },
): Promise<Answer<{ id: number }>> {
  requireViewer(context.viewer);
  if (!mayOperate(context.viewer)) throw forbidden();
  const request = { action: 'frameworkRetire', input, publishes: true };
  return change(context, request, async (em) => {
    const database = databaseOf(em);
    const { lastDay } = input;
    const found = await frameworksByIds(database, frameworkId === null ? [] : [frameworkId]);
    const [framework] = found.values();
    if (!framework) return refused([notFound('id')]);
    const asking = await roundsAsking(database, [framework.id]);
    const problems = [
      ...lastDayProblems(framework, lastDay, context.today),
      ...usedProblems(asking.get(framework.id) ?? [], lastDay, context.today),
    ];
    if (problems.length > 0) return refused(problems);
    const { id, validTo } = framework;
    if (validTo === lastDay) return { value: { id }, refusals: [], events: [] };
    await endFramework(em, id, lastDay);
    const subject = { subjectType: 'Framework', subjectId: id };
    const events = [{ ...subject, before: { validTo }, after: { validTo: lastDay } }];
    return { value: { id }, refusals: [], events };
  });
}

/** Whether the viewer may retire a framework, with today as its last day. */
export async function mayRetire(context: Context, framework: FrameworkRow): Promise<boolean> {
  const { viewer, today } = context;
  if (!mayOperate(viewer) || (framework.validTo !== null && framework.validTo < today))
    return false;
  const asking = (await loadRoundsAsking(context, framework.id)) ?? [];
  return usedProblems(asking, today, today).length === 0;
}

/** A last day may be set, or brought forward; what has ended stays ended. */
function lastDayProblems(
  { validFrom, validTo }: FrameworkRow,
  lastDay: LocalDate,
  today: LocalDate,
): Refusal[] {
  if (validTo !== null && validTo < today) return [ended(validTo)];
  const first = validFrom > today ? validFrom : today;
  if (lastDay >= first && (validTo === null || lastDay <= validTo)) return [];
  return [lastDayOutOfRange(lastDay, first, validTo)];
}

/** The rounds that ask it now, or for a day on which it would no longer be in force. */
function usedProblems(
  rounds: readonly AskingRound[],
  lastDay: LocalDate,
  today: LocalDate,
): Refusal[] {
  const using = rounds.filter(
    (round) => phaseOf(round, today) === 'OPEN' || round.referenceDate > lastDay,
  );
  return using.length > 0 ? [inUse(using)] : [];
}

function ended(validTo: LocalDate): Refusal {
  return {
    code: 'FRAMEWORK_ENDED',
    field: ['id'],
    text: {
      vi: `Bộ tiêu chí đã hết hiệu lực từ sau ngày ${validTo}.`,
      en: `The framework has not been in force since ${validTo}.`,
    },
  };
}

function lastDayOutOfRange(
  lastDay: LocalDate,
  first: LocalDate,
  validTo: LocalDate | null,
): Refusal {
  return {
    code: 'DATE_OUT_OF_RANGE',
    field: ['lastDay'],
    text: {
      vi: `Ngày cuối là ${lastDay}; phải từ ${first}${validTo ? ` đến ${validTo}` : ' trở đi'}.`,
      en: `The last day is ${lastDay}; it must be from ${first} ${validTo ? `to ${validTo}` : 'on'}.`,
    },
  };
}

function inUse(rounds: readonly AskingRound[]): Refusal {
  const named = rounds.map(({ code }) => code).join(', ');
  return {
    code: 'FRAMEWORK_IN_USE',
    field: ['id'],
    text: {
      vi: `Đợt báo cáo ${named} đang dùng bộ tiêu chí này. Hãy đóng đợt trước, hoặc chọn ngày cuối muộn hơn ngày chốt số liệu của đợt chưa mở.`,
      en: `The round ${named} uses this framework. Close it first, or for a round to come choose a last day that is not before its reference date.`,
    },
  };
}
